//! The shop's videos as files: in parts, of any size, for players anywhere.

use std::{
    fs,
    path::PathBuf,
    time::{Duration, UNIX_EPOCH},
};

use axum::{
    body::Body,
    http::{Request, Response, header},
};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::{
    film::{self, MADE},
    world::{Answer, Ask, World},
};

const DRAPE: &str = "/media/nokshi/drape.mp4";
/// More than any machine of ours would like to hold in memory.
const HUGE: u64 = 64 * 1024 * 1024 * 1024;

fn file(world: &World, path: &str) -> PathBuf {
    let file = world.shop_folder.path().join("media").join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    file
}

/// A world with a video of five thousand bytes, each the hundredth part of its place.
async fn world_with_drape() -> World {
    let world = World::new().await;
    let bytes: Vec<u8> = (0..5_000_u32).map(|place| (place / 100) as u8).collect();
    fs::write(file(&world, "drape.mp4"), bytes).unwrap();
    world
}

fn get<'w>(world: &'w World, path: &str) -> Ask<'w> {
    world.ask("GET", path).from(None)
}

/// The answer while it is still being sent.
async fn begun(world: &World, path: &str) -> Response<Body> {
    let request = Request::get(path).header("accept-encoding", "gzip, br").body(Body::empty()).unwrap();
    world.app.clone().oneshot(request).await.unwrap()
}

#[tokio::test]
async fn a_video_is_given_out_in_the_parts_that_a_player_asks_for() {
    let world = world_with_drape().await;
    for (range, place, first, length) in [
        ("bytes=1000-1999", "bytes 1000-1999/5000", 10, 1_000),
        ("bytes=0-", "bytes 0-4999/5000", 0, 5_000),
        ("bytes=-100", "bytes 4900-4999/5000", 49, 100),
        ("bytes=4990-9000", "bytes 4990-4999/5000", 49, 10),
    ] {
        let part = get(&world, DRAPE).header("range", range).header("accept-encoding", "br").send().await;
        assert_eq!((part.status.as_u16(), part.header("content-type")), (206, "video/mp4"), "{range}");
        assert_eq!((part.header("content-range"), part.body.len()), (place, length), "{range}");
        assert_eq!((part.body[0], part.header("accept-ranges")), (first, "bytes"), "{range}");
        assert_eq!(part.header("content-length"), length.to_string());
    }
    for (range, status) in [("bytes=9000-", 416), ("bytes=0-99,200-299", 200), ("seconds=1-2", 200)] {
        let answer = get(&world, DRAPE).header("range", range).send().await;
        assert_eq!(answer.status.as_u16(), status, "{range}");
    }
    let past = get(&world, DRAPE).header("range", "bytes=9000-").send().await;
    assert_eq!(past.header("content-range"), "bytes */5000");
    assert_eq!(past.header("cache-control"), "no-store");
    for name in ["etag", "last-modified"] {
        assert!(!past.headers.contains_key(name), "that is of the file: {past:?}");
    }
    let whole = get(&world, DRAPE).send().await;
    assert_eq!((whole.status.as_u16(), whole.body.len()), (200, 5_000));
}

#[tokio::test]
async fn a_part_is_only_added_to_parts_of_the_same_file() {
    let world = world_with_drape().await;
    let first = get(&world, DRAPE).header("range", "bytes=0-99").send().await;
    let (tag, time) = (first.header("etag").to_owned(), first.header("last-modified").to_owned());
    let ask = async |given: &str| {
        get(&world, DRAPE)
            .header("range", "bytes=100-")
            .header("if-range", given)
            .send()
            .await
            .status
            .as_u16()
    };
    assert_eq!((ask(&tag).await, ask("\"another\"").await, ask(&time).await), (206, 200, 200));

    let path = file(&world, "drape.mp4");
    let later = fs::metadata(&path).unwrap().modified().unwrap() + Duration::from_secs(60);
    fs::write(&path, vec![9; 5_000]).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(later).unwrap();
    assert_eq!(ask(&tag).await, 200, "the same length, and another video");
}

