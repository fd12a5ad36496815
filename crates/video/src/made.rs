//! What `alap video` made of a seller's file, as it lies in the shop folder: `media/videos/{video}/`.
//!
//! | file | what |
//! |---|---|
//! | `made.json` | a [`Made`]; written last, so what is there without it is not finished |
//! | `144p/init.mp4`, `144p/00000.m4s`, …, `144p/list.m3u8` | a quality, and its playlist for other players |
//! | `master.m3u8` | the playlist that offers them all |
//! | `plain.mp4` | the same as one file |
//! | `poster.jpg`, `poster.webp`, `poster.avif` | the picture before it plays |
//! | `strip.webp` | small pictures to seek by |
//! | `stills/00000.webp`, … | larger pictures, for the talk about a moment |

use alap_protocol::video::Size;
use serde::{Deserialize, Serialize};

/// Version of this format. What was made by another one is made again.
pub const MADE_FORMAT: u16 = 1;
/// The folder of a shop's videos in its `media`.
pub const FOLDER: &str = "videos";
/// The file's name.
pub const FILE: &str = "made.json";
/// The same video as one file.
pub const PLAIN: &str = "plain.mp4";
/// The playlist that offers every quality.
pub const MASTER: &str = "master.m3u8";
/// The playlist of one quality, in its folder.
pub const LIST: &str = "list.m3u8";
/// How a quality's files begin, in its folder.
pub const INIT: &str = "init.mp4";
/// The picture before it plays, without the end of its name.
pub const POSTER: &str = "poster";
/// How the names of sellers' own video files end, in small letters, of which something can be made.
pub const SOURCES: [&str; 14] =
    ["mp4", "webm", "mov", "m4v", "mkv", "avi", "3gp", "3g2", "mpg", "mpeg", "mts", "m2ts", "wmv", "ogv"];
/// The most characters of a video's name.
pub const NAME_CHARS: usize = 40;
/// Small pictures to seek by.
pub const STRIP: &str = "strip.webp";
/// The folder of larger pictures.
pub const STILLS: &str = "stills";

/// May a video be called so? Its name is part of addresses: 1 to [`NAME_CHARS`] of a–z, 0–9 and `-`.
pub fn is_name(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=NAME_CHARS).contains(&text.len()) && text.bytes().all(is_plain)
}

/// The name of the video that a file of this name is a seller's own one of, whatever letters its end is written in.
pub fn source_of(file: &str) -> Option<&str> {
    let (name, end) = file.rsplit_once('.')?;
    SOURCES.contains(&end.to_ascii_lowercase().as_str()).then_some(name).filter(|name| !name.is_empty())
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// [`MADE_FORMAT`].
    pub format: u16,
    /// SHA-256 of the seller's file, in hexadecimal.
    pub source: String,
    /// Width of the highest quality in pixels,
    pub width: u32,
    /// and its height.
    pub height: u32,
    /// Its length in milliseconds.
    pub milliseconds: u64,
    /// The length of each segment in milliseconds, the same in each quality.
    pub segments: Vec<u32>,
    /// From the lowest to the highest; at least one.
    pub rungs: Vec<MadeRung>,
    /// Bytes of [`PLAIN`].
    pub plain_bytes: u64,
    /// There is a `poster.webp`,
    pub poster_webp: bool,
    /// and a `poster.avif`. A `poster.jpg` there always is.
    pub poster_avif: bool,
    /// How [`STRIP`] is laid out.
    pub strip: Option<MadeStrip>,
    /// Seconds from one still to the next, at least 1.
    pub stills_every: u16,
    /// How many stills there are.
    pub stills: u32,
}

/// A quality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeRung {
    /// What it costs.
    pub size: Size,
    /// Width in pixels.
    pub width: u16,
    /// Height in pixels.
    pub height: u16,
    /// As RFC 6381 names them.
    pub codecs: String,
}

/// How the strip is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeStrip {
    /// Width of each picture in pixels,
    pub width: u16,
    /// and its height.
    pub height: u16,
    /// How many stand in a row.
    pub columns: u16,
    /// How many there are.
    pub count: u16,
    /// Seconds from one to the next, at least 1.
    pub every: u16,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_part_of_addresses() {
        for name in ["a", "nk-001", "2", &"a".repeat(40)] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "NK", "../x", "a b", "ক", &"a".repeat(41)] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn cameras_write_the_end_of_a_name_in_capitals() {
        for (file, name) in [
            ("kantha.mp4", Some("kantha")),
            ("kantha.MOV", Some("kantha")),
            ("a.b.Mts", Some("a.b")),
            (".mp4", None),
            ("kantha.toml", None),
            ("mp4", None),
        ] {
            assert_eq!(source_of(file), name, "{file}");
        }
    }
}
