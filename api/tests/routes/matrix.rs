//! Who may see what: every route, with every wrong proof.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{Talk, World, text};

fn shopper_routes(talk: &Talk) -> Vec<(&'static str, String, Value)> {
    let id = talk.id;
    vec![
        ("PUT", format!("/api/v1/shops/nokshi/conversations/{id}"), json!({"locale": "bn"})),
        ("GET", format!("/api/v1/conversations/{id}/messages"), Value::Null),
        ("POST", format!("/api/v1/conversations/{id}/messages"), text("আমি")),
        ("POST", format!("/api/v1/conversations/{id}/seen"), json!({"up_to": 1})),
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
    ]
}

fn agent_routes_without_a_conversation() -> Vec<(&'static str, String, Value)> {
    let some = json!({"questions": [{"conversation": Uuid::nil(), "seq": 1}]});
    let words = json!({"question": {"en": "Q"}, "answer": {"en": "A"}, "variants": []});
    let mut learn = some.clone();
    learn["lesson"] = json!({"entry": {"text": words}});
    ["me", "agents", "shop", "conversations", "questions", "learnt"]
        .map(|name| ("GET", format!("/api/v1/agent/{name}"), Value::Null))
        .into_iter()
        .chain([
            ("POST", "/api/v1/agent/logout".to_owned(), Value::Null),
            ("POST", "/api/v1/agent/questions/learn".to_owned(), learn),
            ("POST", "/api/v1/agent/questions/dismiss".to_owned(), some.clone()),
            ("POST", "/api/v1/agent/questions/reopen".to_owned(), some),
            ("PUT", "/api/v1/agent/learnt/x".to_owned(), words),
            ("DELETE", "/api/v1/agent/learnt/x".to_owned(), Value::Null),
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
