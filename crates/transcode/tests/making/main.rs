//! The library with the real ffmpeg, on films that ffmpeg draws itself.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod broken;
mod films;
mod kinds;
mod ladder;
mod resume;

use std::{ops::ControlFlow, path::Path};

use alap_transcode::{Job, Outcome, Progress, Tools, TranscodeError, make};

/// Nobody looks, nobody stops it.
fn unwatched(_: &Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Makes this file in `videos` of a folder.
fn making(folder: &Path, file: &Path) -> Result<Outcome, TranscodeError> {
    let videos = folder.join("videos");
    make(&Tools::default(), &Job { source: file, videos: &videos, id: "kantha" }, &mut unwatched)
}
