//! The strip to seek by, and the stills of moments: from the pictures with which segments begin, which can be read without
//! the others.

use std::{ffi::OsString, fs, path::Path};

use alap_video::made::{MadeStrip, PLAIN, STILLS, STRIP};

use super::Album;
use crate::{
    arguments::{address, quiet, words},
    files::clear,
    plan::Plan,
    problem::{TranscodeError, at},
};

/// The shorter side of a picture of the strip.
const TILE: u32 = 90;
/// Pictures of the strip, at most.
const TILES: u64 = 100;
/// How many of them stand in a row.
const COLUMNS: u16 = 10;
/// Bytes of the strip, at most.
const STRIP_BYTES: u64 = 150 * 1024;
/// The longer side of a still, at most.
const STILL: u32 = 480;
/// Stills of a long video, about.
const MOMENTS: u64 = 300;
/// Bytes of a still, on average.
const STILL_BYTES: u64 = 15 * 1024;

pub(super) fn strip(album: &Album<'_>) -> Result<MadeStrip, TranscodeError> {
    let Every { segments, seconds } = Every::of(album.plan, TILES);
    let count = album.segments.div_ceil(segments).max(1);
    let (width, height) = scaled(album.plan, |shorter, _| f64::from(TILE) / f64::from(shorter));
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    let columns = count.min(COLUMNS);
    let mut arguments = key_pictures(segments, width, height);
    if let Some(filters) = arguments.last_mut() {
        filters.push(format!(",tile={columns}x{}", count.div_ceil(columns)));
    }
    arguments.extend(words(["-r", "1", "-frames:v", "1", "-c:v", "png", "-f", "image2", "-update", "1"]));
    arguments.push(address(album.aside));
    album.run(arguments)?;
    let file = album.made.join(STRIP);
    for quality in ["60", "45", "30", "15", "5"] {
        let mut arguments = quiet();
        arguments.extend(words(["-f", "image2", "-pattern_type", "none", "-i"]));
        arguments.push(address(album.aside));
        arguments.extend(webp(quality));
        arguments.extend(words(["-update", "1"]));
        arguments.push(address(&file));
        album.run(arguments)?;
        if fs::metadata(&file).map_err(at(&file))?.len() <= STRIP_BYTES {
            break;
        }
    }
    clear(album.aside)?;
    Ok(MadeStrip { width, height, columns, count, every: seconds })
}

/// How many stills there are, and how many seconds lie between them.
pub(super) fn stills(album: &Album<'_>) -> Result<(u32, u16), TranscodeError> {
    let Every { segments, seconds } = Every::of(album.plan, MOMENTS);
    let folder = album.made.join(STILLS);
    let (width, height) = scaled(album.plan, |_, longer| f64::from(STILL) / f64::from(longer));
    let mut count = 0;
    for quality in ["60", "45", "30", "15"] {
        clear(&folder)?;
        fs::create_dir(&folder).map_err(at(&folder))?;
        let mut arguments = key_pictures(segments, width, height);
        arguments.extend(words(["-r", "1"]));
        arguments.extend(webp(quality));
        arguments.extend(words(["-start_number", "0", &format!("{STILLS}/%05d.webp")]));
        album.run(arguments)?;
        let bytes;
        (count, bytes) = sizes(&folder)?;
        if bytes <= u64::from(count) * STILL_BYTES {
            break;
        }
    }
    Ok((count, seconds))
}

fn webp(quality: &str) -> Vec<OsString> {
    words(["-c:v", "libwebp", "-compression_level", "6", "-quality", quality, "-f", "image2"])
}

/// How far pictures lie apart.
struct Every {
    /// In segments,
    segments: usize,
    /// and in seconds.
    seconds: u16,
}

impl Every {
    /// So that there are at most about so many: each segment's first picture, or that of every second one, …
    fn of(plan: &Plan, most: u64) -> Self {
        let segment = u64::from(plan.segment.max(1));
        let segments = plan.milliseconds.div_ceil(most * segment * 1_000).max(1);
        let seconds = u16::try_from(segments * segment).unwrap_or(u16::MAX);
        Self { segments: usize::try_from(segments).unwrap_or(usize::MAX), seconds }
    }
}

/// The size of a small picture: even, and never larger than the video.
fn scaled(plan: &Plan, share: impl Fn(u16, u16) -> f64) -> (u16, u16) {
    let (width, height) = plan.rungs.last().map_or((2, 2), |top| (top.width, top.height));
    let share = share(width.min(height), width.max(height)).min(1.0);
    let side = |side: u16| ((f64::from(side) * share / 2.0).round() as u16 * 2).max(2);
    (side(width), side(height))
}

/// Every so many-th key picture of the plain file. Its last word is the filters.
fn key_pictures(nth: usize, width: u16, height: u16) -> Vec<OsString> {
    let mut all = quiet();
    all.extend(words(["-skip_frame", "nokey", "-i"]));
    all.push(address(Path::new(PLAIN)));
    // A second apart, so that none is left out or doubled to keep a rate.
    let filters = format!("select=not(mod(n\\,{nth})),scale={width}:{height}:flags=lanczos,setpts=N/TB");
    all.extend(words(["-an", "-map_metadata", "-1", "-vf", &filters]));
    all
}

/// How many files there are, and how large they are together.
fn sizes(folder: &Path) -> Result<(u32, u64), TranscodeError> {
    let (mut count, mut bytes) = (0, 0);
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        count += 1;
        bytes += entry.and_then(|entry| entry.metadata()).map_err(at(folder))?.len();
    }
    Ok((count, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Matrix, PlannedRung, Profile, Tone};

    fn plan(milliseconds: u64, segment: u32, width: u16, height: u16) -> Plan {
        let lines = width.min(height);
        let rung = PlannedRung { lines, width, height, profile: Profile::High, kbps: 1, sound: None };
        let tone = Tone::Ordinary(Matrix::Told);
        Plan { milliseconds, frames: 30, segment, rungs: vec![rung], tone, interlaced: false }
    }

    #[test]
    fn pictures_lie_a_whole_number_of_segments_apart() {
        let every = |milliseconds, segment, most| {
            let every = Every::of(&plan(milliseconds, segment, 2, 2), most);
            (every.segments, every.seconds)
        };
        assert_eq!(every(40_000, 2, TILES), (1, 2));
        assert_eq!(every(300_000, 2, TILES), (2, 4), "150 segments, 75 pictures");
        assert_eq!(every(600_000, 2, MOMENTS), (1, 2));
        assert_eq!(every(10_800_000, 4, MOMENTS), (9, 36), "three hours, 300 stills");
        assert_eq!(every(10_800_000, 4, TILES), (27, 108));
        assert_eq!(every(0, 2, TILES), (1, 2));
    }

    #[test]
    fn small_pictures_keep_the_shape_and_are_never_larger_than_the_video() {
        let tile = |width, height| scaled(&plan(1, 2, width, height), |shorter, _| 90.0 / f64::from(shorter));
        assert_eq!((tile(1_280, 720), tile(720, 1_280), tile(64, 48)), ((160, 90), (90, 160), (64, 48)));
        let still = scaled(&plan(1, 2, 720, 1_280), |_, longer| 480.0 / f64::from(longer));
        assert_eq!(still, (270, 480));
    }
}
