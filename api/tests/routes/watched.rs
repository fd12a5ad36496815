//! Moments that are asked about, and what is counted of the watching.

use alap_protocol::limits::CONVERSATION_MOMENTS;
use serde_json::{Value, json};

use crate::{
    film::{moment, world},
    wire::{connect, hello},
    world::{ORIGIN, Person, World, messages_of, text},
};

const REPORT: &str = "/api/v1/agent/videos";
const WATCHED: &str = "/api/v1/shops/nokshi/watched";

async fn report(world: &World, by: &Person) -> Value {
    let answer = world.ask("GET", REPORT).by(by).send().await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

fn told(video: &str, replayed: &[u16]) -> Value {
    json!({"video": video, "watched": {"replayed": replayed}})
}

fn part(part: u16, asked: u32, replayed: u32, skipped: u32) -> Value {
    json!({"part": part, "asked": asked, "replayed": replayed, "skipped": skipped})
}

#[tokio::test]
async fn a_moment_comes_to_the_agent_as_it_was_sent_and_is_counted_once() {
    let world = world(false).await;
    let (talk, rima) = (world.opened().await, world.person("রিমা").await);
    let message = moment("kantha", 42, &[7, 8]);
    let send = || world.ask("POST", messages_of(&talk)).secret(&talk).json(message.clone()).send();
    let (first, again) = (send().await.json(), send().await.json());
    assert_eq!(first, again);
    world.say(&talk, "এটা কি সুতি?").await;

    let page = world.ask("GET", messages_of(&talk)).secret(&talk).send().await.json();
    assert_eq!(page["messages"][0]["body"], message["body"]);
    let path = format!("/api/v1/agent/conversations/{}/messages", talk.id);
    let theirs = world.ask("GET", path).by(&rima).send().await.json();
    assert_eq!(theirs["messages"], page["messages"]);

    let report = report(&world, &rima).await;
    assert_eq!(report["counted"], false);
    let videos = [
        json!({"video": "kantha", "parts": [part(7, 0, 1, 0), part(8, 1, 1, 0)]}),
        json!({"video": "there", "parts": []}),
        json!({"video": "linked", "parts": []}),
    ];
    assert_eq!(report["videos"], json!(videos), "in the pack's order, those without any too");
    let asked = &report["asked"][0];
    assert_eq!((&asked["conversation"], &asked["seq"]), (&json!(talk.id), &json!(1)));
    assert_eq!(
        (&asked["video"], &asked["at"], &asked["asked_at"]),
        (&json!("kantha"), &json!(42), &first["at"])
    );
}

#[tokio::test]
async fn a_moment_of_a_video_that_is_gone_is_taken_and_not_counted() {
    let world = world(false).await;
    let (talk, rima) = (world.opened().await, world.person("রিমা").await);
    assert_eq!(world.ask_about(&talk, "gone", 5, &[1]).await.status, 200);
    assert_eq!(world.ask_about(&talk, "kantha", 70, &[1]).await.status, 200, "past its end");
    assert_eq!(world.ask_about(&talk, "linked", 5_000, &[]).await.status, 200, "nobody knows how long it is");
    let report = report(&world, &rima).await;
    let parts: Vec<_> = report["videos"].as_array().unwrap().iter().map(|video| &video["parts"]).collect();
    assert_eq!(parts, [&json!([]), &json!([]), &json!([part(1_000, 1, 0, 0)])]);
    assert_eq!(report["asked"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_no_moment_is_refused() {
    let world = world(false).await;
    let talk = world.opened().await;
    let mut with_still = moment("kantha", 5, &[]);
    with_still["body"]["moment"]["still"] = json!("https://evil.example/x.png");
    for message in [
        moment("kantha", 14_401, &[]),
        moment("kantha", 5, &[3, 3]),
        moment("kantha", 5, &[3, 2]),
        moment("kantha", 5, &(0..2_882).collect::<Vec<u16>>()),
        moment("../kantha", 5, &[]),
        moment("", 5, &[]),
        with_still,
    ] {
        let refused = world.ask("POST", messages_of(&talk)).secret(&talk).json(message).send().await;
        refused.refused(422, "invalid");
    }
    let rima = world.person("রিমা").await;
    let path = format!("/api/v1/agent/conversations/{}/messages", talk.id);
    let theirs = world.ask("POST", path).by(&rima).json(moment("kantha", 5, &[])).send().await;
    theirs.refused(422, "invalid");
}

#[tokio::test]
async fn one_conversation_counts_only_so_often() {
    let world = world(false).await;
    let (talk, rima) = (world.opened().await, world.person("রিমা").await);
    for _ in 0..CONVERSATION_MOMENTS + 3 {
        assert_eq!(world.ask_about(&talk, "kantha", 1, &[]).await.status, 200);
    }
    let report = report(&world, &rima).await;
    assert_eq!(report["videos"][0]["parts"], json!([part(0, CONVERSATION_MOMENTS, 0, 0)]));
    assert_eq!(report["asked"].as_array().unwrap().len(), 50);
}

#[tokio::test]
async fn a_shop_that_does_not_ask_its_shoppers_counts_nothing() {
    for world in [World::new().await, world(false).await] {
        let answer = world.ask("POST", WATCHED).json(told("kantha", &[1])).send().await;
        answer.refused(404, "not_found");
    }
}

#[tokio::test]
async fn what_shoppers_agreed_to_tell_is_summed_up_and_names_nobody() {
    let world = world(true).await;
    let rima = world.person("রিমা").await;
    for body in [
        told("kantha", &[1, 2]),
        json!({"video": "kantha", "watched": {"replayed": [2], "skipped": [3, 400]}}),
        json!({"video": "kantha", "watched": {}}),
    ] {
        let answer = world.ask("POST", WATCHED).json(body).send().await;
        assert_eq!((answer.status.as_u16(), answer.body.len()), (204, 0), "{answer:?}");
    }
    let report = report(&world, &rima).await;
    let parts = json!([part(1, 0, 1, 0), part(2, 0, 2, 0), part(3, 0, 0, 1)]);
    assert_eq!((&report["counted"], &report["videos"][0]["parts"]), (&json!(true), &parts));
    assert_eq!(report["asked"], json!([]));
}

#[tokio::test]
async fn what_is_no_report_is_refused() {
    let world = world(true).await;
    let many: Vec<u16> = (0..2_882).collect();
    let mut with_name = told("kantha", &[1]);
    with_name["shopper"] = json!("রিমা");
    for (body, status, code) in [
        (told("kantha", &many), 422, "invalid"),
        (told("kantha", &[2, 1]), 422, "invalid"),
        (json!({"video": "kantha", "watched": {"replayed": [70_000]}}), 422, "invalid"),
        (json!({"video": "kantha"}), 422, "invalid"),
        (with_name, 422, "invalid"),
        (told("nosuch", &[1]), 404, "not_found"),
        (json!({"video": "x".repeat(70_000), "watched": {}}), 413, "too_large"),
    ] {
        world.ask("POST", WATCHED).json(body).send().await.refused(status, code);
    }
    world.ask("POST", WATCHED).raw("text/plain", "{}").send().await.refused(415, "unsupported_media_type");
    let elsewhere = world.ask("POST", "/api/v1/shops/elsewhere/watched").json(told("kantha", &[1]));
    elsewhere.send().await.refused(404, "not_found");
    for origin in [None, Some("https://evil.example"), Some("https://nokshi.example")] {
        let foreign = world.ask("POST", WATCHED).from(origin).json(told("kantha", &[1]));
        foreign.send().await.refused(403, "foreign_origin");
    }
    let rima = world.person("রিমা").await;
    assert_eq!(report(&world, &rima).await["videos"][0]["parts"], json!([]));
}

#[tokio::test]
async fn one_address_tells_only_so_much_in_an_hour() {
    let world = world(true).await;
    for _ in 0..60 {
        assert_eq!(world.ask("POST", WATCHED).json(told("kantha", &[1])).send().await.status, 204);
    }
    world.ask("POST", WATCHED).json(told("kantha", &[1])).send().await.refused(429, "too_many");
}

#[tokio::test]
async fn a_moment_over_a_socket_is_counted_too() {
    let world = world(false).await;
    let (talk, rima) = (world.opened().await, world.person("রিমা").await);
    let port = world.at_a_port().await;
    let mut shopper = connect(port, "/api/v1/socket", Some(ORIGIN), None).await.unwrap();
    shopper.send(hello(&talk, 0)).await;
    for (place, message) in
        [moment("gone", 5, &[1]), moment("kantha", 5, &[1]), text("এটা কি সুতি?")].into_iter().enumerate()
    {
        shopper.send(json!({"send": {"message": message}})).await;
        assert_eq!(shopper.next_of("ack").await["ack"]["seq"], json!(place + 1));
    }
    let report = report(&world, &rima).await;
    assert_eq!(report["videos"][0]["parts"], json!([part(1, 1, 1, 0)]));
}
