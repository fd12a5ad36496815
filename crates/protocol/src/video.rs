//! Product videos: what the pack says of each, what the player fetches once one is tapped, and what the seller learns of
//! how they are watched.
//!
//! | request | body → answer |
//! |---|---|
//! | `GET /api/v1/shops/{shop}/videos/{video}?v=VERSION` | → [`VideoSheet`], as postcard or JSON, like the pack |
//! | `POST /api/v1/shops/{shop}/watched` | [`WatchedReport`] → 204, where the shop counts; 404 where it does not |
//! | `GET /api/v1/agent/videos` | → [`VideoReport`] |

use serde::{Deserialize, Serialize};

use crate::{
    id::{ConversationId, ProductId, Sequence, VideoId},
    limits::WATCHED_PARTS,
    locale::{Locale, Localized},
};

/// Media type of a sheet in postcard.
pub const SHEET_MEDIA_TYPE: &str = "application/vnd.alap.video";

/// Watching is counted in parts of this many seconds.
pub const PART_SECONDS: u32 = 5;

/// What the pack says of a video: enough for its poster, its length and what it would cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VideoHead {
    /// The name of its file in the shop folder's `videos`.
    pub id: VideoId,
    /// What it is called.
    pub title: Localized,
    /// What stands there before it is tapped.
    pub poster: Option<Poster>,
    /// Its length in seconds; 0 where nobody knows.
    pub seconds: u32,
    /// What it costs to watch, from the lowest quality to the highest; empty where nobody knows.
    pub sizes: Vec<Size>,
    /// The products that it is about, the most important first.
    pub products: Vec<ProductId>,
    /// The shop introduces itself in it: it stands on the home view.
    pub hello: bool,
    /// Pictures of its moments, for the talk about one.
    pub stills: Option<Stills>,
    /// Where a browser can watch it without the player: the plain file, or its page at another site.
    pub watch: Option<String>,
    /// Address of the first segment of the lowest quality: what the player needs first is asked for together with the sheet.
    pub begins: Option<String>,
    /// Hash of the sheet.
    pub version: String,
}

/// The picture of a video, in every format that it is there in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Poster {
    /// Address of a JPEG, or of whatever picture the seller gave.
    pub src: String,
    /// Address of the same as AVIF.
    pub avif: Option<String>,
    /// Address of the same as WebP.
    pub webp: Option<String>,
    /// Width and height in pixels, of the video itself.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A quality of a video.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Size {
    /// The shorter side in pixels: 144, 240, 480, 720.
    pub lines: u16,
    /// Its peak, in bits a second, sound included.
    pub bandwidth: u32,
    /// All of it, in bytes.
    pub bytes: u64,
}

/// Pictures of a video's moments: the one for a second is `{base}{second / every, five digits}.webp`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stills {
    /// What their addresses begin with.
    pub base: String,
    /// Seconds from one to the next, at least 1.
    pub every: u16,
    /// How many there are.
    pub count: u32,
}

impl Stills {
    /// Address of the still that shows this second best.
    pub fn address(&self, second: u32) -> String {
        let place = second.checked_div(u32::from(self.every)).unwrap_or(0).min(self.count.saturating_sub(1));
        format!("{}{place:05}.webp", self.base)
    }
}

/// What the player needs, fetched when a video is tapped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VideoSheet {
    /// Which video.
    pub id: VideoId,
    /// Hash of the content.
    pub version: String,
    /// Where its pictures and sounds come from.
    pub source: VideoSource,
    /// Its captions.
    pub captions: Vec<Captions>,
    /// Its chapters, by their beginnings.
    pub chapters: Vec<Chapter>,
    /// The products that can be seen, and when.
    pub shown: Vec<Shown>,
    /// Small pictures to seek by.
    pub strip: Option<Strip>,
    /// The shop would like to count what is watched, without names: the shopper is asked.
    pub counted: bool,
}

