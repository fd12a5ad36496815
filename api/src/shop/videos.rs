//! The shop's videos as they are served: what the player fetches of each, and what the pages must be allowed to reach for them.

use std::collections::{BTreeSet, HashMap};

use alap_protocol::{
    id::VideoId,
    limits::VIDEO_SECONDS,
    locale::Locale,
    video::{PART_SECONDS, SHEET_MEDIA_TYPE, VideoHead, VideoSheet, VideoSource},
};
use alap_shop::ReadVideo;
use url::Url;

use crate::http::{
    asset::Asset,
    document::{Document, DocumentError},
};

/// All of them.
#[derive(Clone, Debug, Default)]
pub struct ServedVideos {
    videos: HashMap<VideoId, ServedVideo>,
    /// Origins of other servers that segments are fetched from.
    pub segment_origins: BTreeSet<String>,
    /// Origins of the other sites whose players are shown.
    pub player_origins: BTreeSet<&'static str>,
    /// Shoppers are asked whether the shop may count what they watch.
    pub counted: bool,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct ServedVideo {
    /// What the player fetches.
    pub sheet: Document,
    /// The version that stands behind `?v=` in the addresses of its files on this server, where they have one.
    pub files: Option<String>,
    /// How many parts of it can be counted, of [`PART_SECONDS`] each.
    pub parts: u16,
    captions: Vec<CaptionFile>,
}

/// Captions in one language.
#[derive(Clone, Debug)]
pub struct CaptionFile {
    locale: Locale,
    /// The version that the sheet names.
    pub version: String,
    /// The file.
    pub asset: Asset,
}

impl ServedVideos {
    /// Writes down what was read. Compressing takes a while: not on a thread that serves.
    pub fn new(heads: &[VideoHead], read: Vec<ReadVideo>) -> Result<Self, DocumentError> {
        let seconds: HashMap<&VideoId, u32> = heads.iter().map(|head| (&head.id, head.seconds)).collect();
        let mut all = Self::default();
        for ReadVideo { sheet, captions, .. } in read {
            all.note_origin(&sheet);
            all.counted |= sheet.counted;
            let video = ServedVideo {
                sheet: Document::large(SHEET_MEDIA_TYPE, &sheet.version, &sheet)?,
                files: files(&sheet.source),
                parts: parts(seconds.get(&sheet.id).copied().unwrap_or_default()),
                captions: captions
                    .into_iter()
                    .map(|(locale, text)| CaptionFile::new(&sheet, locale, text))
                    .collect(),
            };
            all.videos.insert(sheet.id, video);
        }
        Ok(all)
    }

    /// The video of this name.
    pub fn get(&self, id: &VideoId) -> Option<&ServedVideo> {
        self.videos.get(id)
    }

