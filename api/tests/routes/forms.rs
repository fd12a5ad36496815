//! The order desk, the table of places, and the free times.

use alap_api::{clock, intake::zone::Zone};
use alap_protocol::desk::{DESK_MEDIA_TYPE, Desk};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{Talk, World};

const DESK: &str = "/api/v1/shops/nokshi/desk";
const SLOTS: &str = "/api/v1/shops/nokshi/forms/call/slots";

#[tokio::test]
async fn the_desk_is_served_as_the_pack_names_it_in_both_shapes() {
    let world = World::new().await;
    let pack = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await.json();
    let version = pack["desk"]["version"].as_str().unwrap();
    let asked = world.ask("GET", DESK).send().await;
    assert_eq!(asked.header("cache-control"), "no-cache");
    let desk = asked.json();
    assert_eq!((&desk["version"], desk["forms"].as_array().unwrap().len()), (&json!(version), 2));
    assert_eq!((&desk["proposals"], &desk["payment"]["advance_percent"]), (&json!(true), &json!(10)));

    let kept = world.ask("GET", format!("{DESK}?v={version}")).header("accept", DESK_MEDIA_TYPE).send().await;
    assert!(kept.header("cache-control").contains("immutable"));
    assert_eq!(kept.header("content-type"), DESK_MEDIA_TYPE);
    let compact: Desk = postcard::from_bytes(&kept.body).unwrap();
    assert_eq!(serde_json::to_value(&compact).unwrap(), desk);
    let tag = kept.header("etag").to_owned();
    let fresh =
        world.ask("GET", DESK).header("accept", DESK_MEDIA_TYPE).header("if-none-match", &tag).send().await;
    assert_eq!(fresh.status, 304);
    let old = world.ask("GET", format!("{DESK}?v=old")).send().await;
    assert_eq!(old.header("cache-control"), "no-cache", "another version than asked for is not kept");
    world.ask("GET", "/api/v1/shops/elsewhere/desk").send().await.refused(404, "not_found");
}

#[tokio::test]
async fn the_places_of_bangladesh_are_a_table() {
    let world = World::new().await;
    let answer = world.ask("GET", "/api/v1/places").send().await;
    assert_eq!(answer.header("content-type"), "text/tab-separated-values; charset=utf-8");
    assert!(answer.header("cache-control").contains("max-age=86400"));
    let text = std::str::from_utf8(&answer.body).unwrap();
    assert!(text.lines().any(|line| line.split('\t').any(|cell| cell == "Dhaka")), "{text}");
    let packed = world.ask("GET", "/api/v1/places").header("accept-encoding", "br").send().await;
    assert_eq!(packed.header("content-encoding"), "br");
    assert!(packed.body.len() * 2 < text.len());
}

#[tokio::test]
async fn free_times_are_the_shops_own_and_each_is_booked_once() {
    let world = World::new().await;
    let list = world.ask("GET", SLOTS).send().await;
    assert_eq!(list.header("cache-control"), "no-store");
    let list = list.json();
    let slots = list["slots"].as_array().unwrap();
    assert!(!slots.is_empty() && slots.len() <= 500);
    let dhaka = Zone::named("Asia/Dhaka");
    for slot in slots {
        let at = slot["at"].as_i64().unwrap();
        let local = dhaka.local(at).unwrap();
        assert!(at >= clock::now() + 59 * 60_000, "{slot}");
        assert!((600..1_200).contains(&local.minute), "from ten to eight in Dhaka: {slot}");
        assert_eq!(
            (json!(local.minute), json!(dhaka.today(at))),
            (slot["minute"].clone(), slot["date"].clone())
        );
    }

    let slot = &slots[1]["at"];
    let (one, other, id) = (world.opened().await, world.opened().await, Uuid::new_v4());
    let booked = book(&world, &one, id, slot).await;
    assert_eq!(booked.status, 200, "{booked:?}");
    assert_eq!(book(&world, &one, id, slot).await.json(), booked.json(), "its time is taken by itself");
    book(&world, &other, Uuid::new_v4(), slot).await.refused(409, "taken");
    assert_eq!(world.said(&other).await, [Value::Null; 0]);
    let left = world.ask("GET", SLOTS).send().await.json();
    let left = left["slots"].as_array().unwrap();
    assert!(!left.iter().any(|free| free["at"] == *slot), "{left:?}");

    let rima = world.person("রিমা").await;
    let (from, to) = (clock::now(), clock::now() + 8 * 86_400_000);
    let calls = world.ask("GET", format!("/api/v1/agent/calls?from={from}&to={to}")).by(&rima).send().await;
    assert_eq!(calls.json()["calls"][0]["slot"], json!([slot, 30]));
    let begins = slot.as_i64().unwrap();
    for _ in 0..2 {
        alap_api::jobs::time::round(&world.store, begins - 29 * 60_000).await.unwrap();
    }
    let reminders = world
        .said(&one)
        .await
        .iter()
        .filter(|said| said["body"]["step"]["step"]["reminded"].is_object())
        .count();
    assert_eq!(reminders, 1);
}

