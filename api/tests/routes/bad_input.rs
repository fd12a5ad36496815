//! What bad input gets: one table, walked.

use alap_protocol::limits::{BODY_BYTES, MESSAGE_CHARS};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{World, messages_of, text};

#[tokio::test]
async fn a_message_that_is_none_is_refused_and_nothing_of_it_kept() {
    let world = World::new().await;
    let talk = world.opened().await;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut message = text("দাম কত?");
        change(&mut message);
        message.to_string().into_bytes()
    };
    let said = |words: &str| text(words).to_string().into_bytes();
    let answer = |products: usize| {
        let products = vec!["NK-1"; products];
        json!({"client_id": Uuid::new_v4(), "body": {"answer": {"text": "হ্যাঁ", "products": products}}})
    };
    let viewed = |products: usize| json!({"client_id": Uuid::new_v4(), "body": {"viewed": {"products": vec!["NK-1"; products]}}});
    let table: Vec<(&str, Vec<u8>, u16)> = vec![
        ("empty", said(""), 422),
        ("white space", said(" \n\t "), 422),
        ("zero width", said("\u{200b}\u{200d}\u{feff}"), 422),
        ("too long", said(&"ক".repeat(MESSAGE_CHARS + 1)), 422),
        ("NUL", said("a\0b"), 422),
        ("terminal escape", said("\u{1b}[31m"), 422),
        ("unknown field", with(&|m| m["shop_id"] = json!("x")), 422),
        ("unknown field inside", with(&|m| m["body"]["text"]["role"] = json!("agent")), 422),
        (
            "no client id",
            with(&|m| {
                m.as_object_mut().unwrap().remove("client_id");
            }),
            422,
        ),
        ("a client id that is none", with(&|m| m["client_id"] = json!("1")), 422),
        ("another kind", with(&|m| m["body"] = json!({"html": {"text": "x"}})), 422),
        (
            "the server's own kind",
            json!({"client_id": Uuid::new_v4(), "body": {"event": {"event": {"closed": {}}}}})
                .to_string()
                .into_bytes(),
            422,
        ),
        ("seven products", answer(7).to_string().into_bytes(), 422),
        ("seven products looked at", viewed(7).to_string().into_bytes(), 422),
        ("no product looked at", viewed(0).to_string().into_bytes(), 422),
        ("a list", b"[]".to_vec(), 422),
        ("nothing", Vec::new(), 400),
        ("half", said("x")[..20].to_vec(), 400),
        ("not UTF-8", [&b"{\"client_id\":\""[..], &[0xff, 0xfe], b"\"}"].concat(), 400),
        (
            "a key twice",
            String::from_utf8(said("x")).unwrap().replacen('{', "{\"body\":1,", 1).into_bytes(),
            400,
        ),
        ("deep", [vec![b'['; 10_000], vec![b']'; 10_000]].concat(), 400),
        ("too large", said(&"x".repeat(BODY_BYTES)), 413),
    ];
    for (what, body, status) in table {
        let refused =
            world.ask("POST", messages_of(&talk)).secret(&talk).raw("application/json", body).send().await;
        assert_eq!(refused.status.as_u16(), status, "{what}: {refused:?}");
        let code = match status {
            400 => "malformed",
            413 => "too_large",
            _ => "invalid",
        };
        refused.refused(status, code);
        assert!(
            !String::from_utf8_lossy(&refused.body).contains("line"),
            "{what}: nothing of the parser's words"
        );
    }
    let page = world.ask("GET", messages_of(&talk)).secret(&talk).send().await.json();
    assert_eq!(page["messages"], json!([]));
}

#[tokio::test]
async fn four_thousand_characters_of_any_script_and_markup_go_through_as_they_are() {
    let world = World::new().await;
    let talk = world.opened().await;
    let long = "ক্ষ".repeat(MESSAGE_CHARS / 3);
    for words in [long.as_str(), "<img src=x onerror=alert(1)>", "=cmd()", "\u{202e}evil\u{202c}"] {
        assert_eq!(world.say(&talk, words).await.status, 200, "{words}");
    }
    let page = world.ask("GET", messages_of(&talk)).secret(&talk).send().await.json();
    assert_eq!(page["messages"][0]["body"]["text"]["text"], long);
    assert_eq!(page["messages"][1]["body"]["text"]["text"], "<img src=x onerror=alert(1)>");
}

#[tokio::test]
async fn only_json_is_read() {
    let world = World::new().await;
    let talk = world.opened().await;
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
        let body = text("x").to_string();
        let answer = world.ask("POST", messages_of(&talk)).secret(&talk).raw(kind, body).send().await;
        answer.refused(415, "unsupported_media_type");
    }
}

#[tokio::test]
async fn an_address_does_only_what_it_does() {
    let world = World::new().await;
    let talk = world.opened().await;
    let seen = format!("/api/v1/conversations/{}/seen", talk.id);
    for (method, path) in [
        ("GET", seen.as_str()),
        ("GET", "/api/v1/agent/login"),
        ("DELETE", &messages_of(&talk)),
        ("POST", "/api/v1/shops/nokshi/pack"),
        ("POST", "/healthz"),
    ] {
        world.ask(method, path).secret(&talk).send().await.refused(405, "method_not_allowed");
    }
    for path in ["/api/v1/nothing", "/api/v2/conversations", "/api/v1/conversations/not-an-id/messages"] {
        world.ask("GET", path).secret(&talk).send().await.refused(404, "not_found");
    }
}

#[tokio::test]
async fn a_page_that_is_none_opens_no_conversation() {
    let world = World::new().await;
    let talk = crate::world::Talk::new();
    let path = format!("/api/v1/shops/nokshi/conversations/{}", talk.id);
    for body in [
        json!({"locale": "fr"}),
        json!({"locale": "bn", "page": {"url": "javascript:alert(1)"}}),
        json!({"locale": "bn", "page": {"url": format!("https://a.example/{}", "x".repeat(3_000))}}),
        json!({"locale": "bn", "page": {"url": "https://a.example", "product": "x".repeat(65)}}),
        json!({"locale": "bn", "shop": "elsewhere"}),
        json!({}),
    ] {
        world.ask("PUT", &path).secret(&talk).json(body).send().await.refused(422, "invalid");
    }
    world.ask("GET", messages_of(&talk)).secret(&talk).send().await.refused(404, "not_found");
}

#[tokio::test]
async fn every_answer_carries_an_id_and_a_claimed_one_is_not_taken() {
    let world = World::new().await;
    let answer = world.ask("GET", "/healthz").header("x-request-id", "mine").send().await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("x-request-id").len(), 32);
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}
