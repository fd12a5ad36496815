//! What came out of a quality: lengths, bytes, codecs.

use std::{fs, path::Path};

use alap_video::{
    made::{INIT, LIST},
    playlist::segment,
};
use serde::{Deserialize, Serialize};

use crate::{
    codecs,
    problem::{TranscodeError, at},
};

/// What the beginning of a quality's files may have: it is carried by the sheet.
const INIT_BYTES: usize = 4 * 1024;

/// What a quality came out as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Measured {
    /// The length of each segment in milliseconds.
    pub(crate) segments: Vec<u32>,
    /// All its files, in bytes.
    pub(crate) bytes: u64,
    /// Its peak in bits a second.
    pub(crate) bandwidth: u32,
    /// As RFC 6381 names them.
    pub(crate) codecs: String,
    /// How often ffmpeg complained.
    pub(crate) complaints: usize,
}

impl Measured {
    pub(crate) fn milliseconds(&self) -> u64 {
        self.segments.iter().copied().map(u64::from).sum()
    }
}

/// Measures what ffmpeg wrote into this folder, with segments that should have so many seconds.
pub(crate) fn folder(folder: &Path, seconds: u32) -> Result<Measured, TranscodeError> {
    let list = folder.join(LIST);
    let text = fs::read_to_string(&list).map_err(at(&list))?;
    let segments = lengths(&text);
    let init = folder.join(INIT);
    let beginning = fs::read(&init).map_err(at(&init))?;
    let odd = |said: &str| TranscodeError::Tool { said: said.to_owned() };
    if beginning.len() >= INIT_BYTES {
        return Err(odd("what it wrote before the first segment is too long"));
    }
    let codecs = codecs::named(&beginning).ok_or_else(|| odd("it did not write H.264"))?;
    let mut bytes = Vec::with_capacity(segments.len());
    for place in 0..segments.len() {
        let file = folder.join(segment(place));
        match fs::metadata(&file).map_err(at(&file))?.len() {
            0 => return Err(odd("it wrote an empty segment")),
            size => bytes.push(size),
        }
    }
    if segments.is_empty() {
        return Err(odd("it wrote no segments"));
    }
    let all = beginning.len() as u64 + bytes.iter().sum::<u64>();
    Ok(Measured { bandwidth: peak(&segments, &bytes, seconds), bytes: all, segments, codecs, complaints: 0 })
}

/// Are all the files there that were measured, as large as they were? After a power cut some may be empty.
pub(crate) fn still_there(folder: &Path, measured: &Measured) -> bool {
    let size = |name: &str| fs::metadata(folder.join(name)).map_or(0, |about| about.len());
    let segments = (0..measured.segments.len()).map(|place| size(&segment(place)));
    size(INIT) + segments.sum::<u64>() == measured.bytes
}

/// The lengths that a playlist tells, in milliseconds.
fn lengths(list: &str) -> Vec<u32> {
    list.lines()
        .filter_map(|line| line.strip_prefix("#EXTINF:")?.split(',').next()?.parse::<f64>().ok())
        .map(|seconds| (seconds * 1_000.0).round() as u32)
        .collect()
}

/// The most bits a second of any segment. One that is shorter than half of the others counts together with the one before
/// it, as RFC 8216 has it (peak segment bit rate): the last one may hold a single frame.
fn peak(segments: &[u32], bytes: &[u64], seconds: u32) -> u32 {
    let half = seconds * 500;
    let mut peak = 0;
    let mut before = (0, 0);
    for (length, bytes) in segments.iter().zip(bytes) {
        let mut this = (u64::from(*length), *bytes);
        if *length < half {
            this = (this.0 + before.0, this.1 + before.1);
        }
        let rate = (this.1 * 8_000).checked_div(this.0).unwrap_or(0);
        peak = peak.max(u32::try_from(rate).unwrap_or(u32::MAX));
        before = (u64::from(*length), *bytes);
    }
    peak
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_segment_of_one_frame_does_not_make_the_peak() {
        assert_eq!(peak(&[2_000, 2_000, 40], &[50_000, 25_000, 3_000], 2), 200_000);
        assert_eq!(peak(&[40], &[1_000], 2), 200_000);
        assert_eq!(peak(&[], &[], 2), 0);
    }

    #[test]
    fn lengths_are_read_to_the_millisecond() {
        assert_eq!(
            lengths("#EXTM3U\n#EXTINF:2.000000,\n00000.m4s\n#EXTINF:1.233333,\n00001.m4s\n"),
            [2_000, 1_233]
        );
    }
}
