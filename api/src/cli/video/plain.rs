//! Without ffmpeg: the seller's file is put into the folder as it is.

use std::{
    fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use super::{
    files,
    folder::{Folder, PLAYABLE},
};
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
    // Its own film may lie there already.
    if !files::same(source, &to) {
        let note = note(id, &end, folder);
        if to.is_file() && !is_copy(&to, &note) {
            let to = to.display();
            return Err(Failure::new(format!(
                "{to} is a film of your own; give this one another name with --name ID"
            )));
        }
        files::copy(source, &to).map_err(failed)?;
        let looks = looks(&to).unwrap_or_default();
        files::write(&note, &looks).map_err(|error| Failure::new(format!("{}: {error}", note.display())))?;
    }
    say(format_args!("{id}: {why}"))?;
    say(format_args!(
        "{id}: until then it is shown as it is, in one quality, with whatever the camera wrote into it (such as the \
         place); afterwards `alap video make` makes it playable on slow lines"
    ))?;
    Ok(name)
}

/// What `clear` did.
#[derive(Debug, Default)]
pub(super) struct Cleared {
    /// A copy was taken away.
    pub(super) removed: bool,
    /// The seller's own film lies there, and stays.
    pub(super) own: Option<PathBuf>,
}

/// Takes away a copy that was put there. A film that the seller put there stays.
pub(super) fn clear(id: &str, folder: &Folder) -> Result<Cleared, Failure> {
    let mut cleared = Cleared::default();
    for end in PLAYABLE {
        let (file, note) = (folder.dir().join(Folder::plain(id, end)), note(id, end, folder));
        if is_copy(&file, &note) {
            fs::remove_file(&file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
            cleared.removed = true;
        } else if file.is_file() {
            cleared.own = Some(file);
        }
        // Without its file it says nothing.
        let _ = fs::remove_file(note);
    }
    Ok(cleared)
}

/// Hidden beside a copy: what it looked like when it was put there.
fn note(id: &str, end: &str, folder: &Folder) -> PathBuf {
    folder.made().join(format!(".{id}.{end}.copy"))
}

/// Is it what was put there, and not another film of that name?
fn is_copy(file: &Path, note: &Path) -> bool {
    looks(file).is_some_and(|looks| fs::read_to_string(note).is_ok_and(|note| note == looks))
}

/// Its bytes, and when it was written.
fn looks(file: &Path) -> Option<String> {
    let about = fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
    let written = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {}", about.len(), written.as_nanos()))
}
