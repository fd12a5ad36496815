//! The two sockets: what one side does, the other sees.

use serde_json::{Value, json};

use crate::{
    wire::{agent, greeted},
    world::{World, messages_of, text},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_question_and_its_answer_are_seen_live_by_both() {
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    let rima = world.person("রিমা").await;
    let (mut shopper, welcome) = greeted(address, &talk, 0).await;
    assert_eq!((&welcome["reset"], &welcome["protocol"]), (&json!(false), &json!(1)));
    let mut inbox = agent(address, &rima).await;

    let question = text("দাম কত?");
    shopper.send(json!({"send": {"message": question}})).await;
    let ack = shopper.next_of("ack").await["ack"].clone();
    assert_eq!((&ack["seq"], &ack["client_id"]), (&json!(1), &question["client_id"]));
    assert_eq!(shopper.next_of("message").await["message"]["seq"], 1);
    let line = inbox.next_of("conversation").await["summary"].clone();
    assert_eq!((&line["id"], &line["last"]["body"]["text"]["text"]), (&json!(talk.id), &json!("দাম কত?")));

    let path = format!("/api/v1/agent/conversations/{}/messages", talk.id);
    world.ask("POST", path).by(&rima).json(text("৳১,২০০")).send().await;
    let push = shopper.next_of("message").await["message"].clone();
    assert_eq!((&push["seq"], &push["author"]["agent"]["name"]), (&json!(2), &json!("রিমা")));
    let view = shopper.next_of("conversation").await["conversation"].clone();
    assert_eq!((&view["state"], &view["agent_name"]), (&json!("open"), &json!("রিমা")));

    shopper.send(json!({"seen": {"up_to": 2}})).await;
    while inbox.next_of("conversation").await["summary"]["shopper_seen"] != json!(2) {}
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_is_seen_by_the_other_side_only() {
    let (world, address) = World::listening().await;
    let (talk, other) = (world.opened().await, world.opened().await);
    let rima = world.person("রিমা").await;
    let (mut shopper, _) = greeted(address, &talk, 0).await;
    let (mut bystander, _) = greeted(address, &other, 0).await;
    let mut inbox = agent(address, &rima).await;

    shopper.send(json!({"typing": {"on": true}})).await;
    let typing = inbox.next_of("typing").await;
    assert_eq!(typing, json!({"conversation": talk.id, "on": true}));
    inbox.send(json!({"typing": {"conversation": talk.id, "on": true}})).await;
    assert_eq!(shopper.next().await, json!({"typing": {"on": true, "name": "রিমা"}}));
    inbox.send(json!({"typing": {"conversation": talk.id, "on": false}})).await;
    assert_eq!(shopper.next_of("typing").await["on"], false);
    bystander.send(json!({"ping": {}})).await;
    assert_eq!(bystander.next().await, json!({"pong": {}}), "a bystander heard nothing before its own pong");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_back_gets_what_was_missed_in_order() {
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    for place in 1..=450 {
        world.say(&talk, &format!("কথা {place}")).await;
    }
    for (after, first, reset) in [(0, 1, false), (200, 201, false), (449, 450, false), (451, 1, true)] {
        let (mut wire, welcome) = greeted(address, &talk, after).await;
        assert_eq!(welcome["reset"], json!(reset), "{after}");
        for place in first..=450 {
            assert_eq!(wire.next_of("message").await["message"]["seq"], json!(place));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_of_one_shopper_and_a_write_over_http_keep_one_dense_order() {
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    let (mut one, _) = greeted(address, &talk, 0).await;
    let (mut other, _) = greeted(address, &talk, 0).await;
    for place in 0..5 {
        one.send(json!({"send": {"message": text(&format!("এক {place}"))}})).await;
        other.send(json!({"send": {"message": text(&format!("দুই {place}"))}})).await;
        world.say(&talk, &format!("তিন {place}")).await;
    }
    for wire in [&mut one, &mut other] {
        for place in 1..=15 {
            assert_eq!(wire.next_of("message").await["message"]["seq"], json!(place));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_message_is_named_and_the_socket_goes_on() {
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    let (mut wire, _) = greeted(address, &talk, 0).await;
    let good = text("দাম কত?");
    let mut other = good.clone();
    other["body"]["text"]["text"] = json!("অন্য কথা");
    wire.send(json!({"send": {"message": good}})).await;
    let first = wire.next_of("ack").await;
    wire.send(json!({"send": {"message": good}})).await;
    assert_eq!(wire.next_of("ack").await, first, "the first acknowledgement again");

    let event = json!({"client_id": uuid::Uuid::new_v4(), "body": {"event": {"event": {"closed": {}}}}});
    for (message, code) in [(other, "conflict"), (text("\u{200b}"), "invalid"), (event, "invalid")] {
        wire.send(json!({"send": {"message": message}})).await;
        let refused = wire.next_of("refused").await;
        assert_eq!((&refused["client_id"], &refused["error"]["code"]), (&message["client_id"], &json!(code)));
    }
    for (frame, code) in
        [("{", "malformed"), (r#"{"dance":{}}"#, "invalid"), (r#"{"seen":{"up_to":-1}}"#, "invalid")]
    {
        futures_util::SinkExt::send(&mut wire.socket, frame.into()).await.unwrap();
        assert_eq!(wire.next_of("error").await["error"]["code"], code);
    }
    let page = world.ask("GET", messages_of(&talk)).secret(&talk).send().await.json();
    assert_eq!(page["messages"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_hears_of_its_own_shop_only() {
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    let rima = world.person("রিমা").await;
    let mut inbox = agent(address, &rima).await;
    let elsewhere = alap_protocol::id::ShopId::parse("elsewhere").unwrap();
    let key = alap_store::ShopperKey {
        conversation: alap_protocol::id::ConversationId(uuid::Uuid::new_v4()),
        secret: alap_store::TokenHash::of(b"x"),
    };
    let locale = alap_protocol::locale::Locale::Bn;
    world.store.open_conversation(&elsewhere, &key, locale, None, 1).await.unwrap();
    world.say(&talk, "দাম কত?").await;
    let first: Value = inbox.next_of("conversation").await;
    assert_eq!(first["summary"]["id"], json!(talk.id));
}
