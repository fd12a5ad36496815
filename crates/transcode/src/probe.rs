//! What a seller's file is, or what exactly is wrong with it.

mod extent;
mod sniff;
mod streams;

use std::{fs, ops::ControlFlow, path::Path};

use alap_protocol::limits::VIDEO_SECONDS;
use serde::Serialize;

use crate::{
    arguments::{fenced, words},
    problem::{TranscodeError, at},
    progress::Watch,
    run::{Call, output},
    tools::Tools,
};

/// Bytes of a file that is read: an hour of a good camera.
pub const SOURCE_BYTES: u64 = 40_000_000_000;
/// Pixels of a side that are read.
pub const SOURCE_PIXELS: u32 = 8_192;
/// What is read of ffprobe's answer.
const ANSWER_BYTES: u64 = 4 * 1024 * 1024;

/// A file that can be shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// Its size.
    pub bytes: u64,
    /// How long its picture lasts, measured.
    pub milliseconds: u64,
    /// Its picture.
    pub picture: Picture,
    /// Its sound.
    pub sound: Option<Sound>,
    /// How often ffmpeg complained while reading it.
    pub complaints: usize,
}

/// The picture of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// The number of its stream.
    pub stream: u32,
    /// What the file calls its format.
    pub codec: String,
    /// Width in pixels as it is seen: turned, and with square pixels.
    pub width: u32,
    /// Height in pixels as it is seen.
    pub height: u32,
    /// Frames a second, on average.
    pub rate: f64,
    /// It is HDR, in this way.
    pub hdr: Option<Transfer>,
    /// Its values use all of their range.
    pub full_range: bool,
    /// It has half pictures, as old cameras write.
    pub interlaced: bool,
    /// It says how its colours are coded.
    pub colours_told: bool,
}

/// How HDR is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Transfer {
    /// SMPTE ST 2084.
    Pq,
    /// ARIB STD-B67.
    Hlg,
}

/// The sound of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sound {
    /// The number of its stream.
    pub stream: u32,
    /// How many channels.
    pub channels: u32,
}

/// Reads a file from its beginning to its end, without decoding all of it.
pub fn probe(tools: &Tools, file: &Path, watch: &mut Watch<'_>) -> Result<Source, TranscodeError> {
    let mut meter = crate::progress::Meter::new(watch);
    if meter.begin(crate::progress::Stage::Reading, 0.0).is_break() {
        return Err(TranscodeError::Stopped);
    }
    inspect(tools, file, &mut |fraction| meter.tell(fraction))
}

pub(crate) fn inspect(
    tools: &Tools,
    file: &Path,
    tell: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<Source, TranscodeError> {
    let bytes = size(file)?;
    let is_mp4 = sniff::is_mp4(file)?;
    let mut arguments =
        words(["-hide_banner", "-v", "error", "-show_format", "-show_streams", "-of", "json"]);
    arguments.extend(fenced());
    arguments.push("-i".into());
    arguments.push(crate::arguments::address(file));
    let answer = output(Call::new(&tools.ffprobe, arguments), ANSWER_BYTES)?;
    if !answer.ok {
        return Err(refusal(&answer.said.text, is_mp4));
    }
    let streams::Found { picture, sound, picture_says, file_says } = streams::read(&answer.bytes)?;
    let Picture { width, height, .. } = picture;
    if width > SOURCE_PIXELS || height > SOURCE_PIXELS {
        return Err(TranscodeError::TooManyPixels { width, height });
    }
    too_long(picture_says.or(file_says).unwrap_or(0))?;
    let extent = extent::Extent { tools, file, picture: &picture, picture_says, file_says };
    let (milliseconds, complaints) = extent.measure(tell)?;
    too_long(milliseconds)?;
    Ok(Source { bytes, milliseconds, picture, sound, complaints })
}

fn too_long(milliseconds: u64) -> Result<(), TranscodeError> {
    match milliseconds > u64::from(VIDEO_SECONDS) * 1_000 {
        true => Err(TranscodeError::TooLong { milliseconds }),
        false => Ok(()),
    }
}

fn size(file: &Path) -> Result<u64, TranscodeError> {
    let about = fs::metadata(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => TranscodeError::NoFile,
        _ => at(file)(error),
    })?;
    match about.len() {
        _ if !about.is_file() => Err(TranscodeError::NotFile),
        0 => Err(TranscodeError::Empty),
        bytes if bytes > SOURCE_BYTES => Err(TranscodeError::TooManyBytes { bytes }),
        bytes => Ok(bytes),
    }
}

/// Why ffprobe refused it.
fn refusal(said: &str, is_mp4: bool) -> TranscodeError {
    if is_mp4 && said.contains("moov atom not found") {
        return TranscodeError::NoIndex;
    }
    // It names the reader that would have taken the file in square brackets: `[png_pipe @ 0x…] Format not on whitelist`.
    let reader = said
        .lines()
        .find(|line| line.contains("not on whitelist"))
        .and_then(|line| line.strip_prefix('[')?.split_whitespace().next());
    match reader {
        Some(name) if name.ends_with("_pipe") || name == "image2" || name == "gif" => {
            TranscodeError::OnlyPicture
        }
        _ => TranscodeError::NotVideo,
    }
}
