//! Without ffmpeg: the seller's file is put into the folder as it is.

use std::{fs, path::Path};

use super::folder::{Folder, PLAYABLE};
use crate::cli::{Failure, say};

/// Copies it to `media/videos/ID.mp4`; the name that `file = …` needs.
pub(super) fn put(id: &str, source: &Path, folder: &Folder, why: &str) -> Result<String, Failure> {
    let end = source.extension().map(|end| end.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if !PLAYABLE.contains(&end.as_str()) {
        return Err(Failure::new(format!(
            "{}: {why}. Without it only .mp4 and .webm files can be shown, as they are",
            source.display()
        )));
    }
    let name = Folder::plain(id, &end);
    let to = folder.dir().join(&name);
    let failed = |error: std::io::Error| Failure::new(format!("{}: {error}", to.display()));
    fs::create_dir_all(folder.made()).map_err(failed)?;
    let part = folder.made().join(format!(".{id}.{end}.new"));
    fs::copy(source, &part).and_then(|_| fs::rename(&part, &to)).map_err(|error| {
        // Half a copy is of no use.
        let _ = fs::remove_file(&part);
        failed(error)
    })?;
    say(format_args!("{id}: {why}"))?;
    say(format_args!(
        "{id}: until then it is shown as it is, in one quality, with whatever the camera wrote into it (such as the \
         place); afterwards `alap video make` makes it playable on slow lines"
    ))?;
    Ok(name)
}

/// Takes away a plain file that was put there.
pub(super) fn clear(id: &str, folder: &Folder) -> Result<bool, Failure> {
    let mut there = false;
    for end in PLAYABLE {
        let file = folder.dir().join(Folder::plain(id, end));
        if file.is_file() {
            fs::remove_file(&file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
            there = true;
        }
    }
    Ok(there)
}