#[tokio::test]
async fn who_has_it_already_gets_nothing_again() {
    let world = world_with_drape().await;
    for path in [DRAPE, "/media/nokshi/nk-1.svg"] {
        let first = get(&world, path).send().await;
        let (tag, time) = (first.header("etag").to_owned(), first.header("last-modified").to_owned());
        for (name, value, status) in [
            ("if-none-match", tag.as_str(), 304),
            ("if-none-match", "\"x\", *", 304),
            ("if-none-match", "\"x\"", 200),
            ("if-modified-since", &time, 304),
            ("if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT", 200),
            ("if-modified-since", "yesterday", 200),
        ] {
            let again = get(&world, path).header(name, value).send().await;
            assert_eq!(again.status.as_u16(), status, "{path} {name}: {value}");
            assert_eq!((again.header("etag"), again.body.is_empty()), (tag.as_str(), status == 304));
        }
        let both = get(&world, path).header("if-none-match", "\"x\"").header("if-modified-since", &time);
        assert_eq!(both.send().await.status, 200, "a tag counts more than a time");
    }
}

#[tokio::test]
async fn a_file_with_a_time_that_no_header_can_say_is_served_all_the_same() {
    let world = world_with_drape().await;
    let path = file(&world, "drape.mp4");
    let day = Duration::from_secs(24 * 60 * 60);
    for time in [UNIX_EPOCH - day, UNIX_EPOCH + 8_040 * 365 * day] {
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        let answer = get(&world, DRAPE).send().await;
        assert_eq!((answer.status.as_u16(), answer.body.len()), (200, 5_000), "{time:?}");
        assert!(answer.headers.contains_key("etag"));
    }
}

#[tokio::test]
async fn who_asks_for_the_head_learns_the_size_and_gets_no_byte() {
    let world = world_with_drape().await;
    let ask = world.ask("HEAD", DRAPE).from(None).header("range", "bytes=0-9");
    let head = ask.send().await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
    assert_eq!((head.header("content-length"), head.header("accept-ranges")), ("5000", "bytes"));
}

#[tokio::test]
async fn a_file_larger_than_the_memory_is_sent_as_it_is_read() {
    let world = World::new().await;
    fs::File::create(file(&world, "long.mp4")).unwrap().set_len(HUGE).unwrap();
    let path = "/media/nokshi/long.mp4";
    let end = format!("bytes={}-", HUGE - 10);
    let part = get(&world, path).header("range", &end).send().await;
    assert_eq!((part.status.as_u16(), part.body.len()), (206, 10));

    let whole = begun(&world, path).await;
    assert_eq!(whole.headers()[header::CONTENT_LENGTH], HUGE.to_string().as_str());
    assert!(!whole.headers().contains_key(header::CONTENT_ENCODING), "nothing is compressed that is a video");
    let mut body = whole.into_body();
    for _ in 0..3 {
        let piece = body.frame().await.unwrap().unwrap().into_data().unwrap();
        assert!((1..=64 * 1024).contains(&piece.len()), "{}", piece.len());
    }
}

#[tokio::test]
async fn a_slow_phone_may_take_its_time() {
    let world = World::new().await;
    fs::write(file(&world, "long.mp4"), vec![7; 300_000]).unwrap();
    let mut body = begun(&world, "/media/nokshi/long.mp4").await.into_body();
    let mut got = body.frame().await.unwrap().unwrap().into_data().unwrap().len();
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(600)).await;
    tokio::time::resume();
    while let Some(piece) = body.frame().await {
        got += piece.unwrap().into_data().unwrap().len();
    }
    assert_eq!(got, 300_000);
}

#[tokio::test]
async fn a_file_that_gets_shorter_while_it_is_sent_ends_there() {
    let world = World::new().await;
    let path = file(&world, "long.mp4");
    fs::write(&path, vec![7; 300_000]).unwrap();
    let mut body = begun(&world, "/media/nokshi/long.mp4").await.into_body();
    let mut got = body.frame().await.unwrap().unwrap().into_data().unwrap().len();
    fs::File::options().write(true).open(&path).unwrap().set_len(100_000).unwrap();
    while let Some(piece) = body.frame().await {
        got += piece.unwrap().into_data().unwrap().len();
    }
    assert!(got < 300_000, "{got}");
}

