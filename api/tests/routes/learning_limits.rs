//! What is not learnt, whose it is, and what outlives a restart.

use std::process::Command;

use alap_store::StoreAddress;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    learning::{LEARNT, asked, entry, groups, keys, learn_first, new_entry, pack_entries, post},
    world::{ORIGIN, World},
};

#[tokio::test]
async fn the_folder_has_the_last_word_on_an_id() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    asked(&world, "ওয়ারেন্টি আছে?").await;
    let id = learn_first(&world, &rima).await["entry"].clone();
    let file = world.shop_folder.path().join("faq.md");
    let mut faq = std::fs::read_to_string(&file).unwrap();
    faq.push_str(&format!("\n## {}\nbn? ওয়ারেন্টি কত দিন?\nbn: দুই বছর।\n", id.as_str().unwrap()));
    std::fs::write(&file, faq).unwrap();
    for _ in 0..500 {
        if pack_entries(&world).await[1]["answer"]["bn"] == "দুই বছর।" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let entries = pack_entries(&world).await;
    assert_eq!((entries.len(), &entries[1]["answer"]["bn"]), (2, &json!("দুই বছর।")));
    let list = world.ask("GET", LEARNT).by(&rima).send().await.json();
    assert_eq!(list[0]["standing"], "in_folder");
}

#[tokio::test]
async fn what_no_pack_could_have_is_refused_and_nothing_is_settled() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    asked(&world, "ওয়ারেন্টি আছে?").await;
    let group = groups(&world, &rima).await.remove(0);
    let many: Vec<String> = (0..51).map(|number| number.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let mut with_field = new_entry(&group, entry("ক", "খ", &[]));
    with_field["shop"] = json!("elsewhere");
    let mut with_inner = new_entry(&group, entry("ক", "খ", &[]));
    with_inner["lesson"]["entry"]["text"]["products"] = json!(["NK-1"]);
    let variants = |variants: Value| json!({"questions": keys(&group), "lesson": {"variants": {"entry": "delivery", "variants": variants}}});
    for body in [
        new_entry(&group, entry("", "খ", &[])),
        new_entry(&group, entry("ক", " \u{200b}", &[])),
        new_entry(&group, entry(&"ক".repeat(301), "খ", &[])),
        new_entry(&group, entry("ক", &"খ".repeat(4_001), &[])),
        new_entry(&group, entry("ক", "খ", &[&"x".repeat(301)])),
        new_entry(&group, entry("ক", "খ", &many)),
        new_entry(&group, entry("ক", "a\u{0}b", &[])),
        with_field,
        with_inner,
        variants(json!([])),
        variants(json!([" "])),
        json!({"questions": [], "lesson": {"entry": {"text": entry("ক", "খ", &[])}}}),
        json!({"questions": vec![keys(&group)[0].clone(); 501], "lesson": {"entry": {"text": entry("ক", "খ", &[])}}}),
        json!({"questions": keys(&group), "lesson": {"forget": {}}}),
    ] {
        post(&world, &rima, "learn", body).await.refused(422, "invalid");
    }
    for what in ["dismiss", "reopen"] {
        post(&world, &rima, what, json!({"questions": []})).await.refused(422, "invalid");
    }
    let unknown = json!({"questions": [{"conversation": Uuid::new_v4(), "seq": 1}]});
    post(&world, &rima, "dismiss", unknown).await.refused(404, "not_found");
    assert_eq!(groups(&world, &rima).await, [group]);
    assert_eq!(pack_entries(&world).await.len(), 1);
}

#[tokio::test]
async fn another_shops_questions_are_not_there() {
    let data = tempfile::tempdir().unwrap();
    let address = StoreAddress::file(data.path().join("alap.sqlite"));
    let world = World::on(&address, ORIGIN.to_owned(), 10).await;
    let rima = world.person("রিমা").await;
    let elsewhere = alap_protocol::id::ShopId::parse("elsewhere").unwrap();
    let key = alap_store::ShopperKey {
        conversation: alap_protocol::id::ConversationId(Uuid::new_v4()),
        secret: alap_store::TokenHash::of(b"x"),
    };
    world
        .store
        .open_conversation(&elsewhere, &key, alap_protocol::locale::Locale::Bn, None, 1)
        .await
        .unwrap();
    for body in [json!({"text": {"text": "গোপন প্রশ্ন?"}}), json!({"answer": {"text": "…", "missed": true}})]
    {
        let message = serde_json::from_value(json!({"client_id": Uuid::new_v4(), "body": body})).unwrap();
        world.store.append_from_shopper(&key, message, 1).await.unwrap();
    }
    assert_eq!(groups(&world, &rima).await, [Value::Null; 0]);
    let theirs = json!([{"conversation": key.conversation, "seq": 1}]);
    for (what, body) in [
        ("dismiss", json!({"questions": theirs})),
        ("reopen", json!({"questions": theirs})),
        ("learn", json!({"questions": theirs, "lesson": {"entry": {"text": entry("ক", "খ", &[])}}})),
    ] {
        post(&world, &rima, what, body).await.refused(404, "not_found");
    }
    assert_eq!(world.store.missed_questions(&elsewhere).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_server_that_starts_anew_serves_what_was_learnt_and_the_command_line_prints_it() {
    let data = tempfile::tempdir().unwrap();
    let address = StoreAddress::file(data.path().join("alap.sqlite"));
    let world = World::on(&address, ORIGIN.to_owned(), 10).await;
    let rima = world.person("রিমা").await;
    asked(&world, "ওয়ারেন্টি আছে?").await;
    learn_first(&world, &rima).await;
    asked(&world, "delivery charge koto?").await;
    let group = groups(&world, &rima).await.remove(0);
    let lesson = json!({"variants": {"entry": "delivery", "variants": ["delivery charge koto?"]}});
    post(&world, &rima, "learn", json!({"questions": keys(&group), "lesson": lesson})).await;
    world.store.close().await;

    let world = World::on(&address, ORIGIN.to_owned(), 10).await;
    assert_eq!(pack_entries(&world).await.len(), 2, "from the first answer on");
    let export = |folder: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_alap"))
            .args(["faq", "export", "--data", data.path().to_str().unwrap()])
            .args(folder)
            .env_remove("DATABASE_URL")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        [output.stdout, output.stderr].map(|words| String::from_utf8(words).unwrap())
    };
    let entries = "\n## learnt\nbn? ওয়ারেন্টি?\nbn: ছয় মাস।\n";
    let lines = "put below \"## delivery\":\nask: delivery charge koto?\n";
    assert_eq!(export(&[]), [entries, lines]);
    let folder = world.shop_folder.path();
    assert_eq!(export(&[folder.to_str().unwrap()]), [entries, lines]);
    let faq = std::fs::read_to_string(folder.join("faq.md")).unwrap();
    let faq = format!("{faq}ask: delivery charge koto?{entries}");
    std::fs::write(folder.join("faq.md"), faq).unwrap();
    assert_eq!(export(&[folder.to_str().unwrap()]), ["", ""], "the folder has it all now");
}
