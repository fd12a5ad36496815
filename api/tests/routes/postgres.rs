//! The same server on PostgreSQL, and two of them side by side.

use alap_store::testing::Cluster;
use serde_json::json;

use crate::{
    conversations, learning, requests,
    wire::{agent, greeted},
    world::{ORIGIN, World, text},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_on_postgresql() {
    let cluster = Cluster::start().unwrap();
    let world = World::on(&cluster.address(), ORIGIN.to_owned(), 10).await;
    conversations::tell(&world).await;
    requests::tell(&world).await;
    world.store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_node_writes_the_others_sockets_show() {
    let cluster = Cluster::start().unwrap();
    let (one, _) = World::listening_on(&cluster.address(), 10).await;
    let (other, address) = World::listening_on(&cluster.address(), 10).await;
    let talk = one.opened().await;
    let rima = other.person("রিমা").await;
    let (mut shopper, _) = greeted(address, &talk, 0).await;
    let mut inbox = agent(address, &rima).await;
    one.say(&talk, "শুনছেন?").await;
    assert_eq!(shopper.next_of("message").await["message"]["body"]["text"]["text"], "শুনছেন?");
    assert_eq!(inbox.next_of("conversation").await["summary"]["head"], 1);

    let path = format!("/api/v1/agent/conversations/{}/messages", talk.id);
    one.ask("POST", path).by(&rima).json(text("জি")).send().await;
    assert_eq!(shopper.next_of("message").await["message"]["seq"], json!(2));
    one.store.close().await;
    other.store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_node_learns_is_in_the_others_pack() {
    let cluster = Cluster::start().unwrap();
    let one = World::on(&cluster.address(), ORIGIN.to_owned(), 10).await;
    let other = World::on(&cluster.address(), ORIGIN.to_owned(), 10).await;
    let rima = one.person("রিমা").await;
    learning::asked(&one, "ওয়ারেন্টি আছে?").await;
    learning::learn_first(&one, &rima).await;
    for _ in 0..500 {
        if learning::pack_entries(&other).await.len() == 2 {
            one.store.close().await;
            return other.store.close().await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the other node never served it")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_goes_where_database_url_says() {
    let cluster = Cluster::start().unwrap();
    let alap = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_alap"));
        let output = command.args(arguments).env("DATABASE_URL", cluster.url()).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    alap(&["agent", "add", "--login", "rima", "--name", "রিমা", "--password", "নকশি কাঁথা", "--shop", "nokshi"]);
    assert_eq!(alap(&["agent", "list"]), "rima\tরিমা\n");
}
