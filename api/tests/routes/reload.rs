//! A shop folder that changes while it is served.

use std::{fs, sync::Arc, time::Duration};

use serde_json::{Value, json};

use crate::world::{Person, World, faq};

/// Asks again and again until it is so; a folder is looked at from time to time only.
async fn until(world: &World, rima: &Person, is_so: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..500 {
        let report = world.ask("GET", "/api/v1/agent/shop").by(rima).send().await.json();
        if is_so(&report) {
            return report;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the folder was not read again")
}

async fn answer_of(world: &World) -> (Value, String) {
    let pack = world.ask("GET", "/api/v1/shops/nokshi/pack").send().await.json();
    (pack["faq"][0]["answer"]["bn"].clone(), pack["version"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_change_is_taken_up_and_a_broken_one_is_not() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let file = world.shop_folder.path().join("faq.md");
    let (_, first) = answer_of(&world).await;
    let report = world.ask("GET", "/api/v1/agent/shop").by(&rima).send().await.json();
    assert_eq!((&report["version"], &report["current"]), (&json!(first), &json!(true)));

    fs::write(&file, faq("৭০ টাকা হয়েছে।")).unwrap();
    until(&world, &rima, |report| report["version"] != json!(first)).await;
    let (answer, second) = answer_of(&world).await;
    assert_eq!(answer, "৭০ টাকা হয়েছে।");

    fs::write(&file, faq("৯০ টাকা।").replace("bn:", "wrong:").replace("en:", "wrong:")).unwrap();
    let report = until(&world, &rima, |report| report["current"] == false).await;
    assert_eq!(answer_of(&world).await, (json!("৭০ টাকা হয়েছে।"), second.clone()), "the last good one goes on");
    assert_eq!(report["version"], json!(second));
    let fault = report["faults"].as_array().unwrap().iter().find(|fault| fault["error"] == true).unwrap();
    assert_eq!(fault["file"], "faq.md");
    assert!(fault["sentence"]["bn"].is_string() && fault["sentence"]["en"].is_string(), "{fault}");

    fs::write(&file, faq("৮০ টাকা।")).unwrap();
    until(&world, &rima, |report| report["current"] == true).await;
    assert_eq!(answer_of(&world).await.0, "৮০ টাকা।");
}

#[tokio::test]
async fn a_folder_that_disappears_or_changes_its_id_leaves_the_last_good_one() {
    let world = World::new().await;
    let rima = world.person("রিমা").await;
    let file = world.shop_folder.path().join("shop.toml");
    let settings = fs::read_to_string(&file).unwrap();
    fs::write(&file, settings.replace("\"nokshi\"", "\"another\"")).unwrap();
    let report = until(&world, &rima, |report| report["current"] == false).await;
    assert!(report["faults"][0]["sentence"]["en"].as_str().unwrap().contains("start it again"), "{report}");
    assert_eq!(answer_of(&world).await.0, "৬০ টাকা।");
    fs::remove_file(&file).unwrap();
    until(&world, &rima, |now| now["faults"] != report["faults"]).await;
    assert_eq!(answer_of(&world).await.0, "৬০ টাকা।");
    fs::write(&file, settings).unwrap();
    until(&world, &rima, |now| now["current"] == true).await;
}

#[tokio::test]
async fn the_price_talk_knows_the_shops_own_day_and_is_made_ready_once_a_day() {
    let world = World::new().await;
    let file = world.shop_folder.path().join("shop.toml");
    let rima = world.person("রিমা").await;
    let before = world.state.shop().pack.version.clone();
    let far = fs::read_to_string(&file).unwrap().replace("Asia/Dhaka", "America/New_York");
    fs::write(&file, far).unwrap();
    until(&world, &rima, |report| report["version"] != json!(before)).await;
    let shop = world.state.shop();
    // 2027-01-15 20:00 UTC: the next day in Dhaka, the same one in New York.
    let evening = 1_800_043_200_000;
    let house = shop.house(evening);
    assert_eq!(house.today, "2027-01-15");
    assert!(Arc::ptr_eq(&house, &shop.house(evening + 3_600_000)), "it is the same day still");
    let next = shop.house(evening + 10 * 3_600_000);
    assert_eq!(next.today, "2027-01-16");
    assert!(Arc::ptr_eq(&next, &shop.house(evening + 10 * 3_600_000)), "and it is kept for that day, too");
}
