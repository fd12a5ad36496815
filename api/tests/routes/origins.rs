//! Pages of other origins get nothing, and no header that would let them read an answer.

use serde_json::json;

use crate::world::{ORIGIN, World, messages_of, text};

const FOREIGN: [&str; 8] = [
    "null",
    "https://evil.example",
    "https://127.0.0.1:8080",
    "http://127.0.0.1:8081",
    "http://127.0.0.1",
    "http://127.0.0.1:8080.evil.example",
    "http://localhost:8080",
    "https://nokshi.example",
];

#[tokio::test]
async fn a_foreign_page_neither_writes_nor_reads() {
    let world = World::new().await;
    let talk = world.opened().await;
    let rima = world.person("রিমা").await;
    let open = format!("/api/v1/shops/nokshi/conversations/{}", talk.id);
    for origin in FOREIGN {
        let asks = [
            world.ask("GET", "/api/v1/shops/nokshi/pack"),
            world.ask("GET", messages_of(&talk)).secret(&talk),
            world.ask("POST", messages_of(&talk)).secret(&talk).json(text("x")),
            world.ask("PUT", &open).secret(&talk).json(json!({"locale": "bn"})),
            world.ask("POST", "/api/v1/agent/login").json(json!({"login": "a", "password": "b"})),
            world.ask("POST", "/api/v1/agent/logout").by(&rima),
            world.ask("GET", "/api/v1/agent/conversations").by(&rima),
            world.ask("OPTIONS", messages_of(&talk)).header("access-control-request-method", "POST"),
        ];
        for ask in asks {
            ask.from(Some(origin)).send().await.refused(403, "foreign_origin");
        }
    }
}

#[tokio::test]
async fn a_write_needs_an_origin_and_a_read_does_not() {
    let world = World::new().await;
    let talk = world.opened().await;
    let write = world.ask("POST", messages_of(&talk)).secret(&talk).json(text("x"));
    write.from(None).send().await.refused(403, "foreign_origin");
    let read = world.ask("GET", messages_of(&talk)).secret(&talk).from(None).send().await;
    assert_eq!(read.status, 200);
    let twice = world.ask("GET", messages_of(&talk)).secret(&talk).header("origin", ORIGIN).send().await;
    twice.refused(403, "foreign_origin");
}

#[tokio::test]
async fn what_a_proxy_header_claims_changes_nothing() {
    let world = World::new().await;
    let talk = world.opened().await;
    let ask = world
        .ask("POST", messages_of(&talk))
        .secret(&talk)
        .json(text("x"))
        .from(Some("https://evil.example"));
    let ask = ask.header("x-forwarded-host", "evil.example").header("x-forwarded-proto", "https");
    ask.header("host", "evil.example").send().await.refused(403, "foreign_origin");
}
