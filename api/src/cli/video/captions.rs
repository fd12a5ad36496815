//! Captions and chapters that the seller brings: which language is which, and copied beside the video.

use std::{
    fs,
    path::{Path, PathBuf},
};

use alap_protocol::locale::Locale;

use super::{files, folder::Folder};
use crate::cli::Failure;

/// What captions, or chapters, may have.
const BYTES: u64 = 1024 * 1024;

/// A file that comes beside the video, and how its name will end.
pub(super) type Beside = (PathBuf, String);

/// The language that the end of a file's name says, else Bangla first and English second.
pub(super) fn told(files: &[PathBuf]) -> Result<Vec<Beside>, Failure> {
    let named: Vec<Option<Locale>> = files.iter().map(|file| language(file)).collect();
    let mut free: Vec<Locale> =
        [Locale::Bn, Locale::En].into_iter().filter(|locale| !named.contains(&Some(*locale))).collect();
    let mut all = Vec::new();
    let mut taken = Vec::new();
    for (file, named) in files.iter().zip(named) {
        let locale = match named {
            Some(locale) if taken.contains(&locale) => {
                let (file, tag) = (file.display(), locale.tag());
                return Err(Failure::new(format!(
                    "{file}: there are captions in this language ({tag}) already"
                )));
            }
            Some(locale) => locale,
            None if free.is_empty() => {
                let file = file.display();
                return Err(Failure::new(format!(
                    "{file}: captions are in Bangla and English, one file each"
                )));
            }
            None => free.remove(0),
        };
        taken.push(locale);
        all.push((file.clone(), format!("{}.vtt", locale.tag())));
    }
    Ok(all)
}

/// `bn` of `talk.bn.vtt`, `bn.vtt` and `talk-bn.vtt`.
fn language(file: &Path) -> Option<Locale> {
    let stem = file.file_stem()?.to_string_lossy().to_ascii_lowercase();
    let last = stem.rsplit(['.', '-', '_', ' ']).next()?;
    Locale::from_tag(last)
}

/// Can it be read, and is it text? Said before a long work begins.
pub(super) fn check(file: &Path) -> Result<(), Failure> {
    let shown = file.display();
    let about = fs::metadata(file).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
    if !about.is_file() || about.len() > BYTES {
        return Err(Failure::new(format!("{shown}: this is not a text file of at most 1 MB")));
    }
    match fs::read_to_string(file) {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::new(format!("{shown}: {error}; save it as UTF-8"))),
    }
}

/// Copies them beside the video, under its name.
pub(super) fn copy(files: &[Beside], id: &str, folder: &Folder) -> Result<(), Failure> {
    for (from, end) in files {
        let to = folder.beside(id, end);
        if !files::same(from, &to) {
            files::copy(from, &to).map_err(|error| Failure::new(format!("{}: {error}", to.display())))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(names: &[&str]) -> Result<Vec<String>, String> {
        let files: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
        told(&files).map(|all| all.into_iter().map(|(_, end)| end).collect()).map_err(|failure| failure.0)
    }

    #[test]
    fn the_language_is_in_the_name_or_in_the_order() {
        assert_eq!(ends(&["a.en.vtt", "b.vtt"]).unwrap(), ["en.vtt", "bn.vtt"]);
        assert_eq!(ends(&["x/one.vtt", "x/two.vtt"]).unwrap(), ["bn.vtt", "en.vtt"]);
        assert_eq!(ends(&["bn.vtt"]).unwrap(), ["bn.vtt"]);
        assert!(ends(&["a.bn.vtt", "b.bn.vtt"]).unwrap_err().contains("already"));
        assert!(ends(&["a.vtt", "b.vtt", "c.vtt"]).is_err());
    }
}
