//! What a request that is none gets: one table, walked. Nothing of it is kept.

use alap_protocol::limits::CONVERSATION_REQUESTS;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    deal::{day, dress, keyed, request_path},
    world::{World, messages_of},
};

#[tokio::test]
async fn a_form_that_is_forged_is_refused_and_nothing_of_it_kept() {
    let world = World::new().await;
    let talk = world.opened().await;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut form = dress();
        change(&mut form);
        form
    };
    let answer = |question: &str, answer: Value| with(&|form| form["answers"][question] = answer.clone());
    let table: Vec<(&str, Value, u16, &str)> = vec![
        ("a form that is not there", with(&|f| f["form"] = json!("nosuch")), 409, "form_changed"),
        ("a question that is not there", answer("price", json!({"money": 1})), 409, "form_changed"),
        ("a question that is not shown", answer("chest", json!({"number": 30_000})), 409, "form_changed"),
        ("a choice that is not there", answer("size", json!({"choices": ["XXL"]})), 409, "form_changed"),
        ("a product that is not there", with(&|f| f["product"] = json!("NK-9")), 422, "invalid"),
        (
            "a product among the answers that is not there",
            answer("also", json!({"products": ["NK-9"]})),
            409,
            "form_changed",
        ),
        ("two sizes", answer("size", json!({"choices": ["S", "M"]})), 422, "invalid"),
        ("no size", answer("size", json!({"choices": []})), 422, "invalid"),
        ("no pieces", answer("pieces", json!({"number": 0})), 422, "invalid"),
        ("half a piece", answer("pieces", json!({"number": 1_500})), 422, "invalid"),
        ("too many pieces", answer("pieces", json!({"number": i64::MAX})), 422, "invalid"),
        ("a past day", answer("day", json!({"date": day(-1)})), 422, "invalid"),
        ("a day too soon", answer("day", json!({"date": day(1)})), 422, "invalid"),
        ("a day too far off", answer("day", json!({"date": day(400)})), 422, "invalid"),
        ("no day", answer("day", json!({"date": "2026-02-31"})), 422, "invalid"),
        ("a negative budget", answer("budget", json!({"money": -1})), 422, "invalid"),
        ("a budget of 10^12", answer("budget", json!({"money": 1_000_000_000_000_i64})), 422, "invalid"),
        ("a budget that no number holds", answer("budget", json!({"money": 1e30})), 422, "invalid"),
        ("no phone", answer("phone", json!({"phone": "+442079460958"})), 422, "invalid"),
        ("words for a number", answer("pieces", json!({"text": "2"})), 422, "invalid"),
        ("long words", answer("words", json!({"text": "ক".repeat(1_001)})), 422, "invalid"),
        ("control characters", answer("words", json!({"text": "\u{1b}[31m"})), 422, "invalid"),
        ("a photo that is not there", answer("photos", json!({"photos": [Uuid::new_v4()]})), 422, "invalid"),
        ("too many photos", answer("photos", json!({"photos": vec![Uuid::new_v4(); 7]})), 422, "invalid"),
        ("a price of one's own", with(&|f| f["price"] = json!(1)), 422, "invalid"),
        (
            "a price inside",
            with(&|f| f["answers"]["pieces"] = json!({"number": 2_000, "price": 1})),
            400,
            "malformed",
        ),
        ("another kind of answer", answer("words", json!({"html": "<b>"})), 422, "invalid"),
        ("a language that is not there", with(&|f| f["locale"] = json!("fr")), 422, "invalid"),
        (
            "without an answer that is required",
            with(&|f| {
                f["answers"].as_object_mut().unwrap().remove("phone");
            }),
            422,
            "invalid",
        ),
        ("10 MB of text", answer("words", json!({"text": "x".repeat(10_000_000)})), 413, "too_large"),
        ("more answers than fit", answer("words", json!({"text": "x".repeat(50_000)})), 413, "too_large"),
    ];
    for (what, form, status, code) in table {
        let refused = world.send_form(&talk, Uuid::new_v4(), &form).await;
        assert_eq!(refused.status.as_u16(), status, "{what}: {refused:?}");
        refused.refused(status, code);
        assert!(!String::from_utf8_lossy(&refused.body).contains("line"), "{what}");
        assert_eq!(world.said(&talk).await, [Value::Null; 0], "{what}");
    }
    let rima = world.person("রিমা").await;
    let list = world.ask("GET", "/api/v1/agent/requests").by(&rima).send().await.json();
    assert_eq!(list["requests"], json!([]));
    assert_eq!(
        world.send_form(&talk, Uuid::new_v4(), &dress()).await.status,
        200,
        "and the sound one is taken"
    );
}

