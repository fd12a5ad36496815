//! From a filled-in form to an order, over HTTP.

use alap_protocol::id::ShopId;
use alap_store::StoreAddress;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    deal::{day, dress, keyed, terms},
    model,
    world::{ORIGIN, World},
};

#[tokio::test]
async fn a_dress_is_asked_for_offered_agreed_paid_and_done() {
    tell(&World::new().await).await;
}

/// The same story on every database.
pub(crate) async fn tell(world: &World) {
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    let list =
        world.ask("GET", "/api/v1/agent/requests?kind=pre_order&state=asked").by(&rima).send().await.json();
    assert_eq!(list["requests"][0]["id"], json!(sent.id));
    assert_eq!(list["requests"][0]["waits_for_shop"], true);
    assert_eq!(list["requests"][0]["phone"], "+8801712345678");

    let offered = sent.offer(&rima, 0, 115_000).await.json();
    assert_eq!(offered["state"], "offered");
    assert_eq!(sent.act(keyed(json!({"accept": {"number": 1}}))).await.json()["state"], "accepted");
    let line = sent.line(&rima).await;
    assert_eq!((&line["total"], &line["order"]), (&json!(230_000), &json!(1)));

    let pay = json!({"pay": {"wallet": "bkash", "transaction": "৬h৭৮০১ qfym", "amount": 23_000}});
    let act = keyed(pay);
    assert_eq!(sent.act(act.clone()).await.status, 200);
    let payments = world.ask("GET", "/api/v1/agent/payments").by(&rima).send().await.json();
    assert_eq!(payments["payments"][0]["note"]["transaction"], "6H7801QFYM");
    let check = json!({"check_payment": {"payment": act["key"], "received": true}});
    assert_eq!(sent.act_by(&rima, keyed(check)).await.status, 200);
    for deed in [json!({"confirm": {}}), json!({"finish": {}})] {
        assert_eq!(sent.act_by(&rima, keyed(deed)).await.status, 200);
    }
    let steps = ["requested", "offered", "accepted", "paid", "payment_checked", "confirmed", "done"];
    assert_eq!(sent.steps().await, steps);
    let said = world.said(&sent.talk).await;
    assert_eq!(said[0]["author"], json!({"shopper": {}}));
    assert_eq!(said[1]["author"]["agent"]["name"], "রিমা");
}

#[tokio::test]
async fn the_same_key_with_the_same_body_gets_the_first_answer_again() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let (talk, id) = (world.opened().await, Uuid::new_v4());
    let first = world.send_form(&talk, id, &dress()).await;
    let again = world.send_form(&talk, id, &dress()).await;
    assert_eq!((first.status.as_u16(), first.json()), (200, again.json()));
    let mut other = dress();
    other["answers"]["pieces"] = json!({"number": 3_000});
    world.send_form(&talk, id, &other).await.refused(409, "conflict");
    assert_eq!(world.said(&talk).await.len(), 1);

    let sent = crate::deal::Sent { world: &world, talk, id };
    let offer = keyed(json!({"offer": {"after": 0, "terms": terms(115_000)}}));
    let first = sent.act_by(&rima, offer.clone()).await.json();
    assert_eq!(sent.act_by(&rima, offer).await.json(), first);
    let accept = keyed(json!({"accept": {"number": 1}}));
    let first = sent.act(accept.clone()).await.json();
    assert_eq!(first["state"], "accepted");
    assert_eq!(sent.act(accept.clone()).await.json(), first);
    let mut other = accept;
    other["deed"] = json!({"decline": {"number": 1}});
    sent.act(other).await.refused(409, "conflict");
    assert_eq!(sent.steps().await, ["requested", "offered", "accepted"]);
}

#[tokio::test]
async fn of_two_people_who_answer_at_once_one_wins_and_the_other_is_told() {
    let world = World::new().await;
    let (rima, mita) = (world.person("রিমা").await, world.person("মিতা").await);
    // Of no product, so no rule answers.
    let mut form = dress();
    form.as_object_mut().unwrap().remove("product");
    let sent = world.asked_for(&form).await;
    sent.offer(&rima, 0, 115_000).await;
    let propose = json!({"propose": {"unit_price": 100_000, "quantity": 2}});
    assert_eq!(sent.act(keyed(propose)).await.json()["state"], "proposed");
    let (yes, no) = (json!({"accept": {"number": 2}}), json!({"decline": {"number": 2, "words": "দুঃখিত"}}));
    let (one, other) = tokio::join!(sent.act_by(&rima, keyed(yes)), sent.act_by(&mita, keyed(no)));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let told = if one.status == 200 { other } else { one };
    told.refused(409, "stale");
    assert_eq!(sent.steps().await.len(), 4, "asked, offered, proposed, and one answer");
}

