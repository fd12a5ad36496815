//! What stands made of a video.

use std::{
    fs,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use alap_video::{
    made::{FILE, INIT, MADE_FORMAT, Made, PLAIN, POSTER},
    playlist::segment,
};
use serde::{Deserialize, Serialize};

use crate::{
    files::{clear, hash, read_json, write_json},
    folder::hidden,
    problem::{TranscodeError, at},
    progress::{Meter, Stage, Watch},
};

/// What is read of `made.json`: three hours have 2,700 segments.
const MADE_BYTES: u64 = 1024 * 1024;
/// Beside `made.json`: what the seller's file looked like, so that it need not be read to know that nothing changed.
const SEEN: &str = ".source.json";

/// How what was made stands to the seller's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is made, or not all of it is there any more.
    Missing,
    /// It is of another file, or made by another version.
    Changed,
    /// Nothing needs to be done.
    Current(Box<Made>),
}

/// What a file looks like from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Seen {
    bytes: u64,
    /// When it was written, in nanoseconds since 1970; none where the system does not know.
    written: Option<u64>,
}

impl Seen {
    pub(crate) fn of(file: &Path) -> Result<Self, TranscodeError> {
        let about = fs::metadata(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => TranscodeError::NoFile,
            _ => at(file)(error),
        })?;
        let since = |time: SystemTime| u64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_nanos()).ok();
        Ok(Self { bytes: about.len(), written: about.modified().ok().and_then(since) })
    }

    pub(crate) fn write(&self, made: &Path) -> Result<(), TranscodeError> {
        write_json(&made.join(SEEN), self)
    }
}

/// What was made of a video, if all of it is there.
pub fn made(videos: &Path, id: &str) -> Option<Made> {
    let folder = videos.join(id);
    let made: Made = read_json(&folder.join(FILE), MADE_BYTES)?;
    (made.format == MADE_FORMAT && is_whole(&folder, &made)).then_some(made)
}

fn is_whole(folder: &Path, made: &Made) -> bool {
    let there = |path: &Path| fs::metadata(path).is_ok_and(|about| about.len() > 0);
    let poster = |format: &str| there(&folder.join(format!("{POSTER}.{format}")));
    let rungs = made.rungs.iter().all(|rung| {
        let rung = folder.join(format!("{}p", rung.size.lines));
        there(&rung.join(INIT)) && (0..made.segments.len()).all(|place| there(&rung.join(segment(place))))
    });
    rungs && there(&folder.join(PLAIN)) && poster("jpg")
}

/// Does what was made fit the seller's file? Reads it only if it looks different from outside.
pub fn standing(
    videos: &Path,
    id: &str,
    source: &Path,
    watch: &mut Watch<'_>,
) -> Result<Standing, TranscodeError> {
    let Some(made) = made(videos, id) else {
        let old = videos.join(id).join(FILE).exists();
        return Ok(if old { Standing::Changed } else { Standing::Missing });
    };
    let seen = Seen::of(source)?;
    let folder = videos.join(id);
    let known: Option<Seen> = read_json(&folder.join(SEEN), MADE_BYTES);
    if seen.written.is_some() && known == Some(seen) {
        return Ok(Standing::Current(Box::new(made)));
    }
    let mut meter = Meter::new(watch);
    if meter.begin(Stage::Reading, 0.0).is_break() {
        return Err(TranscodeError::Stopped);
    }
    if hash(source, seen.bytes, &mut |fraction| meter.tell(fraction))? != made.source {
        return Ok(Standing::Changed);
    }
    seen.write(&folder)?;
    Ok(Standing::Current(Box::new(made)))
}

/// Takes away what was made of a video, and what a stopped run left. Says whether there was anything.
pub fn remove(videos: &Path, id: &str) -> Result<bool, TranscodeError> {
    let (made, part) = (videos.join(id), hidden(videos, id));
    let there = made.exists() || part.exists();
    clear(&made)?;
    clear(&part)?;
    Ok(there)
}
