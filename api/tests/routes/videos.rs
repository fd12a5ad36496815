//! What the player fetches of a video, and who may reach what for it.

use std::fs;

use alap_protocol::video::{SHEET_MEDIA_TYPE, VideoSheet};

use crate::{
    film::{VERSION, WORDS, world},
    model::until,
    world::World,
};

const SHEET: &str = "/api/v1/shops/nokshi/videos/kantha";
const CAPTIONS: &str = "/api/v1/shops/nokshi/videos/kantha/captions/bn.vtt";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

#[tokio::test]
async fn a_sheet_is_fetched_once_under_the_version_that_the_pack_names() {
    let world = world(false).await;
    let pack = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await.json();
    assert_eq!(
        (&pack["videos"][0]["id"], &pack["videos"][0]["version"]),
        (&"kantha".into(), &VERSION.into())
    );
    let json = world.ask("GET", SHEET).send().await;
    assert_eq!((json.header("content-type"), json.header("cache-control")), ("application/json", "no-cache"));
    assert_eq!(json.header("etag"), format!("\"{VERSION}\""));
    let again = world.ask("GET", SHEET).header("if-none-match", json.header("etag")).send().await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));

    let path = format!("{SHEET}?v={VERSION}");
    let small = world.ask("GET", path).header("accept", SHEET_MEDIA_TYPE).send().await;
    assert_eq!((small.header("content-type"), small.header("cache-control")), (SHEET_MEDIA_TYPE, FOR_GOOD));
    assert!(small.headers.get_all("vary").iter().any(|value| value == "accept"), "{small:?}");
    let sheet: VideoSheet = postcard::from_bytes(&small.body).unwrap();
    assert_eq!(serde_json::to_value(&sheet).unwrap(), json.json());
    let packed = world.ask("GET", SHEET).header("accept-encoding", "br").send().await;
    assert_eq!(packed.header("content-encoding"), "br");
    let older = world.ask("GET", format!("{SHEET}?v=older")).send().await;
    assert_eq!((older.status.as_u16(), older.header("cache-control")), (200, "no-cache"));
    for path in [
        "/api/v1/shops/nokshi/videos/nosuch",
        "/api/v1/shops/nokshi/videos/..%2f..",
        "/api/v1/shops/elsewhere/videos/kantha",
    ] {
        world.ask("GET", path).send().await.refused(404, "not_found");
    }
    let foreign = world.ask("GET", SHEET).from(Some("https://evil.example")).send().await;
    foreign.refused(403, "foreign_origin");
}

#[tokio::test]
async fn captions_are_there_for_every_page() {
    let world = world(false).await;
    for (query, kept) in [("", "no-cache"), ("?v=c0ffee", FOR_GOOD), ("?v=older", "no-cache")] {
        let ask = world.ask("GET", format!("{CAPTIONS}{query}")).from(Some("https://nokshi.example"));
        let captions = ask.send().await;
        for (name, value) in [
            ("content-type", "text/vtt; charset=utf-8"),
            ("cache-control", kept),
            ("access-control-allow-origin", "*"),
            ("cross-origin-resource-policy", "cross-origin"),
            ("etag", "\"c0ffee\""),
        ] {
            assert_eq!(captions.header(name), value, "{query}");
        }
        assert_eq!(captions.body, WORDS);
    }
    let again = world.ask("GET", CAPTIONS).header("if-none-match", "\"c0ffee\"").send().await;
    assert_eq!(again.status, 304);
    for path in [
        CAPTIONS.replace("bn.vtt", "en.vtt"),
        CAPTIONS.replace("bn.vtt", "bn"),
        CAPTIONS.replace("kantha", "nosuch"),
        CAPTIONS.replace("nokshi", "elsewhere"),
    ] {
        world.ask("GET", path).from(Some("https://nokshi.example")).send().await.refused(404, "not_found");
    }
    let write = world.ask("POST", CAPTIONS).from(Some("https://nokshi.example")).send().await;
    write.refused(405, "method_not_allowed");
}

#[tokio::test]
async fn a_shop_without_videos_has_no_sheet_no_captions_and_no_frame() {
    let world = World::new().await;
    write_pages(&world);
    world.ask("GET", SHEET).send().await.refused(404, "not_found");
    world.ask("GET", CAPTIONS).send().await.refused(404, "not_found");
    let page = world.ask("GET", "/widget/").from(None).send().await;
    let policy = page.header("content-security-policy");
    assert!(policy.contains("frame-src 'none';") && policy.contains("worker-src 'none';"), "{policy}");
    for feature in ["fullscreen", "picture-in-picture", "autoplay"] {
        assert!(!page.header("permissions-policy").contains(feature), "nothing takes away {feature}");
    }
}

