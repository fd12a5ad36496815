//! Why a video could not be made, in words that say what to do.

use std::{io, path::Path, path::PathBuf};

use alap_protocol::limits::VIDEO_SECONDS;

use crate::probe::{SOURCE_BYTES, SOURCE_PIXELS};

/// Why it could not be made. What had been made before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum TranscodeError {
    /// The program is not on this machine.
    #[error(
        "{tool} is not on this machine; it comes with ffmpeg: `apt install ffmpeg`, `brew install ffmpeg`, \
         `winget install ffmpeg`, or https://ffmpeg.org/download.html"
    )]
    NoFfmpeg {
        /// `ffmpeg` or `ffprobe`.
        tool: String,
    },
    /// The program is there and cannot do what is needed.
    #[error("this ffmpeg cannot write {what}; install a complete one from https://ffmpeg.org/download.html")]
    PoorFfmpeg {
        /// What it lacks.
        what: &'static str,
    },
    /// There is no such file.
    #[error("there is no such file")]
    NoFile,
    /// It is a folder, or a device.
    #[error("this is not a file")]
    NotFile,
    /// Nothing is in it.
    #[error("the file is empty; copy it again from the phone or camera")]
    Empty,
    /// It is text, a document, an archive, or noise.
    #[error("this is not a video, whatever its name says; export it as MP4 and try again")]
    NotVideo,
    /// It is a picture.
    #[error("this is a picture, not a video")]
    OnlyPicture,
    /// There is no picture in it.
    #[error("there is only sound in this file, no picture")]
    OnlySound,
    /// An MP4 file without its index, which a camera writes last.
    #[error(
        "the file was cut off before its end: its index (moov) is missing, so that no program can play it; copy it again \
         from the phone or camera"
    )]
    NoIndex,
    /// It holds less than it says.
    #[error(
        "the file was cut off: it says that it is {} long, and ends at {}; copy it again from the phone or camera",
        clock(*.says), clock(*.ends)
    )]
    EndsEarly {
        /// How long it says that it is, in milliseconds.
        says: u64,
        /// Where it ends, in milliseconds.
        ends: u64,
    },
    /// The beginning can be read, the end cannot.
    #[error("the file is damaged: nothing can be seen after {}; copy it again from the phone or camera", clock(*.after))]
    DamagedEnd {
        /// From where, in milliseconds.
        after: u64,
    },
    /// Its pictures cannot be decoded.
    #[error(
        "not one picture of this video can be read: it is damaged, protected against copying, or in a format that this \
         ffmpeg does not know ({codec})"
    )]
    NoFrames {
        /// What the file calls its format.
        codec: String,
    },
    /// Longer than a shop's video may be.
    #[error("the video is {} long; at most {} are shown: cut it shorter", clock(*.milliseconds), clock(u64::from(VIDEO_SECONDS) * 1_000))]
    TooLong {
        /// Its length.
        milliseconds: u64,
    },
    /// Larger than any shop's video needs to be.
    #[error("the file has {} GB; at most {} GB are read: export it smaller", .bytes / 1_000_000_000, SOURCE_BYTES / 1_000_000_000)]
    TooManyBytes {
        /// Its size.
        bytes: u64,
    },
    /// Its pictures are larger than any camera's.
    #[error("its pictures have {width}×{height} pixels; at most {SOURCE_PIXELS} a side are read")]
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// Two runs at once.
    #[error("this video is being made already, by another `alap video`")]
    Busy,
    /// Nothing more can be written.
    #[error("the disk is full: {}; make room and run the same command again, it goes on from here", .path.display())]
    DiskFull {
        /// While writing this.
        path: PathBuf,
    },
    /// It may not be read or written.
    #[error("{}: no permission", .path.display())]
    NoPermission {
        /// What.
        path: PathBuf,
    },
    /// Something else is wrong with a file.
    #[error("{}: {error}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The qualities do not have the same segments: a player could not go from one to another.
    #[error(
        "the qualities came out with different segments ({lines}p), which ffmpeg should not do; use another version of it"
    )]
    Uneven {
        /// Which quality differs.
        lines: u16,
    },
    /// The program ended in a way that nobody foresaw.
    #[error("ffmpeg could not do it: {said}")]
    Tool {
        /// The end of what it said.
        said: String,
    },
    /// Somebody stopped it. The next run goes on from here.
    #[error("stopped; the same command goes on from here")]
    Stopped,
}

impl TranscodeError {
    /// From what the system says of a file.
    pub(crate) fn of(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::NoPermission { path }
            }
            _ => Self::File { path, error },
        }
    }

    /// What ffmpeg could not write below this path, by what it said. It may go on after that, and end as if all were well.
    pub(crate) fn unwritten(said: &str, path: &Path) -> Option<Self> {
        let path = path.to_owned();
        if said.contains("No space left on device") || said.contains("Disk quota exceeded") {
            return Some(Self::DiskFull { path });
        }
        let denied = said.contains("Permission denied") || said.contains("Read-only file system");
        denied.then_some(Self::NoPermission { path })
    }

    /// From what ffmpeg said before it failed, while writing below this path.
    pub(crate) fn of_tool(said: &str, path: &Path) -> Self {
        if let Some(error) = Self::unwritten(said, path) {
            return error;
        }
        let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let last = lines[lines.len().saturating_sub(3)..].join(" / ");
        let said = if last.is_empty() { "it said nothing".to_owned() } else { shortened(&last) };
        Self::Tool { said }
    }
}

/// What goes wrong with a file, as an error about this path.
pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> TranscodeError {
    move |error| TranscodeError::of(path, error)
}

/// For a line of a terminal, without what could move its cursor.
fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(400).collect()
}

/// `1:02:03`, or `2:03`.
fn clock(milliseconds: u64) -> String {
    let seconds = milliseconds / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_missing_permission_are_said_as_such() {
        let path = Path::new("media/videos");
        let full = TranscodeError::of_tool("av_interleaved_write_frame(): No space left on device\n", path);
        assert!(matches!(full, TranscodeError::DiskFull { .. }), "{full}");
        let full = TranscodeError::of(path, io::Error::from(io::ErrorKind::StorageFull));
        assert!(full.to_string().contains("goes on from here"), "{full}");
        let denied = TranscodeError::of_tool("list.m3u8: Permission denied", path);
        assert_eq!(denied.to_string(), "media/videos: no permission");
    }

    #[test]
    fn the_end_of_what_ffmpeg_said_is_told_without_control_characters() {
        let told = TranscodeError::of_tool("one\ntwo\nthree\n\u{1b}[31mfour\n", Path::new("x")).to_string();
        assert_eq!(told, "ffmpeg could not do it: two / three / [31mfour");
    }

    #[test]
    fn lengths_are_said_as_people_write_them() {
        let early = TranscodeError::EndsEarly { says: 62_900, ends: 3_661_000 };
        assert!(early.to_string().contains("it is 1:02 long, and ends at 1:01:01"), "{early}");
    }
}
