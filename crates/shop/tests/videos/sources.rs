//! A video of the shop folder, from each of its sources, as the pack and the player get it.

use std::path::PathBuf;

use alap_protocol::{
    id::ProductId,
    locale::{Locale, Localized},
    video::{Linked, PlainFile, Poster, Shown, Size, Stills, Strip, VideoSite, VideoSource},
};
use alap_shop::Severity;

use crate::studio::{FILM, INIT, KANTHA, SHOP, Studio, made, only};

#[test]
fn a_video_that_was_made_is_a_ladder_with_all_that_belongs_to_it() {
    let studio = Studio::with_kantha();
    let (head, video) = studio.video();
    let VideoSource::Ladder(ladder) = &video.sheet.source else { panic!("{:?}", video.sheet.source) };
    let v = &ladder.version;
    assert_eq!(v.len(), 16);

    assert_eq!((head.id.as_str(), head.seconds, head.hello), ("kantha", 5, false));
    assert_eq!(head.title, Localized::both("কাঁথা", "Kantha"));
    assert_eq!(head.products, ["TB-1", "TB-2"].map(|sku| ProductId::parse(sku).unwrap()));
    assert_eq!(head.sizes.iter().map(|size| size.lines).collect::<Vec<_>>(), [144, 240]);
    let base = "/media/tanti/videos/kantha/";
    let poster = Poster {
        src: format!("{base}poster.jpg?v={v}"),
        avif: None,
        webp: Some(format!("{base}poster.webp?v={v}")),
        width: 426,
        height: 240,
    };
    assert_eq!(head.poster, Some(poster));
    assert_eq!(head.stills, Some(Stills { base: format!("{base}stills/"), every: 2, count: 3 }));
    assert_eq!(head.watch, Some(format!("{base}plain.mp4")));

    assert_eq!((ladder.base.as_str(), ladder.segments.as_slice()), (base, &[2_000, 2_000, 1_200][..]));
    assert!(ladder.rungs.iter().all(|rung| rung.init == INIT));
    let plain = PlainFile { src: format!("{base}plain.mp4?v={v}"), bytes: FILM.len() as u64 };
    assert_eq!(ladder.plain, plain);
    let src = format!("{base}strip.webp?v={v}");
    assert_eq!(video.sheet.strip, Some(Strip { src, width: 96, height: 54, columns: 5, count: 5, every: 1 }));
    assert_eq!(video.sheet.chapters[1].title, Localized::both("সেলাই", "Stitches"));
    let product = ProductId::parse("TB-2").unwrap();
    assert_eq!(video.sheet.shown, [Shown { product, from: 2, until: 5 }]);
    assert_eq!(video.published.as_deref(), Some("2026-01-31"));
    assert!(studio.read().media.contains(&PathBuf::from("media/videos/kantha")));
}

