//! Questions without an answer, what is learnt from them, and the pack that has it.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{Answer, Person, Talk, World, messages_of};

const QUESTIONS: &str = "/api/v1/agent/questions";
pub(crate) const LEARNT: &str = "/api/v1/agent/learnt";

/// A shopper's conversation with one question that the bot had no answer to.
pub(crate) async fn asked(world: &World, question: &str) -> Talk {
    let talk = world.opened().await;
    world.say(&talk, question).await;
    let missed =
        json!({"client_id": Uuid::new_v4(), "body": {"answer": {"text": "জানা নেই।", "missed": true}}});
    let answer = world.ask("POST", messages_of(&talk)).secret(&talk).json(missed).send().await;
    assert_eq!(answer.status, 200, "{answer:?}");
    talk
}

pub(crate) async fn groups(world: &World, who: &Person) -> Vec<Value> {
    let list = world.ask("GET", QUESTIONS).by(who).send().await.json();
    list["groups"].as_array().unwrap().clone()
}

pub(crate) fn keys(group: &Value) -> Value {
    group["questions"].as_array().unwrap().iter().map(|question| question["key"].clone()).collect()
}

pub(crate) async fn post(world: &World, who: &Person, what: &str, body: Value) -> Answer {
    world.ask("POST", format!("{QUESTIONS}/{what}")).by(who).json(body).send().await
}

pub(crate) fn entry(question: &str, answer: &str, variants: &[&str]) -> Value {
    json!({"question": {"bn": question}, "answer": {"bn": answer}, "variants": variants})
}

pub(crate) fn new_entry(group: &Value, text: Value) -> Value {
    json!({"questions": keys(group), "lesson": {"entry": {"text": text}}})
}

/// Takes the first group into the FAQ.
pub(crate) async fn learn_first(world: &World, who: &Person) -> Value {
    let group = groups(world, who).await.remove(0);
    let learnt = post(world, who, "learn", new_entry(&group, entry("ওয়ারেন্টি?", "ছয় মাস।", &[]))).await;
    assert_eq!(learnt.status, 200, "{learnt:?}");
    learnt.json()
}

pub(crate) async fn pack_entries(world: &World) -> Vec<Value> {
    let pack = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await.json();
    pack["faq"].as_array().unwrap().clone()
}

#[tokio::test]
async fn questions_alike_come_together_with_what_a_person_answered_and_one_tap_teaches_the_bot() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    assert_eq!(groups(&world, &rima).await, [Value::Null; 0]);
    let talk = asked(&world, "ওয়ারেন্টি আছে কি?").await;
    asked(&world, "warranty ache?").await;
    asked(&world, "ei saree ki jamdani?").await;
    let reply = format!("/api/v1/agent/conversations/{}/messages", talk.id);
    let words = json!({"client_id": Uuid::new_v4(), "body": {"text": {"text": "জি, ছয় মাস।"}}});
    world.ask("POST", reply).by(&rima).json(words).send().await;

    let found = groups(&world, &rima).await;
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0]["questions"].as_array().unwrap().len(), 2);
    let proposed = &found[0]["proposed"];
    assert_eq!(proposed["question"], json!({"bn": "ওয়ারেন্টি আছে কি?", "en": null}));
    assert_eq!(proposed["answer"], json!({"bn": "জি, ছয় মাস।", "en": null}));
    assert_eq!(proposed["variants"], json!(["warranty ache?"]));
    assert_eq!(found[1]["proposed"]["answer"], json!({"bn": null, "en": null}), "nobody has answered it");

    let before = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await;
    let tag = before.header("etag").to_owned();
    let learnt = post(&world, &rima, "learn", new_entry(&found[0], proposed.clone())).await.json();
    assert_eq!(
        (&learnt["entry"], &learnt["kind"], &learnt["standing"], &learnt["by"]),
        (&json!("learnt"), &json!("entry"), &json!("served"), &json!("রিমা"))
    );
    let after = world.ask("GET", "/api/v1/shops/nokshi/pack").header("if-none-match", &tag).send().await;
    assert_eq!(after.status, 200, "another pack has another tag");
    let pack = after.json();
    assert_eq!(pack["faq"][1]["id"], "learnt", "behind the folder's");
    assert_eq!(pack["faq"][1]["variants"], json!(["warranty ache?"]));
    let report = world.ask("GET", "/api/v1/agent/shop").by(&rima).send().await.json();
    assert_eq!(report["version"], pack["version"]);
    assert_eq!(groups(&world, &rima).await.len(), 1);
    post(&world, &rima, "learn", new_entry(&found[0], proposed.clone())).await.refused(409, "conflict");
    assert_eq!(pack_entries(&world).await.len(), 2, "twice is once");
}

