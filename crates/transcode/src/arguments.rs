//! What every call of ffmpeg begins with: only files of this machine, only containers that cameras, phones and editors write.

use std::{ffi::OsString, path::Path};

/// The containers that are read. Not among them: what only names other files (playlists, lists, links) and what ffmpeg
/// draws itself.
const CONTAINERS: &str = "mov,matroska,avi,mpegts,mpeg,asf,flv,ogg,mp3,wav,flac,aac";

/// These words.
pub(crate) fn words<const N: usize>(words: [&str; N]) -> Vec<OsString> {
    words.into_iter().map(OsString::from).collect()
}

/// How ffmpeg starts: it asks nobody, says only what goes wrong, and tells how far it is.
pub(crate) fn quiet() -> Vec<OsString> {
    words(["-hide_banner", "-nostdin", "-y", "-v", "error", "-progress", "pipe:1", "-stats_period", "0.5"])
}

/// What may be read of a seller's file.
pub(crate) fn fenced() -> Vec<OsString> {
    words(["-protocol_whitelist", "file,pipe", "-format_whitelist", CONTAINERS])
}

/// A seller's file as the input.
pub(crate) fn input(file: &Path) -> Vec<OsString> {
    let mut all = fenced();
    all.push("-i".into());
    all.push(address(file));
    all
}

/// A file's name that is nothing else, whatever stands in it.
pub(crate) fn address(file: &Path) -> OsString {
    let mut address = OsString::from("file:");
    address.push(file);
    address
}

/// So many milliseconds, as ffmpeg reads seconds.
pub(crate) fn seconds(milliseconds: u64) -> String {
    format!("{}.{:03}", milliseconds / 1_000, milliseconds % 1_000)
}
