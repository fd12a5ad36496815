//! The widget's page, the inbox, `embed.js`, the shop's pictures: what is served, and with which headers.

use std::fs;

use crate::world::{Answer, World};

async fn world_with_pages() -> World {
    let world = World::new().await;
    let page = |name: &str| {
        format!(
            "<!doctype html><style>a{{}}</style><script>let {name} = 1;</script><script type=\"module\" src=\"x.js\"></script>"
        )
    };
    for (path, content) in [
        ("widget/index.html", page("widget")),
        ("widget/alap-widget-0123456789abcdef.js", "export default 1;".repeat(100)),
        ("widget/alap-widget-0123456789abcdef_bg.wasm", "\0asm".repeat(300)),
        ("inbox/index.html", page("inbox")),
        ("public/embed.js", "(function () {})();".to_owned()),
        ("secret.txt", "secret".to_owned()),
    ] {
        let path = world.pages.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    world
}

async fn get(world: &World, path: &str) -> Answer {
    world.ask("GET", path).from(None).send().await
}

#[tokio::test]
async fn the_widgets_page_may_be_shown_by_the_shops_pages_and_runs_only_its_own_scripts() {
    let world = world_with_pages().await;
    let page = get(&world, "/widget/?shop=nokshi").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    let policy = page.header("content-security-policy");
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval' 'sha256-",
        "style-src 'self' 'sha256-",
        "frame-ancestors 'self' https://nokshi.example",
        "connect-src 'self' ws://127.0.0.1:8080",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        assert!(policy.contains(part), "{part} in {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    assert_eq!(page.header("referrer-policy"), "strict-origin-when-cross-origin");
    assert_eq!(page.header("cache-control"), "no-cache");
    assert_eq!(get(&world, "/widget?shop=nokshi").await.header("location"), "/widget/?shop=nokshi");
}

#[tokio::test]
async fn the_inbox_is_shown_by_nobody_else() {
    let world = world_with_pages().await;
    let policy = get(&world, "/inbox/").await.header("content-security-policy").to_owned();
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
}

#[tokio::test]
async fn parts_with_a_hash_in_their_name_are_kept_for_good_and_compressed() {
    let world = world_with_pages().await;
    for (path, kind) in [
        ("/widget/alap-widget-0123456789abcdef.js", "text/javascript; charset=utf-8"),
        ("/widget/alap-widget-0123456789abcdef_bg.wasm", "application/wasm"),
    ] {
        let part = world.ask("GET", path).header("accept-encoding", "br").send().await;
        assert_eq!((part.header("content-type"), part.header("content-encoding")), (kind, "br"));
        assert_eq!(part.header("cache-control"), "public, max-age=31536000, immutable");
    }
}

#[tokio::test]
async fn what_the_build_compressed_is_served_unless_it_is_older() {
    let world = world_with_pages().await;
    let path = "/widget/alap-widget-0123456789abcdef.js";
    let file = world.pages.path().join("widget/alap-widget-0123456789abcdef.js");
    fs::write(file.with_extension("js.br"), "compressed before").unwrap();
    let part = world.ask("GET", path).header("accept-encoding", "br").send().await;
    assert_eq!(part.body, "compressed before");

    let later = fs::metadata(&file).unwrap().modified().unwrap() + std::time::Duration::from_secs(60);
    fs::write(&file, "export default 2;").unwrap();
    fs::File::options().write(true).open(&file).unwrap().set_modified(later).unwrap();
    let part = world.ask("GET", path).header("accept-encoding", "br").send().await;
    assert_eq!((part.body.as_ref(), part.header("content-encoding")), (&b"export default 2;"[..], ""));
}

#[tokio::test]
async fn any_site_may_load_the_snippets_script_and_no_more() {
    let world = world_with_pages().await;
    let script = get(&world, "/embed.js").await;
    assert_eq!(script.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(script.header("cache-control"), "public, max-age=300, stale-while-revalidate=86400");
    let again = world.ask("GET", "/embed.js").header("if-none-match", script.header("etag")).send().await;
    assert_eq!(again.status, 304);
    for path in [
        "/secret.txt",
        "/widget/../secret.txt",
        "/widget/%2e%2e/secret.txt",
        "/widget/index.html",
        "/nothing.js",
    ] {
        get(&world, path).await.refused(404, "not_found");
    }
}

#[tokio::test]
async fn the_shops_pictures_are_shown_and_nothing_in_them_runs() {
    let world = world_with_pages().await;
    let picture = get(&world, "/media/nokshi/nk-1.svg").await;
    assert_eq!((picture.status.as_u16(), picture.header("content-type")), (200, "image/svg+xml"));
    assert_eq!(
        picture.header("content-security-policy"),
        "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    );
    assert_eq!(picture.header("cross-origin-resource-policy"), "cross-origin");
    fs::write(world.shop_folder.path().join("media/page.html"), "<script>").unwrap();
    for path in [
        "/media/nokshi/../shop.toml",
        "/media/nokshi/%2e%2e/shop.toml",
        "/media/nokshi/page.html",
        "/media/elsewhere/nk-1.svg",
        "/media/nokshi/",
    ] {
        get(&world, path).await.refused(404, "not_found");
    }
}