#[tokio::test]
async fn of_many_who_book_one_time_at_once_one_gets_it() {
    let world = World::new().await;
    let list = world.ask("GET", SLOTS).send().await.json();
    let slot = &list["slots"][2]["at"];
    let mut talks = Vec::new();
    for _ in 0..8 {
        talks.push(world.opened().await);
    }
    let tries = talks.iter().map(|talk| book(&world, talk, Uuid::new_v4(), slot));
    let answers = futures_util::future::join_all(tries).await;
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 409].contains(status)), "{statuses:?}");
}

#[tokio::test]
async fn one_address_books_only_so_many_times_in_an_hour_and_asks_for_other_things_still() {
    let world = World::with_per_hour(10, 20).await;
    let list = world.ask("GET", SLOTS).send().await.json();
    let at = |number: usize| &list["slots"][number]["at"];
    let talk = world.opened().await;
    let id = Uuid::new_v4();
    assert_eq!(book(&world, &talk, id, at(0)).await.status, 200);
    // A time that is gone already books nothing, so it counts as nothing.
    book(&world, &world.opened().await, Uuid::new_v4(), at(0)).await.refused(409, "taken");
    assert_eq!(book(&world, &world.opened().await, Uuid::new_v4(), at(1)).await.status, 200);
    let other = world.opened().await;
    book(&world, &other, Uuid::new_v4(), at(2)).await.refused(429, "too_many");
    let left = world.ask("GET", SLOTS).send().await.json();
    assert!(left["slots"].as_array().unwrap().iter().any(|free| free["at"] == *at(2)), "it is free still");
    assert_eq!(book(&world, &talk, id, at(0)).await.status, 200, "the same again is answered again");
    assert_eq!(world.send_form(&other, Uuid::new_v4(), &crate::deal::dress()).await.status, 200);
}

async fn book(world: &World, talk: &Talk, id: Uuid, slot: &Value) -> crate::world::Answer {
    let answers = json!({"phone": {"phone": "+8801712345678"}, "time": {"slot": slot}});
    world.send_form(talk, id, &json!({"form": "call", "locale": "bn", "answers": answers})).await
}

#[tokio::test]
async fn a_form_without_times_has_none_and_a_span_that_is_none_is_malformed() {
    let world = World::new().await;
    for path in [
        "/api/v1/shops/nokshi/forms/dress/slots",
        "/api/v1/shops/nokshi/forms/nosuch/slots",
        "/api/v1/shops/elsewhere/forms/call/slots",
    ] {
        world.ask("GET", path).send().await.refused(404, "not_found");
    }
    let rima = world.person("রিমা").await;
    for query in ["", "?from=1", "?from=-1&to=5", "?from=9&to=5", "?from=0&to=99999999999999", "?from=x&to=y"]
    {
        world
            .ask("GET", format!("/api/v1/agent/calls{query}"))
            .by(&rima)
            .send()
            .await
            .refused(400, "malformed");
    }
    for query in ["?kind=order", "?state=sold"] {
        world
            .ask("GET", format!("/api/v1/agent/requests{query}"))
            .by(&rima)
            .send()
            .await
            .refused(400, "malformed");
    }
}
