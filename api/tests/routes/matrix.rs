//! Who may see what: every route, with every wrong proof.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    deal::{dress, keyed},
    world::{Talk, World, text},
};

fn shopper_routes(talk: &Talk) -> Vec<(&'static str, String, Value)> {
    let (id, some) = (talk.id, Uuid::nil());
    vec![
        ("PUT", format!("/api/v1/shops/nokshi/conversations/{id}"), json!({"locale": "bn"})),
        ("GET", format!("/api/v1/conversations/{id}/messages"), Value::Null),
        ("POST", format!("/api/v1/conversations/{id}/messages"), text("আমি")),
        ("POST", format!("/api/v1/conversations/{id}/seen"), json!({"up_to": 1})),
        ("PUT", format!("/api/v1/conversations/{id}/photos/{some}"), json!("no picture")),
        ("GET", format!("/api/v1/conversations/{id}/photos/{some}"), Value::Null),
        ("PUT", format!("/api/v1/conversations/{id}/requests/{some}"), dress()),
        (
            "POST",
            format!("/api/v1/conversations/{id}/requests/{some}/acts"),
            keyed(json!({"accept": {"number": 1}})),
        ),
        (
            "POST",
            format!("/api/v1/conversations/{id}/requests/{some}/acts"),
            keyed(json!({"propose": {"unit_price": 5, "quantity": 1}})),
        ),
        ("POST", format!("/api/v1/conversations/{id}/requests/{some}/coupon"), json!({"coupon": "EID10"})),
    ]
}

fn agent_routes(talk: &Talk) -> Vec<(&'static str, String, Value)> {
    let base = format!("/api/v1/agent/conversations/{}", talk.id);
    vec![
        ("GET", base.clone(), Value::Null),
        ("GET", format!("{base}/messages"), Value::Null),
        ("POST", format!("{base}/messages"), text("আমি")),
        ("POST", format!("{base}/assign"), json!({"agent": null})),
        ("POST", format!("{base}/close"), Value::Null),
        ("POST", format!("{base}/reopen"), Value::Null),
        ("POST", format!("{base}/seen"), json!({"up_to": 1})),
        ("GET", format!("{base}/photos/{}", Uuid::nil()), Value::Null),
    ]
}

fn agent_routes_without_a_conversation() -> Vec<(&'static str, String, Value)> {
    let some = json!({"questions": [{"conversation": Uuid::nil(), "seq": 1}]});
    let words = json!({"question": {"en": "Q"}, "answer": {"en": "A"}, "variants": []});
    let mut learn = some.clone();
    learn["lesson"] = json!({"entry": {"text": words}});
    let confirm = keyed(json!({"confirm": {}}));
    let names = [
        "me",
        "agents",
        "shop",
        "conversations",
        "questions",
        "learnt",
        "requests",
        "requests.csv",
        "payments",
        "videos",
    ];
    let coupon = json!({"code": "EID10", "discount": {"percent": 10}, "minimum": 0, "products": [], "starts_at": 0,
        "ends_at": null, "uses": 1, "uses_per_customer": 1});
    names
        .map(|name| ("GET", format!("/api/v1/agent/{name}"), Value::Null))
        .into_iter()
        .chain([
            ("POST", "/api/v1/agent/logout".to_owned(), Value::Null),
            ("POST", "/api/v1/agent/questions/learn".to_owned(), learn),
            ("POST", "/api/v1/agent/questions/dismiss".to_owned(), some.clone()),
            ("POST", "/api/v1/agent/questions/reopen".to_owned(), some),
            ("PUT", "/api/v1/agent/learnt/x".to_owned(), words),
            ("DELETE", "/api/v1/agent/learnt/x".to_owned(), Value::Null),
            ("GET", "/api/v1/agent/calls?from=0&to=1".to_owned(), Value::Null),
            ("GET", format!("/api/v1/agent/requests/{}", Uuid::nil()), Value::Null),
            ("POST", format!("/api/v1/agent/requests/{}/acts", Uuid::nil()), confirm),
            ("GET", "/api/v1/agent/coupons".to_owned(), Value::Null),
            ("POST", "/api/v1/agent/coupons".to_owned(), coupon),
            ("POST", "/api/v1/agent/coupons/EID10/close".to_owned(), Value::Null),
        ])
        .collect()
}

#[tokio::test]
async fn another_shoppers_conversation_is_as_unknown_as_one_that_is_not_there() {
    let world = World::new().await;
    let (mine, theirs) = (world.opened().await, world.opened().await);
    world.say(&theirs, "গোপন কথা").await;
    let mut answers = Vec::new();
    for talk in
        [Talk { secret: mine.secret.clone(), ..theirs.clone() }, Talk { id: Talk::new().id, ..mine.clone() }]
    {
        // The first route would open a conversation that is not there.
        for (method, path, body) in shopper_routes(&talk).into_iter().skip(1) {
            let answer = world.ask(method, path).secret(&talk).json(body).send().await;
            answer.refused(404, "not_found");
            let mut body = answer.json();
            body["request_id"] = Value::Null;
            answers.push(body);
        }
    }
    assert!(answers.iter().all(|body| *body == answers[0]), "{answers:?}");
    let taken = Talk { secret: mine.secret, ..theirs };
    world.open(&taken).await.refused(404, "not_found");
}

