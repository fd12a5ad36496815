//! A shop folder with a video in it, and a hand that changes it.

use std::fs;

use alap_protocol::video::{Size, VideoHead};
use alap_shop::{ReadVideo, Reading, read_folder};
use alap_video::made::{MADE_FORMAT, Made, MadeRung, MadeStrip};
use tempfile::TempDir;

pub(crate) const SHOP: &str = r#"id = "tanti"
name = { bn = "তাঁতি", en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
url = "https://tanti.example"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
"#;
pub(crate) const KANTHA: &str = r#"title = { bn = "কাঁথা", en = "Kantha" }
products = ["TB-1", "TB-2"]
published = "2026-01-31"
[[shown]]
product = "TB-2"
from = "0:02"
until = "0:05"
"#;
pub(crate) const CAPTIONS: &str = "WEBVTT\n\n00:00.000 --> 00:02.000\n<c.red>এটা কাঁথা।</c>\n";
/// How a quality's files begin.
pub(crate) const INIT: &[u8] = b"\0\0\0\x10ftypiso5\0\0\0\0";
/// A film of five seconds, 640 wide and 360 high, without its pictures.
pub(crate) const FILM: &[u8] = b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\xd0moov\
    \0\0\0\x6cmvhd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x03\xe8\0\0\x13\x88\0\x01\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\
    \0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x40\0\0\0\
    \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x02\
    \0\0\0\x5ctrak\0\0\0\x54tkhd\0\0\0\x07\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
    \0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x40\0\0\0\x02\x80\0\0";

/// What is made of a video of 5.2 seconds.
pub(crate) fn made() -> Made {
    let rung = |lines: u16, kbps: u32| MadeRung {
        size: Size { lines, bandwidth: kbps * 1_000, bytes: u64::from(kbps) * 650 },
        width: lines * 16 / 9,
        height: lines,
        codecs: "avc1.42c01e,mp4a.40.2".into(),
    };
    Made {
        format: MADE_FORMAT,
        source: "0".repeat(64),
        width: 426,
        height: 240,
        milliseconds: 5_200,
        segments: vec![2_000, 2_000, 1_200],
        rungs: vec![rung(144, 130), rung(240, 280)],
        plain_bytes: FILM.len() as u64,
        poster_webp: true,
        poster_avif: false,
        strip: Some(MadeStrip { width: 96, height: 54, columns: 5, count: 5, every: 1 }),
        stills_every: 2,
        stills: 3,
    }
}

/// A shop folder, and hands that change it.
pub(crate) struct Studio(pub(crate) TempDir);

impl Studio {
    /// A shop without a video.
    pub(crate) fn empty() -> Self {
        let studio = Self(tempfile::tempdir().unwrap());
        studio.put("shop.toml", SHOP);
        studio
            .put("catalogue.csv", "sku,title_en,price,image\nTB-1,Saree,10,media/tb-1.svg\nTB-2,Shawl,20,\n");
        studio.put("faq.md", "## a\nen? A question?\nen: Yes.\n");
        studio.put("media/tb-1.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 500'/>");
        studio
    }

    /// A shop with a video that was made.
    pub(crate) fn with_kantha() -> Self {
        let studio = Self::empty();
        studio.put("videos/kantha.toml", KANTHA);
        studio.put("videos/kantha.mp4", FILM);
        studio.put("videos/kantha.bn.vtt", CAPTIONS);
        studio.put("videos/kantha.chapters.txt", "0:00 শুরু | The start\n0:03 সেলাই | Stitches\n");
        studio.put_made(&made());
        studio
    }

    /// Everything that was made.
    pub(crate) fn put_made(&self, made: &Made) {
        let folder = "media/videos/kantha";
        for rung in &made.rungs {
            let quality = format!("{folder}/{}p", rung.size.lines);
            self.put(&format!("{quality}/init.mp4"), INIT);
            for place in 0..made.segments.len() {
                self.put(&format!("{quality}/{place:05}.m4s"), "a segment");
            }
        }
        for place in 0..made.stills {
            self.put(&format!("{folder}/stills/{place:05}.webp"), "a still");
        }
        for name in ["poster.jpg", "poster.webp", "strip.webp"] {
            self.put(&format!("{folder}/{name}"), "a picture");
        }
        self.put(&format!("{folder}/plain.mp4"), FILM);
        self.put(&format!("{folder}/made.json"), serde_json::to_vec(made).unwrap());
    }

    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// A file with some words in it changed.
    pub(crate) fn change(&self, name: &str, from: &str, to: &str) {
        let path = self.0.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    pub(crate) fn remove(&self, name: &str) {
        let path = self.0.path().join(name);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
    }

    pub(crate) fn read(&self) -> Reading {
        read_folder(self.0.path())
    }

    /// The only video, and no mistake.
    #[track_caller]
    pub(crate) fn video(&self) -> (VideoHead, ReadVideo) {
        let reading = self.read();
        assert_eq!(reading.faults, []);
        only(reading)
    }

    /// Each mistake by its file, line and name.
    pub(crate) fn faults(&self) -> Vec<String> {
        let faults = self.read().faults;
        let line = |line: Option<u32>| line.map(|line| format!(":{line}")).unwrap_or_default();
        faults
            .iter()
            .map(|fault| format!("{}{} {}", fault.file.display(), line(fault.line), fault.problem.key()))
            .collect()
    }
}

/// The only video.
#[track_caller]
pub(crate) fn only(reading: Reading) -> (VideoHead, ReadVideo) {
    let (mut heads, mut videos) = (reading.pack.unwrap().videos, reading.videos);
    assert_eq!((heads.len(), videos.len()), (1, 1));
    (heads.remove(0), videos.remove(0))
}
