//! `GET /api/v1/shops/{shop}/pack`

use crate::world::World;

#[tokio::test]
async fn the_pack_is_fetched_once_and_then_only_asked_for() {
    let world = World::new().await;
    let first = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await;
    assert_eq!(first.status, 200);
    assert_eq!(first.header("cache-control"), "no-cache");
    let pack = first.json();
    assert_eq!(pack["shop"]["id"], "nokshi");
    assert_eq!(first.header("etag"), format!("\"{}\"", pack["version"].as_str().unwrap()));

    let compressed =
        world.ask("GET", "/api/v1/shops/nokshi/pack").header("accept-encoding", "gzip, br").send().await;
    assert_eq!(compressed.header("content-encoding"), "br");
    for tag in [first.header("etag"), compressed.header("etag")] {
        let again = world.ask("GET", "/api/v1/shops/nokshi/pack").header("if-none-match", tag).send().await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{tag}");
    }
    let other =
        world.ask("GET", "/api/v1/shops/nokshi/pack").header("if-none-match", "\"older\"").send().await;
    assert_eq!(other.status, 200);
}

#[tokio::test]
async fn another_shop_is_not_here() {
    let world = World::new().await;
    for shop in ["elsewhere", "..", "%2e%2e%2fx", "a%00b"] {
        world.ask("GET", format!("/api/v1/shops/{shop}/pack")).send().await.refused(404, "not_found");
    }
}