#[tokio::test]
async fn a_price_is_proposed_and_a_rule_answers_until_it_was_asked_too_often() {
    let world = World::new().await;
    model::write_catalogue(world.shop_folder.path());
    model::until(&world, |pack| pack["products"].as_array().unwrap().len() == 4).await;
    let mut states = Vec::new();
    // Another conversation each time, and another product: what one address learns of the rules is counted together.
    for product in ["NK-1", "NK-2", "NK-3", "NK-4", "NK-1", "NK-2"] {
        let mut form = dress();
        form["product"] = json!(product);
        let sent = world.asked_for(&form).await;
        let propose = json!({"propose": {"unit_price": 110_000, "quantity": 2, "words": "একটু কমান"}});
        states.push(sent.act(keyed(propose)).await.json()["state"].clone());
    }
    assert_eq!(states, ["accepted", "accepted", "accepted", "accepted", "proposed", "proposed"]);
}

#[tokio::test]
async fn nothing_of_floor_and_rules_leaves_the_server() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let shop = ShopId::parse("nokshi").unwrap();
    world.store.add_webhook(&shop, "https://crm.example/hook", &[7; 32], 1).await.unwrap();
    let sent = world.asked_for_a_dress().await;
    for (unit_price, answer) in [(80_000, "declined"), (95_000, "offered")] {
        let propose = json!({"propose": {"unit_price": unit_price, "quantity": 2}});
        assert_eq!(sent.act(keyed(propose)).await.json()["state"], answer);
    }
    let talk = &sent.talk;
    let mut bodies = Vec::new();
    for ask in [
        world.ask("GET", "/api/v1/shops/nokshi/pack"),
        world.ask("GET", "/api/v1/shops/nokshi/desk"),
        world.ask("GET", crate::world::messages_of(talk)).secret(talk),
        world.ask("GET", "/api/v1/shops/nokshi/forms/call/slots"),
        world.ask("GET", "/api/v1/agent/requests").by(&rima),
        world.ask("GET", format!("/api/v1/agent/requests/{}", sent.id)).by(&rima),
        world.ask("GET", "/api/v1/agent/requests.csv").by(&rima),
        world.ask("GET", "/api/v1/agent/shop").by(&rima),
    ] {
        let answer = ask.send().await;
        assert_eq!(answer.status, 200, "{answer:?}");
        bodies.push(String::from_utf8(answer.body.to_vec()).unwrap());
    }
    let now = alap_api::clock::now();
    let told = world.store.claim_deliveries(now, now + 1_000, 100).await.unwrap();
    assert!(told.len() >= 5, "asked, proposed, declined, proposed, offered: {told:?}");
    bodies.extend(told.into_iter().map(|delivery| delivery.body));
    for body in bodies {
        // Whole numbers: a moment in milliseconds has all kinds of digits in it.
        let mut numbers = body.split(|c: char| !c.is_ascii_digit());
        assert!(!numbers.any(|number| ["90000", "110000", "180000", "220000"].contains(&number)), "{body}");
        let words = ["floor", "accept_percent", "price-rules", "900.00", "1100.00"];
        assert!(!words.iter().any(|word| body.contains(word)), "{body}");
    }
}

#[tokio::test]
async fn what_was_replaced_or_ran_out_is_not_agreed_by_mistake() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    sent.offer(&rima, 0, 115_000).await;
    sent.offer(&rima, 1, 125_000).await;
    sent.act(keyed(json!({"accept": {"number": 1}}))).await.refused(409, "stale");
    sent.act(keyed(json!({"accept": {"number": 3}}))).await.refused(409, "stale");
    sent.act_by(&rima, keyed(json!({"accept": {"number": 2}}))).await;
    assert_eq!(sent.steps().await, ["requested", "offered", "offered"]);
}

#[tokio::test]
async fn an_offer_that_ran_out_and_a_call_that_is_near_are_told_by_the_clock() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    let now = alap_api::clock::now();
    let mut soon = terms(115_000);
    soon["expires_at"] = json!(now + 60_000);
    sent.act_by(&rima, keyed(json!({"offer": {"after": 0, "terms": soon}}))).await;
    alap_api::jobs::time::round(&world.store, now + 30_000).await.unwrap();
    assert_eq!(sent.steps().await, ["requested", "offered"]);
    for _ in 0..2 {
        alap_api::jobs::time::round(&world.store, now + 61_000).await.unwrap();
    }
    assert_eq!(sent.steps().await, ["requested", "offered", "expired"]);
}

#[tokio::test]
async fn a_server_that_starts_anew_knows_how_each_request_stands() {
    let data = tempfile::tempdir().unwrap();
    let address = StoreAddress::file(data.path().join("alap.sqlite"));
    let world = World::on(&address, ORIGIN.to_owned(), 10).await;
    let rima = world.person("রিমা").await;
    let sent = world.asked_for_a_dress().await;
    sent.offer(&rima, 0, 115_000).await;
    let before: Value = sent.line(&rima).await;
    world.store.close().await;
    let anew = World::on(&address, ORIGIN.to_owned(), 10).await;
    let after = anew.ask("GET", format!("/api/v1/agent/requests/{}", sent.id)).by(&rima).send().await.json();
    assert_eq!((before, day(0).len()), (after, 10));
}
