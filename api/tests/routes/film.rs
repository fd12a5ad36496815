//! A shop with videos: one on this server, one on another, one at another site.

use std::sync::Arc;

use alap_api::shop::{ServedShop, videos::ServedVideos};
use alap_protocol::{
    id::VideoId,
    locale::{Locale, Localized},
    pack::ShopPack,
    video::{Captions, Ladder, Linked, PlainFile, Rung, Size, VideoHead, VideoSheet, VideoSite, VideoSource},
};
use alap_shop::ReadVideo;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{Answer, Talk, World, messages_of};

/// The version of every sheet here.
pub(crate) const VERSION: &str = "0f1e2d3c";
/// The version of what was made of each.
pub(crate) const MADE: &str = "1";
/// What the captions of the first video say.
pub(crate) const WORDS: &str = "WEBVTT\n\n00:00.000 --> 00:04.000\nনকশি কাঁথা\n";

/// A shop with a video of a minute, and two others; it counts, or does not.
pub(crate) fn shown(shop: ServedShop, counted: bool) -> ServedShop {
    let linked = Linked {
        site: VideoSite::Vimeo,
        player: "https://player.vimeo.com/video/1?dnt=1".into(),
        page: "https://vimeo.com/1".into(),
    };
    let read = vec![
        read("kantha", ladder("/media/nokshi/videos/kantha/"), counted),
        read("there", ladder("https://cdn.example/nokshi/there/"), counted),
        read("linked", VideoSource::Linked(linked), counted),
    ];
    let heads = [("kantha", 60), ("there", 60), ("linked", 0)].map(|(id, seconds)| head(id, seconds));
    let videos = Arc::new(ServedVideos::new(&heads, read).unwrap());
    let pack = ShopPack { videos: heads.to_vec(), ..(*shop.pack).clone() };
    let mut shop = shop.with_pack(pack).unwrap();
    shop.videos = videos;
    shop
}

/// Such a shop, served.
pub(crate) async fn world(counted: bool) -> World {
    World::serving(|shop| shown(shop, counted)).await
}

fn head(id: &str, seconds: u32) -> VideoHead {
    VideoHead {
        id: VideoId::parse(id).unwrap(),
        title: Localized::both("কাঁথা", "Quilt"),
        poster: None,
        seconds,
        sizes: vec![],
        products: vec![],
        hello: false,
        stills: None,
        watch: None,
        begins: None,
        version: VERSION.into(),
    }
}

fn ladder(base: &str) -> VideoSource {
    let rung = Rung {
        size: Size { lines: 144, bandwidth: 130_000, bytes: 900_000 },
        width: 256,
        height: 144,
        codecs: "avc1.42c01e,mp4a.40.2".into(),
        init: vec![1; 800],
    };
    let plain = PlainFile { src: format!("{base}plain.mp4"), bytes: 900_000 };
    VideoSource::Ladder(Ladder {
        base: base.into(),
        version: MADE.into(),
        segments: vec![4_000; 15],
        rungs: vec![rung],
        plain,
    })
}

fn read(id: &str, source: VideoSource, counted: bool) -> ReadVideo {
    let src = format!("/api/v1/shops/nokshi/videos/{id}/captions/bn.vtt?v=c0ffee");
    let sheet = VideoSheet {
        id: VideoId::parse(id).unwrap(),
        version: VERSION.into(),
        source,
        captions: vec![Captions { locale: Locale::Bn, src }],
        chapters: vec![],
        shown: vec![],
        strip: None,
        counted,
    };
    ReadVideo { sheet, captions: vec![(Locale::Bn, WORDS.into())], published: None }
}

impl World {
    /// The shopper asks about a moment, after having watched some of it again.
    pub(crate) async fn ask_about(&self, talk: &Talk, video: &str, at: u32, replayed: &[u16]) -> Answer {
        self.ask("POST", messages_of(talk)).secret(talk).json(moment(video, at, replayed)).send().await
    }
}

pub(crate) fn moment(video: &str, at: u32, replayed: &[u16]) -> Value {
    let moment = json!({"video": video, "at": at, "watched": {"replayed": replayed}});
    json!({"client_id": Uuid::new_v4(), "body": {"moment": moment}})
}