#[tokio::test]
async fn more_ways_of_asking_go_to_the_entry_that_answers_them() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    asked(&world, "delivery charge koto lagbe bhai?").await;
    let group = groups(&world, &rima).await.remove(0);
    assert_eq!(group["nearest"]["entry"], "delivery", "{group}");
    assert_eq!(group["nearest"]["question"]["bn"], "ডেলিভারি চার্জ কত?");
    let lesson = |entry: &str| {
        let variants = ["delivery charge koto lagbe bhai?", " "];
        json!({"questions": keys(&group), "lesson": {"variants": {"entry": entry, "variants": variants}}})
    };
    post(&world, &rima, "learn", lesson("nothing")).await.refused(404, "not_found");
    let learnt = post(&world, &rima, "learn", lesson("delivery")).await.json();
    assert_eq!(
        (&learnt["kind"], &learnt["text"]["question"]["en"]),
        (&json!("variants"), &json!("How much is delivery?"))
    );
    let entries = pack_entries(&world).await;
    assert_eq!((entries.len(), &entries[0]["variants"]), (1, &json!(["delivery charge koto lagbe bhai?"])));
}

#[tokio::test]
async fn an_answer_that_did_not_help_is_named_and_not_proposed_again() {
    let world = World::new().await;
    let (rima, talk) = (world.person("রিমা").await, world.opened().await);
    world.say(&talk, "ডেলিভারি চার্জ কত?").await;
    let told = Uuid::new_v4();
    for body in [
        json!({"client_id": told, "body": {"answer": {"text": "৬০ টাকা।", "entry": "delivery"}}}),
        json!({"client_id": Uuid::new_v4(), "body": {"feedback": {"answer": told, "helped": false}}}),
    ] {
        world.ask("POST", messages_of(&talk)).secret(&talk).json(body).send().await;
    }
    let group = groups(&world, &rima).await.remove(0);
    assert_eq!((&group["unhelpful"]["entry"], &group["nearest"]), (&json!("delivery"), &Value::Null));
}

#[tokio::test]
async fn what_tells_who_asked_is_not_proposed_for_everybody_to_read() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    asked(&world, "warranty ache? ০১৭১২৩৪৫৬৭৮").await;
    asked(&world, "warranty ache? r@a.example").await;
    asked(&world, "warranty ache 2 bochor?").await;
    let group = groups(&world, &rima).await.remove(0);
    assert_eq!(group["questions"].as_array().unwrap().len(), 3, "an agent sees them: {group}");
    let question = json!({"bn": "warranty ache 2 bochor?", "en": null});
    assert_eq!((&group["proposed"]["question"], &group["proposed"]["variants"]), (&question, &json!([])));
}

#[tokio::test]
async fn dismissed_questions_are_gone_until_that_is_taken_back() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    asked(&world, "আজ কি বৃষ্টি হবে?").await;
    let found = groups(&world, &rima).await;
    let body = json!({"questions": keys(&found[0])});
    for (what, left) in [("dismiss", 0), ("dismiss", 0), ("reopen", 1), ("dismiss", 0)] {
        assert_eq!(post(&world, &rima, what, body.clone()).await.status, 204);
        assert_eq!(groups(&world, &rima).await.len(), left, "{what}");
    }
}

#[tokio::test]
async fn what_was_learnt_can_be_changed_and_forgotten() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    asked(&world, "ওয়ারেন্টি আছে?").await;
    let id = learn_first(&world, &rima).await["entry"].as_str().unwrap().to_owned();
    let path = format!("{LEARNT}/{id}");
    let words = entry("ওয়ারেন্টি\nকত দিন?", " এক বছর। ", &["warranty", "warranty"]);
    let changed = world.ask("PUT", &path).by(&rima).json(words).send().await.json();
    assert_eq!(changed["text"]["question"]["bn"], "ওয়ারেন্টি কত দিন?");
    assert_eq!(pack_entries(&world).await[1]["answer"]["bn"], "এক বছর।");
    let list = world.ask("GET", LEARNT).by(&rima).send().await.json();
    assert_eq!(list, json!([changed]));

    assert_eq!(world.ask("DELETE", &path).by(&rima).send().await.status, 204);
    assert_eq!(pack_entries(&world).await.len(), 1);
    world.ask("DELETE", &path).by(&rima).send().await.refused(404, "not_found");
    let words = entry("ক", "খ", &[]);
    world.ask("PUT", &path).by(&rima).json(words).send().await.refused(404, "not_found");
}
