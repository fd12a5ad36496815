//! What the seller should know although the video was made.

use std::fmt;

/// What the seller should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A HDR video, and this ffmpeg lacks what brings its colours to ordinary screens.
    RoughColours,
    /// Some of its pictures are damaged; ffmpeg complained so often.
    Damaged {
        /// How often.
        complaints: usize,
    },
    /// This ffmpeg writes no WebP: there are no pictures to seek by.
    NoWebp,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RoughColours => f.write_str(
                "it is an HDR video, and this ffmpeg lacks zscale and tonemap: its colours will look pale; film in SDR, or \
                 install a complete ffmpeg",
            ),
            Self::Damaged { complaints } => write!(
                f,
                "parts of the file are damaged ({complaints} times something could not be read): look at the result before \
                 you show it"
            ),
            Self::NoWebp => f.write_str("this ffmpeg writes no WebP, so there are no small pictures to seek by"),
        }
    }
}
