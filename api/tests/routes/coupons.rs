//! Coupons: made, given, guessed at.

use serde_json::{Value, json};

use crate::{
    deal::keyed,
    world::{Answer, Person, World},
};

fn coupon(code: &str) -> Value {
    json!({"code": code, "discount": {"percent": 10}, "minimum": 0, "products": [], "starts_at": 0,
        "ends_at": null, "uses": 1, "uses_per_customer": 1})
}

async fn make(world: &World, person: &Person, coupon: Value) -> Answer {
    world.ask("POST", "/api/v1/agent/coupons").by(person).json(coupon).send().await
}

#[tokio::test]
async fn a_coupon_is_made_asked_after_used_once_and_ended() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    assert_eq!(make(&world, &rima, coupon("EID10")).await.json()["used"], 0);
    make(&world, &rima, coupon("EID10")).await.refused(409, "conflict");

    let (first, second) = (world.asked_for_a_dress().await, world.asked_for_a_dress().await);
    for sent in [&first, &second] {
        sent.offer(&rima, 0, 100_000).await;
        assert_eq!(sent.coupon("EID10").await.json(), json!({"discount": 20_000}));
    }
    let accept = json!({"accept": {"number": 1, "coupon": "EID10"}});
    assert_eq!(first.act(keyed(accept.clone())).await.json()["state"], "accepted");
    assert_eq!(first.line(&rima).await["total"], 180_000);
    second.act(keyed(accept)).await.refused(409, "no_coupon");
    assert_eq!(second.steps().await, ["requested", "offered"], "nothing was agreed");

    let path = "/api/v1/agent/coupons/EID10/close";
    assert_eq!(world.ask("POST", path).by(&rima).send().await.status, 204);
    let list = world.ask("GET", "/api/v1/agent/coupons").by(&rima).send().await.json();
    assert_eq!((&list["coupons"][0]["used"], &list["coupons"][0]["closed"]), (&json!(1), &json!(true)));
    for code in ["NOSUCH", "eid10", "%E0%A6%95"] {
        let path = format!("/api/v1/agent/coupons/{code}/close");
        world.ask("POST", path).by(&rima).send().await.refused(404, "not_found");
    }
}

#[tokio::test]
async fn a_coupon_that_is_none_is_not_made() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let with = |key: &str, value: Value| {
        let mut coupon = coupon("EID10");
        coupon[key] = value;
        coupon
    };
    for coupon in [
        with("code", json!("eid")),
        with("code", json!("EID-10")),
        with("code", json!("A".repeat(25))),
        with("discount", json!({"percent": 0})),
        with("discount", json!({"percent": 101})),
        with("discount", json!({"amount": -5})),
        with("discount", json!({"amount": 1_000_000_000_000_i64})),
        with("minimum", json!(-1)),
        with("products", json!(vec!["NK-1"; 201])),
        with("ends_at", json!(0)),
        with("uses", json!(0)),
        with("uses", json!(-1)),
        with("uses_per_customer", json!(2)),
        with("shop", json!("elsewhere")),
    ] {
        make(&world, &rima, coupon).await.refused(422, "invalid");
    }
    let list = world.ask("GET", "/api/v1/agent/coupons").by(&rima).send().await.json();
    assert_eq!(list["coupons"], json!([]));
}

#[tokio::test]
async fn guessing_gets_one_answer_whatever_is_wrong_and_is_slowed_down() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    make(&world, &rima, coupon("GOODONE")).await;
    make(&world, &rima, coupon("CLOSED")).await;
    world.ask("POST", "/api/v1/agent/coupons/CLOSED/close").by(&rima).send().await;
    let mut elsewhere = coupon("ELSEWHERE");
    elsewhere["products"] = json!(["NK-2"]);
    make(&world, &rima, elsewhere).await;

    let sent = world.asked_for_a_dress().await;
    sent.offer(&rima, 0, 100_000).await;
    let mut answers = Vec::new();
    for code in ["NOSUCH", "CLOSED", "ELSEWHERE"] {
        let refused = sent.coupon(code).await;
        refused.refused(409, "no_coupon");
        let mut body = refused.json();
        body["request_id"] = Value::Null;
        answers.push(body);
    }
    assert!(answers.iter().all(|body| *body == answers[0]), "{answers:?}");
    for number in 3..9 {
        sent.coupon(&format!("GUESS{number}")).await.refused(409, "no_coupon");
    }
    // Accepting with a coupon is a guess, too.
    let guess = json!({"accept": {"number": 1, "coupon": "GUESS9"}});
    sent.act(keyed(guess.clone())).await.refused(409, "no_coupon");
    sent.coupon("GOODONE").await.refused(429, "too_many");
    sent.act(keyed(guess)).await.refused(429, "too_many");
    assert_eq!(sent.act(keyed(json!({"accept": {"number": 1}}))).await.json()["state"], "accepted");
    // Others behind the same address still ask; how often in all, the unit tests say.
    let other = world.asked_for_a_dress().await;
    other.offer(&rima, 0, 100_000).await;
    assert_eq!(other.coupon("GOODONE").await.json(), json!({"discount": 20_000}));
}