/// Where the pictures and sounds come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum VideoSource {
    /// Several qualities to choose from while it plays.
    Ladder(Ladder),
    /// One file.
    Plain(PlainFile),
    /// A player of another site, in a frame.
    Linked(Linked),
}

/// The same video in several qualities, cut into the same segments (HLS, RFC 8216, as fragmented MP4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ladder {
    /// What all addresses begin with, up to and with the last slash.
    pub base: String,
    /// Hash of what was made: behind `?v=` in the addresses of segments, so that they may be kept for good and none stands
    /// beside one of another making.
    pub version: String,
    /// The length of each segment, in milliseconds; the same in each quality.
    pub segments: Vec<u32>,
    /// From the lowest to the highest.
    pub rungs: Vec<Rung>,
    /// The same as one file, for browsers that play no segments.
    pub plain: PlainFile,
}

/// A quality of a ladder. Its files: `{base}{lines}p/init.mp4`, `{base}{lines}p/{segment, five digits from 0}.m4s`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rung {
    /// What it costs.
    pub size: Size,
    /// Width in pixels.
    pub width: u16,
    /// Height in pixels.
    pub height: u16,
    /// The codecs, as RFC 6381 names them: `avc1.42c01e,mp4a.40.2`.
    pub codecs: String,
    /// What `init.mp4` holds, so that nobody has to wait for it; less than 4 KiB.
    pub init: Vec<u8>,
}

/// A video that is one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlainFile {
    /// Its address.
    pub src: String,
    /// Its size in bytes; 0 where nobody knows.
    pub bytes: u64,
}

/// A video at another site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Linked {
    /// Which site.
    pub site: VideoSite,
    /// Address of its player, made by the server; a moment is added by [`Linked::from`].
    pub player: String,
    /// Address of its page there.
    pub page: String,
}

/// The sites whose players may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum VideoSite {
    /// YouTube, by its address without cookies.
    Youtube,
    /// Facebook.
    Facebook,
    /// Vimeo.
    Vimeo,
}

impl VideoSite {
    /// The origin of its player, as a page's policy names it.
    pub fn origin(self) -> &'static str {
        match self {
            Self::Youtube => "https://www.youtube-nocookie.com",
            Self::Facebook => "https://www.facebook.com",
            Self::Vimeo => "https://player.vimeo.com",
        }
    }

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Youtube => "YouTube",
            Self::Facebook => "Facebook",
            Self::Vimeo => "Vimeo",
        }
    }
}

impl Linked {
    /// Address of the player from this second on; it starts, since somebody has tapped.
    pub fn from(&self, second: u32) -> String {
        let joint = if self.player.contains('?') { '&' } else { '?' };
        let player = &self.player;
        match self.site {
            VideoSite::Youtube => format!("{player}{joint}autoplay=1&start={second}"),
            VideoSite::Facebook => format!("{player}{joint}autoplay=true&t={second}"),
            VideoSite::Vimeo => format!("{player}{joint}autoplay=1#t={second}s"),
        }
    }
}

/// Captions in one language, as a WebVTT file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Captions {
    /// The language.
    pub locale: Locale,
    /// Address of the file.
    pub src: String,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Chapter {
    /// Where it begins, in seconds.
    pub at: u32,
    /// What it is called.
    pub title: Localized,
}

/// When a product can be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shown {
    /// Which.
    pub product: ProductId,
    /// From this second,
    pub from: u32,
    /// until this one.
    pub until: u32,
}

/// One picture with many small ones in it, row by row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Strip {
    /// Its address: WebP.
    pub src: String,
    /// Width of each small picture in pixels,
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

/// What of a video was watched in an unusual way: numbers of its parts, of [`PART_SECONDS`] each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Watched {
    /// Parts watched again, at most [`WATCHED_PARTS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replayed: Vec<u16>,
    /// Parts jumped over, at most [`WATCHED_PARTS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<u16>,
}

