//! The programs, and what they can do here.

use std::{collections::HashSet, ffi::OsString, path::PathBuf};

use crate::{
    problem::TranscodeError,
    run::{Call, output},
};

/// What is read of a list of what ffmpeg can do.
const LIST_BYTES: u64 = 1024 * 1024;

/// Where the programs are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tools {
    /// `ffmpeg`, or where it lies.
    pub ffmpeg: PathBuf,
    /// `ffprobe`, or where it lies.
    pub ffprobe: PathBuf,
}

impl Default for Tools {
    /// As the system finds them.
    fn default() -> Self {
        Self { ffmpeg: "ffmpeg".into(), ffprobe: "ffprobe".into() }
    }
}

/// What this ffmpeg can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// It brings HDR to ordinary screens.
    pub tone_mapping: bool,
    /// It writes WebP.
    pub webp: bool,
    /// It writes AVIF, with this encoder.
    pub avif: Option<&'static str>,
}

impl Tools {
    /// Are both there, and what can they do?
    pub fn abilities(&self) -> Result<Abilities, TranscodeError> {
        output(Call::new(&self.ffprobe, ["-version".into()]), LIST_BYTES)?;
        let encoders = self.list("-encoders")?;
        let muxers = self.list("-muxers")?;
        let filters = self.list("-filters")?;
        for (name, what) in [("libx264", "H.264 (libx264)"), ("aac", "AAC")] {
            if !encoders.contains(name) {
                return Err(TranscodeError::PoorFfmpeg { what });
            }
        }
        if !muxers.contains("hls") {
            return Err(TranscodeError::PoorFfmpeg { what: "HLS" });
        }
        let avif = ["libaom-av1", "libsvtav1", "librav1e"].into_iter().find(|name| encoders.contains(*name));
        Ok(Abilities {
            tone_mapping: filters.contains("zscale") && filters.contains("tonemap"),
            webp: encoders.contains("libwebp"),
            avif: avif.filter(|_| muxers.contains("avif")),
        })
    }

    /// The names in one of its lists: the second word of each line.
    fn list(&self, which: &str) -> Result<HashSet<String>, TranscodeError> {
        let arguments: [OsString; 2] = ["-hide_banner".into(), which.into()];
        let done = output(Call::new(&self.ffmpeg, arguments), LIST_BYTES)?;
        let text = String::from_utf8_lossy(&done.bytes);
        Ok(text.lines().filter_map(|line| line.split_whitespace().nth(1)).map(str::to_owned).collect())
    }
}