#[tokio::test]
async fn what_nobody_may_do_to_a_request_is_refused_and_it_stays_as_it_was() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    for deed in [
        json!({"propose": {"unit_price": 0, "quantity": 1}}),
        json!({"propose": {"unit_price": -1, "quantity": 1}}),
        json!({"propose": {"unit_price": 1_000_000_000_000_i64, "quantity": 1}}),
        json!({"propose": {"unit_price": 100_000, "quantity": 0}}),
        json!({"propose": {"unit_price": 100_000, "quantity": 4_294_967_295_u32}}),
        json!({"propose": {"unit_price": 100_000, "quantity": 1, "words": "x".repeat(1_001)}}),
        json!({"propose": {"unit_price": 100_000, "quantity": 1, "by": "shop"}}),
        json!({"pay": {"wallet": "bkash", "transaction": "6H7801QFYM", "amount": -5}}),
        json!({"pay": {"wallet": "bkash", "transaction": "done", "amount": 5}}),
        json!({"pay": {"wallet": "cash", "transaction": "6H7801QFYM", "amount": 5}}),
        json!({"offer": {"after": 0, "terms": crate::deal::terms(1)}}),
        json!({"confirm": {}}),
        json!({"accept": {"number": 1, "coupon": "no-code"}}),
        json!({"accept": {"number": -1}}),
    ] {
        sent.act(keyed(deed)).await.refused(422, "invalid");
    }
    sent.act(keyed(json!({"accept": {"number": 1}}))).await.refused(409, "stale");
    let with = |key: &str, value: Value| {
        let mut terms = crate::deal::terms(115_000);
        terms[key] = value;
        json!({"offer": {"after": 0, "terms": terms}})
    };
    for deed in [
        with("unit_price", json!(-1)),
        with("unit_price", json!(1_000_000_000_000_i64)),
        with("quantity", json!(0)),
        with("delivery", json!(day(-1))),
        with("delivery", json!("soon")),
        with("expires_at", json!(1)),
        with("words", json!("x".repeat(1_001))),
        with("advance", json!(-1)),
        with("extras", json!([{"what": "", "price": 5}])),
        with("extras", json!([{"what": "ডেলিভারি", "price": -5}])),
        with("total", json!(5)),
    ] {
        sent.act_by(&rima, keyed(deed)).await.refused(422, "invalid");
    }
    sent.act_by(&rima, keyed(with("coupon", json!("NOSUCH")))).await.refused(409, "no_coupon");
    sent.offer(&rima, 7, 100_000).await.refused(409, "stale");
    assert_eq!(sent.steps().await, ["requested"]);
}

#[tokio::test]
async fn nobody_writes_a_step_as_a_message() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    let step = json!({"accepted": {"number": 1, "order": 1, "terms": crate::deal::terms(1)}});
    let message =
        || json!({"client_id": Uuid::new_v4(), "body": {"step": {"request": sent.id, "step": step}}});
    let talk = &sent.talk;
    let forged = world.ask("POST", messages_of(talk)).secret(talk).json(message()).send().await;
    forged.refused(422, "invalid");
    let path = format!("/api/v1/agent/conversations/{}/messages", talk.id);
    world.ask("POST", path).by(&rima).json(message()).send().await.refused(422, "invalid");
    assert_eq!(sent.steps().await, ["requested"]);
}

#[tokio::test]
async fn another_conversations_request_is_not_there() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    sent.offer(&rima, 0, 115_000).await;
    let other = world.opened().await;
    for (path, body) in [
        ("acts", keyed(json!({"accept": {"number": 1}}))),
        ("acts", keyed(json!({"propose": {"unit_price": 110_000, "quantity": 1}}))),
        ("coupon", json!({"coupon": "EID10"})),
    ] {
        let path = format!("{}/{path}", request_path(&other, sent.id));
        world.ask("POST", path).secret(&other).json(body).send().await.refused(404, "not_found");
    }
    let taken = world.send_form(&other, sent.id, &dress()).await;
    taken.refused(409, "conflict");
    assert_eq!(world.said(&other).await, [Value::Null; 0]);
    assert_eq!(sent.steps().await, ["requested", "offered"]);
}

#[tokio::test]
async fn a_conversation_holds_only_so_many_requests() {
    let world = World::new().await;
    let talk = world.opened().await;
    for _ in 0..CONVERSATION_REQUESTS {
        assert_eq!(world.send_form(&talk, Uuid::new_v4(), &dress()).await.status, 200);
    }
    world.send_form(&talk, Uuid::new_v4(), &dress()).await.refused(422, "invalid");
}

#[tokio::test]
async fn one_address_opens_and_sends_only_so_much_in_an_hour() {
    let world = World::with_per_hour(3, 2).await;
    let talk = world.opened().await;
    for _ in 0..2 {
        world.opened().await;
    }
    assert_eq!(world.open(&talk).await.status, 200, "what is open stays so");
    world.open(&crate::world::Talk::new()).await.refused(429, "too_many");
    let id = Uuid::new_v4();
    for id in [id, Uuid::new_v4()] {
        assert_eq!(world.send_form(&talk, id, &dress()).await.status, 200);
    }
    world.send_form(&talk, Uuid::new_v4(), &dress()).await.refused(429, "too_many");
    assert_eq!(world.send_form(&talk, id, &dress()).await.status, 200, "the same again is answered again");
}
