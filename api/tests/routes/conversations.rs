//! A conversation over HTTP: opened, written to, read, answered, closed.

use alap_store::StoreAddress;
use serde_json::{Value, json};

use crate::world::{ORIGIN, World, messages_of, text};

#[tokio::test]
async fn a_question_is_answered_and_both_sides_read_the_same() {
    tell(&World::new().await).await;
}

/// The same story on every database.
pub(crate) async fn tell(world: &World) {
    let talk = world.opened().await;
    let again = world.open(&talk).await;
    assert_eq!(again.json()["state"], "waiting", "opened twice, it is one conversation");
    assert_eq!(world.say(&talk, "দাম কত?").await.json()["seq"], 1);

    let rima = world.person("রিমা").await;
    let list = world.ask("GET", "/api/v1/agent/conversations?state=waiting").by(&rima).send().await.json();
    let line =
        list["conversations"].as_array().unwrap().iter().find(|line| line["id"] == talk.id.to_string());
    assert_eq!(line.unwrap()["last"]["body"]["text"]["text"], "দাম কত?");
    let base = format!("/api/v1/agent/conversations/{}", talk.id);
    let reply = world.ask("POST", format!("{base}/messages")).by(&rima).json(text("৳১,২০০")).send().await;
    assert_eq!(reply.json()["seq"], 2);
    let line = world.ask("GET", &base).by(&rima).send().await.json();
    assert_eq!((&line["state"], &line["assignee_name"]), (&json!("open"), &json!("রিমা")));

    let seen = world.ask("POST", format!("{base}/seen")).by(&rima).json(json!({"up_to": 1})).send().await;
    assert_eq!(seen.status, 204);
    let path = format!("/api/v1/conversations/{}/seen", talk.id);
    let seen = world.ask("POST", path).secret(&talk).json(json!({"up_to": 99})).send().await;
    assert_eq!(seen.status, 204);

    let mita = world.person("Mita").await;
    let to = json!({"agent": mita.agent.id});
    let line = world.ask("POST", format!("{base}/assign")).by(&rima).json(to).send().await.json();
    assert_eq!(line["assignee_name"], "Mita");
    let line = world.ask("POST", format!("{base}/close")).by(&mita).send().await.json();
    assert_eq!(line["state"], "closed");
    let line = world.ask("POST", format!("{base}/reopen")).by(&mita).send().await.json();
    assert_eq!(line["state"], "open");

    let page = world.ask("GET", messages_of(&talk)).secret(&talk).send().await.json();
    let theirs = world.ask("GET", format!("{base}/messages")).by(&rima).send().await.json();
    assert_eq!(page, theirs);
    let places: Vec<&Value> =
        page["messages"].as_array().unwrap().iter().map(|message| &message["seq"]).collect();
    assert_eq!(places, [1, 2, 3, 4, 5]);
    assert_eq!(page["messages"][1]["author"]["agent"]["name"], "রিমা");
    assert_eq!(page["messages"][2]["body"]["event"]["event"], json!({"assigned": {"name": "Mita"}}));
    assert_eq!(
        (&page["conversation"]["shopper_seen"], &page["conversation"]["agent_seen"]),
        (&json!(2), &json!(1))
    );
}

#[tokio::test]
async fn the_same_message_again_gets_the_first_acknowledgement_and_another_one_a_409() {
    let world = World::new().await;
    let talk = world.opened().await;
    let message = text("দাম কত?");
    let send = async |message: &Value| {
        world.ask("POST", messages_of(&talk)).secret(&talk).json(message.clone()).send().await
    };
    let first = send(&message).await;
    assert_eq!(send(&message).await.json(), first.json());
    let mut other = message.clone();
    other["body"]["text"]["text"] = json!("অন্য কথা");
    send(&other).await.refused(409, "conflict");
    let page = world.ask("GET", messages_of(&talk)).secret(&talk).send().await.json();
    assert_eq!(page["messages"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_cursor_past_the_head_is_reset_and_one_that_is_none_refused() {
    let world = World::new().await;
    let talk = world.opened().await;
    for words in ["এক", "দুই", "তিন"] {
        world.say(&talk, words).await;
    }
    let read = async |cursor: &str| {
        world.ask("GET", format!("{}?after={cursor}", messages_of(&talk))).secret(&talk).send().await
    };
    let rest = read("2").await.json();
    assert_eq!((rest["messages"].as_array().unwrap().len(), &rest["reset"]), (1, &json!(false)));
    for past in ["4", "18446744073709551615"] {
        let all = read(past).await.json();
        assert_eq!((all["messages"].as_array().unwrap().len(), &all["reset"]), (3, &json!(true)), "{past}");
    }
    for none in ["-1", "1.5", "", "abc", "১", "18446744073709551616", "1&after=2"] {
        read(none).await.refused(400, "malformed");
    }
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_restart() {
    let data = tempfile::tempdir().unwrap();
    let address = StoreAddress::file(data.path().join("alap.sqlite"));
    let world = World::on(&address, ORIGIN.to_owned(), 10).await;
    let talk = world.opened().await;
    world.say(&talk, "থাকবে তো?").await;
    world.store.close().await;
    let closed = world.say(&talk, "এখন?").await;
    closed.refused(503, "unavailable");

    let world = World::on(&address, ORIGIN.to_owned(), 10).await;
    let page = world.ask("GET", messages_of(&talk)).secret(&talk).send().await.json();
    assert_eq!(page["messages"][0]["body"]["text"]["text"], "থাকবে তো?");
    assert_eq!(world.say(&talk, "আছে।").await.json()["seq"], 2);
}

#[tokio::test]
async fn only_the_shopper_shows_what_was_looked_at() {
    let world = World::new().await;
    let talk = world.opened().await;
    let viewed =
        || json!({"client_id": uuid::Uuid::new_v4(), "body": {"viewed": {"products": ["NK-1", "NK-2"]}}});
    let rima = world.person("রিমা").await;
    let theirs = format!("/api/v1/agent/conversations/{}/messages", talk.id);
    world.ask("POST", &theirs).by(&rima).json(viewed()).send().await.refused(422, "invalid");
    let shown = world.ask("POST", messages_of(&talk)).secret(&talk).json(viewed()).send().await;
    assert_eq!(shown.json()["seq"], 1);
    let page = world.ask("GET", &theirs).by(&rima).send().await.json();
    assert_eq!(page["messages"][0]["author"], json!({"shopper": {}}));
    assert_eq!(page["messages"][0]["body"], json!({"viewed": {"products": ["NK-1", "NK-2"]}}));
}

#[tokio::test]
async fn the_bots_answers_come_with_the_conversation() {
    let world = World::new().await;
    let talk = world.opened().await;
    let answer = json!({"client_id": uuid::Uuid::new_v4(), "body":
        {"answer": {"text": "৬০ টাকা।", "entry": "delivery", "products": ["NK-1"]}}});
    world.ask("POST", messages_of(&talk)).secret(&talk).json(answer).send().await;
    let page = world.ask("GET", messages_of(&talk)).secret(&talk).send().await.json();
    assert_eq!(page["messages"][0]["author"], json!({"bot": {}}));
}