#[tokio::test]
async fn the_widget_reaches_what_the_shops_videos_need_and_the_inbox_less() {
    let world = world(false).await;
    write_pages(&world);
    let page = world.ask("GET", "/widget/").from(None).send().await;
    let policy = page.header("content-security-policy");
    for part in [
        "frame-src https://player.vimeo.com;",
        "connect-src 'self' ws://127.0.0.1:8080 blob: data: https://cdn.example;",
        "media-src 'self' https: blob: data:;",
    ] {
        assert!(policy.contains(part), "{part} in {policy}");
    }
    let inbox = world.ask("GET", "/inbox/").from(None).send().await;
    let policy = inbox.header("content-security-policy");
    assert!(policy.contains("frame-src 'none';") && !policy.contains("vimeo"), "{policy}");
}

fn write_pages(world: &World) {
    for page in ["widget", "inbox"] {
        fs::create_dir_all(world.pages.path().join(page)).unwrap();
        fs::write(world.pages.path().join(page).join("index.html"), "<!doctype html>").unwrap();
    }
}

/// A film that says how long it is and no more: 42 seconds.
fn film() -> Vec<u8> {
    let boxed =
        |name: &[u8], inner: &[u8]| [&(inner.len() as u32 + 8).to_be_bytes()[..], name, inner].concat();
    let words: Vec<u8> =
        [0_u32, 0, 0, 1_000, 42_000, 0, 0].iter().flat_map(|word| word.to_be_bytes()).collect();
    let movie = boxed(b"moov", &boxed(b"mvhd", &words));
    [boxed(b"ftyp", b"isom"), movie, boxed(b"mdat", &[7; 5_000])].concat()
}

#[tokio::test]
async fn a_video_that_the_seller_puts_into_the_folder_can_be_watched_and_asked_about() {
    let world = World::new().await;
    let folder = world.shop_folder.path();
    fs::create_dir_all(folder.join("media/films")).unwrap();
    fs::create_dir_all(folder.join("videos")).unwrap();
    fs::write(folder.join("media/films/kantha.mp4"), film()).unwrap();
    fs::write(folder.join("videos/kantha.bn.vtt"), WORDS).unwrap();
    let about =
        "title = { bn = \"কাঁথা\", en = \"Quilt\" }\nproducts = [\"NK-1\"]\nfile = \"media/films/kantha.mp4\"\n";
    fs::write(folder.join("videos/kantha.toml"), about).unwrap();
    let pack = until(&world, |pack| pack["videos"].as_array().is_some_and(|videos| videos.len() == 1)).await;
    let head = &pack["videos"][0];
    assert_eq!((&head["id"], &head["seconds"]), (&"kantha".into(), &42.into()), "{head}");

    let path = format!("{SHEET}?v={}", head["version"].as_str().unwrap());
    let sheet = world.ask("GET", path).send().await;
    assert_eq!((sheet.status.as_u16(), sheet.header("cache-control")), (200, FOR_GOOD));
    let sheet = sheet.json();
    let captions = sheet["captions"][0]["src"].as_str().unwrap();
    let captions = world.ask("GET", captions).from(Some("https://nokshi.example")).send().await;
    assert_eq!(
        (captions.header("cache-control"), captions.header("access-control-allow-origin")),
        (FOR_GOOD, "*")
    );
    assert!(String::from_utf8_lossy(&captions.body).contains("নকশি কাঁথা"), "{captions:?}");
    let file = sheet["source"]["plain"]["src"].as_str().unwrap();
    let part = world.ask("GET", file).from(None).header("range", "bytes=4-7").send().await;
    assert_eq!((part.status.as_u16(), part.body.as_ref()), (206, &b"ftyp"[..]));

    let (talk, rima) = (world.opened().await, world.person("রিমা").await);
    for at in [42, 45] {
        assert_eq!(world.ask_about(&talk, "kantha", at, &[]).await.status, 200);
    }
    let report = world.ask("GET", "/api/v1/agent/videos").by(&rima).send().await.json();
    let part = serde_json::json!([{"part": 8, "asked": 1, "replayed": 0, "skipped": 0}]);
    assert_eq!(report["videos"][0]["parts"], part, "past its end is no moment of it: {report}");
}