#[tokio::test]
async fn what_belongs_to_a_video_has_its_type_and_any_page_may_play_it() {
    let world = film::world(false).await;
    for (name, kind) in [
        ("plain.mp4", "video/mp4"),
        ("old.webm", "video/webm"),
        ("144p/init.mp4", "video/mp4"),
        ("144p/00000.m4s", "video/mp4"),
        ("master.m3u8", "application/vnd.apple.mpegurl"),
        ("poster.avif", "image/avif"),
        ("strip.webp", "image/webp"),
        ("poster.jpg", "image/jpeg"),
    ] {
        fs::write(file(&world, &format!("videos/kantha/{name}")), "#EXTM3U\n".repeat(100)).unwrap();
        let path = format!("/media/nokshi/videos/kantha/{name}");
        for ask in [get(&world, &path), get(&world, &path).header("range", "bytes=0-9")] {
            let answer = ask.from(Some("https://nokshi.example")).send().await;
            check_open(&answer, kind);
            assert_eq!(answer.header("cache-control"), "public, max-age=300", "{name}");
        }
        let named = get(&world, &format!("{path}?v={MADE}")).send().await;
        assert_eq!(named.header("cache-control"), "public, max-age=31536000, immutable", "{name}");
        for query in ["v=1f", "v=", "w=1"] {
            let other = get(&world, &format!("{path}?{query}")).send().await;
            assert_eq!(other.header("cache-control"), "public, max-age=300", "{name}?{query}");
        }
    }
    // Nothing is said of a video of this name, and nobody may have it for a year.
    fs::write(file(&world, "videos/other/plain.mp4"), "x").unwrap();
    let other = get(&world, &format!("/media/nokshi/videos/other/plain.mp4?v={MADE}")).send().await;
    assert_eq!(other.header("cache-control"), "public, max-age=300");
    let picture = get(&world, "/media/nokshi/nk-1.svg").send().await;
    assert!(!picture.headers.contains_key("access-control-allow-origin"), "{picture:?}");
    assert_eq!(picture.header("cache-control"), "public, max-age=86400, stale-while-revalidate=604800");
}

fn check_open(answer: &Answer, kind: &str) {
    assert!(answer.status.is_success(), "{answer:?}");
    for (name, value) in [
        ("content-type", kind),
        ("access-control-allow-origin", "*"),
        ("timing-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("x-content-type-options", "nosniff"),
        ("accept-ranges", "bytes"),
    ] {
        assert_eq!(answer.header(name), value, "{name} of {kind}");
    }
}

#[tokio::test]
async fn what_is_text_is_compressed_under_a_tag_that_holds_for_no_part() {
    let world = World::new().await;
    fs::write(file(&world, "videos/kantha/master.m3u8"), "#EXTM3U\n".repeat(100)).unwrap();
    fs::write(file(&world, "large.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".repeat(100)).unwrap();
    for path in ["/media/nokshi/videos/kantha/master.m3u8", "/media/nokshi/large.svg"] {
        let packed = get(&world, path).header("accept-encoding", "br").send().await;
        assert_eq!((packed.status.as_u16(), packed.header("content-encoding")), (200, "br"), "{path}");
        assert!(packed.body.len() < 400, "{path}");
        assert!(!packed.headers.contains_key("content-length"), "{packed:?}");
        let tag = packed.header("etag");
        assert!(tag.starts_with("W/"), "{tag}");
        let part = get(&world, path).header("range", "bytes=0-9").header("if-range", tag).send().await;
        assert_eq!(part.status, 200, "{path}");
    }
}

#[tokio::test]
async fn what_is_being_made_and_what_only_the_server_reads_is_not_there() {
    let world = World::new().await;
    for name in ["videos/.kantha.part/plain.mp4", "videos/kantha/made.json", "videos/kantha/.poster.jpg"] {
        fs::write(file(&world, name), "x").unwrap();
        get(&world, &format!("/media/nokshi/{name}")).send().await.refused(404, "not_found");
    }
    get(&world, "/media/nokshi/videos/kantha/144p/00007.m4s").send().await.refused(404, "not_found");
}