#[tokio::test]
async fn without_a_secret_that_could_be_one_nobody_is_a_shopper() {
    let world = World::new().await;
    let talk = world.opened().await;
    for (method, path, body) in shopper_routes(&talk) {
        world.ask(method, &path).json(body.clone()).send().await.refused(401, "unauthenticated");
        for claim in
            ["Bearer", "Bearer 0f", &format!("Basic {}", talk.secret), &format!("Bearer {}0", talk.secret)]
        {
            let answer =
                world.ask(method, &path).header("authorization", claim).json(body.clone()).send().await;
            answer.refused(401, "unauthenticated");
        }
    }
}

#[tokio::test]
async fn without_a_good_session_nobody_is_an_agent() {
    let world = World::new().await;
    let talk = world.opened().await;
    let stranger = world.person_of("elsewhere", "stranger").await;
    let left = world.person("left").await;
    assert_eq!(world.ask("POST", "/api/v1/agent/logout").by(&left).send().await.status, 204);
    let routes = agent_routes(&talk).into_iter().chain(agent_routes_without_a_conversation());
    for (method, path, body) in routes {
        let ask = || world.ask(method, &path).json(body.clone());
        ask().send().await.refused(401, "unauthenticated");
        ask().secret(&talk).send().await.refused(401, "unauthenticated");
        ask().by(&stranger).send().await.refused(401, "unauthenticated");
        ask().by(&left).send().await.refused(401, "unauthenticated");
        for cookie in ["alap_session=", "alap_session=1", &format!("alap_session={}", talk.secret)] {
            ask().header("cookie", cookie).send().await.refused(401, "unauthenticated");
        }
    }
    let page = world.ask("GET", crate::world::messages_of(&talk)).secret(&talk).send().await.json();
    assert_eq!(page["messages"], json!([]), "nothing was written");
}

#[tokio::test]
async fn an_agent_finds_nothing_under_an_id_that_is_not_there() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    for (method, path, body) in agent_routes(&Talk::new()) {
        world.ask(method, path).by(&rima).json(body).send().await.refused(404, "not_found");
    }
    let talk = world.opened().await;
    let assign = format!("/api/v1/agent/conversations/{}/assign", talk.id);
    let stranger = world.person_of("elsewhere", "stranger").await;
    for nobody in [json!(Uuid::new_v4()), json!(stranger.agent.id)] {
        let answer = world.ask("POST", &assign).by(&rima).json(json!({"agent": nobody})).send().await;
        answer.refused(404, "not_found");
    }
}

#[tokio::test]
async fn a_person_of_another_shop_finds_no_request_payment_coupon_or_photo() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    for deed in [json!({"confirm": {}}), json!({"cancel": {}})] {
        let nil = format!("/api/v1/agent/requests/{}/acts", Uuid::nil());
        world.ask("POST", nil).by(&rima).json(keyed(deed)).send().await.refused(404, "not_found");
    }
    // The server serves one shop: what the store holds of another is asked of the store itself.
    let elsewhere = alap_protocol::id::ShopId::parse("elsewhere").unwrap();
    let id = alap_protocol::id::RequestId(sent.id);
    assert!(world.store.request(&elsewhere, id).await.is_err());
    assert!(world.store.all_requests(&elsewhere, None, 10).await.unwrap().is_empty());
    assert!(world.store.payments(&elsewhere).await.unwrap().is_empty());
    assert!(world.store.coupons(&elsewhere).await.unwrap().is_empty());
    assert_eq!(sent.steps().await, ["requested"]);
}

#[tokio::test]
async fn a_foreign_page_does_nothing_to_a_request() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let talk = world.opened().await;
    for (method, path, body) in shopper_routes(&talk) {
        for origin in [Some("https://evil.example"), Some("null")] {
            let ask = world.ask(method, &path).secret(&talk).json(body.clone());
            ask.from(origin).send().await.refused(403, "foreign_origin");
        }
    }
    for (method, path, body) in agent_routes(&talk).into_iter().chain(agent_routes_without_a_conversation()) {
        let ask = world.ask(method, &path).by(&rima).json(body);
        ask.from(Some("https://evil.example")).send().await.refused(403, "foreign_origin");
    }
    assert_eq!(world.said(&talk).await, [Value::Null; 0]);
}

#[tokio::test]
async fn an_agent_writes_text_and_nothing_else() {
    let world = World::new().await;
    let (talk, rima) = (world.opened().await, world.person("রিমা").await);
    let path = format!("/api/v1/agent/conversations/{}/messages", talk.id);
    for body in [json!({"answer": {"text": "হ্যাঁ"}}), json!({"event": {"event": {"closed": {}}}})]
    {
        let message = json!({"client_id": Uuid::new_v4(), "body": body});
        world.ask("POST", &path).by(&rima).json(message).send().await.refused(422, "invalid");
    }
}