impl Watched {
    /// Nothing unusual.
    pub fn is_empty(&self) -> bool {
        self.replayed.is_empty() && self.skipped.is_empty()
    }

    /// Is it short enough, and is no part named twice?
    pub fn is_proper(&self) -> bool {
        let proper = |parts: &[u16]| {
            parts.len() <= WATCHED_PARTS
                && parts.iter().zip(parts.iter().skip(1)).all(|(one, next)| one < next)
        };
        proper(&self.replayed) && proper(&self.skipped)
    }
}

/// What was watched, from a shopper who agreed that the shop counts it. Nothing in it says who.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WatchedReport {
    /// Which video.
    pub video: VideoId,
    /// What of it.
    pub watched: Watched,
}

/// How the shop's videos are watched, and asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VideoReport {
    /// Shoppers are asked whether the shop may count.
    pub counted: bool,
    /// Each video with its counts, in the pack's order; those without any too.
    pub videos: Vec<VideoCounts>,
    /// The moments asked about last, the newest first.
    pub asked: Vec<AskedMoment>,
}

/// The counts of one video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VideoCounts {
    /// Which.
    pub video: VideoId,
    /// Its parts that have a count, in their order.
    pub parts: Vec<PartCounts>,
}

/// The counts of one part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PartCounts {
    /// Which: it begins at `part` × [`PART_SECONDS`] seconds.
    pub part: u16,
    /// How often somebody asked about it.
    pub asked: u32,
    /// How often it was watched again.
    pub replayed: u32,
    /// How often it was jumped over.
    pub skipped: u32,
}

/// A moment that somebody asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskedMoment {
    /// In which conversation,
    pub conversation: ConversationId,
    /// and where in it.
    pub seq: Sequence,
    /// Of which video.
    pub video: VideoId,
    /// The moment, in seconds from the start.
    pub at: u32,
    /// When it was asked, in milliseconds since 1970 UTC.
    pub asked_at: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_still_is_the_one_before_its_second_and_never_past_the_end() {
        let stills = Stills { base: "/media/x/".into(), every: 2, count: 3 };
        for (second, place) in [(0, "00000"), (1, "00000"), (5, "00002"), (600, "00002")] {
            assert_eq!(stills.address(second), format!("/media/x/{place}.webp"));
        }
        let odd = Stills { base: String::new(), every: 0, count: 0 };
        assert_eq!(odd.address(9), "00000.webp");
    }

    #[test]
    fn a_linked_video_begins_at_its_moment() {
        let linked =
            |site, player: &str| Linked { site, player: player.into(), page: String::new() }.from(42);
        let youtube = linked(VideoSite::Youtube, "https://www.youtube-nocookie.com/embed/abc");
        assert_eq!(youtube, "https://www.youtube-nocookie.com/embed/abc?autoplay=1&start=42");
        let vimeo = linked(VideoSite::Vimeo, "https://player.vimeo.com/video/1?dnt=1");
        assert_eq!(vimeo, "https://player.vimeo.com/video/1?dnt=1&autoplay=1#t=42s");
    }

    #[test]
    fn parts_are_named_once_and_in_order() {
        let of = |parts: &[u16]| Watched { replayed: parts.to_vec(), skipped: vec![] };
        assert!(of(&[]).is_proper() && of(&[0, 1, 9]).is_proper());
        assert!(!of(&[1, 1]).is_proper() && !of(&[2, 1]).is_proper());
        // Four hours, and the part that their last second begins.
        let all: Vec<u16> = (0..=2_880).collect();
        assert!(of(&all).is_proper());
        assert!(!of(&(0..=2_881).collect::<Vec<_>>()).is_proper());
        let watched = Watched { replayed: all.clone(), skipped: all };
        let bytes = serde_json::to_vec(&watched).unwrap().len();
        assert!(bytes < crate::limits::BODY_BYTES.min(crate::limits::FRAME_BYTES), "{bytes}");
    }
}