    fn note_origin(&mut self, sheet: &VideoSheet) {
        match &sheet.source {
            // A base without a scheme lies on this server.
            VideoSource::Ladder(ladder) => {
                let base = Url::parse(&ladder.base).ok().filter(|base| base.scheme().starts_with("http"));
                self.segment_origins.extend(base.map(|base| base.origin().ascii_serialization()));
            }
            VideoSource::Plain(_) => {}
            VideoSource::Linked(linked) => {
                self.player_origins.insert(linked.site.origin());
            }
        }
    }
}

impl ServedVideo {
    /// The captions of this file name: `bn.vtt`, `en.vtt`.
    pub fn captions(&self, name: &str) -> Option<&CaptionFile> {
        let locale = name.strip_suffix(".vtt")?;
        self.captions.iter().find(|file| file.locale.tag() == locale)
    }
}

impl CaptionFile {
    fn new(sheet: &VideoSheet, locale: Locale, text: String) -> Self {
        let named = sheet.captions.iter().find(|captions| captions.locale == locale);
        let version = named.and_then(|captions| captions.src.split_once("?v=")).map(|(_, version)| version);
        let asset = Asset::new("text/vtt; charset=utf-8", text.into_bytes());
        let version = version.unwrap_or(&sheet.version).to_owned();
        Self { locale, asset: asset.tagged(&version), version }
    }
}

/// The version in the addresses of what was made: all of its files have the same.
fn files(source: &VideoSource) -> Option<String> {
    match source {
        VideoSource::Ladder(ladder) => Some(ladder.version.clone()),
        VideoSource::Plain(plain) => Some(plain.src.split_once("?v=")?.1.to_owned()),
        VideoSource::Linked(_) => None,
    }
}

/// The parts of a video that is so many seconds long. Of one whose length nobody knows, those of the longest there may be.
fn parts(seconds: u32) -> u16 {
    let seconds = if seconds == 0 { VIDEO_SECONDS } else { seconds };
    // The last second may begin a part of its own.
    u16::try_from(seconds / PART_SECONDS + 1).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use alap_protocol::video::{Ladder, Linked, PlainFile, VideoSite};

    use super::*;

    fn read(id: &str, source: VideoSource) -> ReadVideo {
        let sheet = VideoSheet {
            id: VideoId::parse(id).unwrap(),
            version: "1".into(),
            source,
            captions: vec![],
            chapters: vec![],
            shown: vec![],
            strip: None,
            counted: false,
        };
        ReadVideo { sheet, captions: vec![(Locale::Bn, "WEBVTT\n".into())], published: None }
    }

    fn ladder(base: &str) -> VideoSource {
        let plain = PlainFile { src: format!("{base}plain.mp4"), bytes: 1 };
        VideoSource::Ladder(Ladder {
            base: base.into(),
            version: "0a1b".into(),
            segments: vec![2_000],
            rungs: vec![],
            plain,
        })
    }

    #[test]
    fn only_what_lies_elsewhere_is_an_origin_and_only_a_linked_site_a_player() {
        let linked = Linked { site: VideoSite::Vimeo, player: String::new(), page: String::new() };
        let videos = vec![
            read("here", ladder("/media/nokshi/videos/here/")),
            read("there", ladder("https://cdn.example/nokshi/there/")),
            read("near", ladder("http://127.0.0.1:9000/near/")),
            read("odd", ladder("data:text/html,x")),
            read("file", VideoSource::Plain(PlainFile { src: "https://x.example/a.mp4".into(), bytes: 1 })),
            read("linked", VideoSource::Linked(linked)),
        ];
        let served = ServedVideos::new(&[], videos).unwrap();
        let origins: Vec<&str> = served.segment_origins.iter().map(String::as_str).collect();
        assert_eq!(origins, ["http://127.0.0.1:9000", "https://cdn.example"]);
        assert_eq!(served.player_origins, BTreeSet::from(["https://player.vimeo.com"]));
    }

    #[test]
    fn captions_are_found_by_the_name_of_their_file() {
        let served = ServedVideos::new(&[], vec![read("kantha", ladder("/x/"))]).unwrap();
        let video = served.get(&VideoId::parse("kantha").unwrap()).unwrap();
        assert!(video.captions("bn.vtt").is_some());
        for name in ["en.vtt", "bn", "bn.srt", "../bn.vtt", ""] {
            assert!(video.captions(name).is_none(), "{name}");
        }
    }

    #[test]
    fn the_version_of_files_is_that_of_their_addresses() {
        assert_eq!(files(&ladder("/x/")).as_deref(), Some("0a1b"));
        let plain = |src: &str| VideoSource::Plain(PlainFile { src: src.into(), bytes: 1 });
        assert_eq!(files(&plain("/media/nokshi/videos/kantha/plain.mp4?v=7")).as_deref(), Some("7"));
        assert_eq!(files(&plain("/media/nokshi/kantha.mp4")), None);
    }

    #[test]
    fn a_video_has_a_part_for_each_of_its_seconds() {
        for (seconds, expected) in [(1, 1), (4, 1), (5, 2), (72, 15), (0, 2_881), (u32::MAX, u16::MAX)] {
            assert_eq!(parts(seconds), expected, "{seconds}");
        }
    }
}