#[test]
fn captions_are_served_as_they_were_cleaned_under_the_hash_of_their_text() {
    let studio = Studio::with_kantha();
    let (_, before) = studio.video();
    let text = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nএটা কাঁথা।\n".to_owned();
    assert_eq!(before.captions, [(Locale::Bn, text)]);
    let src = &before.sheet.captions[0].src;
    let (address, hash) = src.split_once("?v=").unwrap();
    assert_eq!(address, "/api/v1/shops/tanti/videos/kantha/captions/bn.vtt");
    assert!(hash.len() == 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{src}");

    studio.change("videos/kantha.bn.vtt", "কাঁথা", "শাড়ি");
    let (_, after) = studio.video();
    assert_ne!(after.sheet.captions[0].src, *src);
}

#[test]
fn a_version_changes_with_what_the_player_gets_and_with_nothing_else() {
    let studio = Studio::with_kantha();
    let (head, video) = studio.video();
    assert_eq!(head.version, video.sheet.version);
    assert_eq!(head.version.len(), 32);
    studio.change("videos/kantha.toml", "\"Kantha\"", "\"A kantha\"");
    assert_eq!(studio.video().0.version, head.version);
    studio.change("videos/kantha.toml", "0:02", "0:01");
    assert_ne!(studio.video().0.version, head.version);
}

#[test]
fn a_shop_that_counts_says_so_in_each_sheet() {
    let studio = Studio::with_kantha();
    assert!(!studio.video().1.sheet.counted);
    studio.put("shop.toml", format!("{SHOP}[video]\ncount = true\n"));
    assert!(studio.video().1.sheet.counted);
}

#[test]
fn elsewhere_the_files_need_not_lie_here() {
    let studio = Studio::with_kantha();
    studio.put("shop.toml", format!("{SHOP}[video]\nbase = \"https://cdn.example/tanti\"\n"));
    for name in ["240p", "144p/00000.m4s", "plain.mp4", "poster.jpg", "poster.webp", "strip.webp", "stills"] {
        studio.remove(&format!("media/videos/kantha/{name}"));
    }
    let (head, video) = studio.video();
    let base = "https://cdn.example/tanti/kantha/";
    let VideoSource::Ladder(ladder) = video.sheet.source else { panic!("{:?}", video.sheet.source) };
    assert_eq!(ladder.base, base);
    // What is known is told; the rest the player fetches.
    assert_eq!(ladder.rungs.iter().map(|rung| rung.init.as_slice()).collect::<Vec<_>>(), [INIT, &[]]);
    assert_eq!(ladder.plain.src, format!("{base}plain.mp4?v={}", ladder.version));
    assert!(head.poster.unwrap().src.starts_with(&format!("{base}poster.jpg?v=")));
    assert_eq!(head.stills.unwrap().base, format!("{base}stills/"));
    assert!(video.sheet.captions[0].src.starts_with("/api/"));
    assert_eq!(studio.read().media, [PathBuf::from("media/tb-1.svg")]);
}

#[test]
fn a_file_is_played_as_it_is_until_something_is_made_of_it() {
    let studio = Studio::empty();
    studio.put("media/kantha film.mp4", FILM);
    let about = KANTHA.replace("[[shown]]", "file = \"media/kantha film.mp4\"\n[[shown]]");
    studio.put("videos/kantha.toml", &about);
    let (head, video) = studio.video();
    let src = "/media/tanti/kantha%20film.mp4".to_owned();
    let bytes = FILM.len() as u64;
    assert_eq!(video.sheet.source, VideoSource::Plain(PlainFile { src: src.clone(), bytes }));
    assert_eq!(head.sizes.iter().map(|size| size.bytes).collect::<Vec<_>>(), [bytes]);
    assert_eq!((head.seconds, head.watch), (5, Some(src)));
    // Without a poster of its own it has the picture of its first product.
    assert_eq!(head.poster.unwrap().src, "/media/tanti/tb-1.svg");

    studio.put_made(&made());
    let (head, video) = studio.video();
    assert!(matches!(video.sheet.source, VideoSource::Ladder(_)));
    assert!(head.poster.unwrap().src.starts_with("/media/tanti/videos/kantha/poster.jpg"));
}

#[test]
fn a_file_that_tells_nothing_of_itself_is_played_all_the_same() {
    let studio = Studio::empty();
    studio.put("media/x.webm", b"\x1a\x45\xdf\xa3 what follows");
    studio.put("videos/kantha.toml", "title = { en = \"X\" }\nfile = \"media/x.webm\"\n");
    let (head, _) = studio.video();
    assert_eq!((head.seconds, head.sizes), (0, vec![Size { lines: 0, bandwidth: 0, bytes: 17 }]));
}

#[test]
fn a_video_of_another_site_stands_behind_a_poster_of_the_shop() {
    let studio = Studio::empty();
    studio.put("media/poster.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 160'/>");
    studio.put(
        "videos/hello.toml",
        "title = { bn = \"সালাম\" }\nhello = true\nposter = \"media/poster.svg\"\nlink = \"https://youtu.be/dQw4w9WgXcQ?t=42\"\n",
    );
    let (head, video) = studio.video();
    let page = "https://www.youtube.com/watch?v=dQw4w9WgXcQ".to_owned();
    let player = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?playsinline=1&rel=0".to_owned();
    assert_eq!((head.hello, head.seconds, head.watch), (true, 0, Some(page.clone())));
    assert_eq!(video.sheet.source, VideoSource::Linked(Linked { site: VideoSite::Youtube, player, page }));
    let poster = head.poster.unwrap();
    assert_eq!((poster.src.as_str(), poster.width, poster.height), ("/media/tanti/poster.svg", 90, 160));
}

#[test]
fn without_its_ladder_a_video_is_its_plain_file() {
    let studio = Studio::with_kantha();
    studio.remove("media/videos/kantha/144p/00001.m4s");
    studio.remove("media/videos/kantha/240p/init.mp4");
    let reading = studio.read();
    assert_eq!((reading.count(Severity::Error), reading.count(Severity::Warning)), (0, 2));
    let (head, video) = only(reading);
    let VideoSource::Plain(plain) = video.sheet.source else { panic!("{:?}", video.sheet.source) };
    assert!(plain.src.starts_with("/media/tanti/videos/kantha/plain.mp4?v="), "{}", plain.src);
    assert_eq!((head.seconds, head.stills.unwrap().count), (5, 3));
}

#[test]
fn a_quality_that_misses_something_is_not_offered() {
    let studio = Studio::with_kantha();
    studio.remove("media/videos/kantha/240p/00002.m4s");
    assert_eq!(studio.faults(), ["media/videos/kantha/made.json video_made_missing"]);
    let (head, video) = only(studio.read());
    let VideoSource::Ladder(ladder) = video.sheet.source else { panic!("{:?}", video.sheet.source) };
    assert_eq!((head.sizes.len(), ladder.rungs.len(), ladder.rungs[0].size.lines), (1, 1, 144));
}

#[test]
fn a_film_as_a_camera_names_it_waits_to_be_made() {
    let studio = Studio::with_kantha();
    studio.remove("media/videos/kantha/made.json");
    studio.remove("videos/kantha.mp4");
    studio.put("videos/kantha.MOV", FILM);
    assert_eq!(studio.faults(), ["videos/kantha.toml video_not_made"]);
}

#[test]
fn a_question_that_names_the_film_means_what_was_made_of_it() {
    let studio = Studio::with_kantha();
    studio.put("media/kantha.mp4", FILM);
    studio.change("videos/kantha.toml", "[[shown]]", "file = \"media/kantha.mp4\"\n[[shown]]");
    studio.put("faq.md", "## a\nen? A question?\nen: Yes.\nvideo: media/kantha.mp4 0:03\n");
    let (head, video) = studio.video();
    assert_eq!(head.id.as_str(), "kantha");
    assert!(matches!(video.sheet.source, VideoSource::Ladder(_)));
}

#[test]
fn what_was_begun_and_not_finished_is_not_there() {
    let studio = Studio::with_kantha();
    studio.remove("media/videos/kantha/made.json");
    assert_eq!(studio.faults(), ["videos/kantha.toml video_not_made"]);
    assert!(studio.read().pack.unwrap().videos.is_empty() && studio.read().is_sound());
}

#[test]
fn videos_stand_in_the_order_of_their_files_and_the_pack_knows_them_by_its_version() {
    let studio = Studio::with_kantha();
    let version = studio.read().pack.unwrap().version;
    studio.put("videos/drape.toml", "title = { en = \"Drape\" }\nlink = \"https://vimeo.com/76979871\"\n");
    let pack = studio.read().pack.unwrap();
    assert_eq!(pack.videos.iter().map(|head| head.id.as_str()).collect::<Vec<_>>(), ["drape", "kantha"]);
    assert_ne!(pack.version, version);
}
