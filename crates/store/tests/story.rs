//! One story that both databases must pass.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails there")]

mod chapters;

use alap_store::{Store, StoreAddress, testing::Cluster};

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_tells_the_story() {
    let folder = tempfile::tempdir().unwrap();
    chapters::tell(&StoreAddress::file(folder.path().join("shop ?#%ক.sqlite"))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgresql_tells_the_story() {
    let cluster = Cluster::start().unwrap();
    chapters::tell(&cluster.address()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_on_postgresql_write_one_conversation_and_hear_each_other() {
    let cluster = Cluster::start().unwrap();
    let (one, other) = tokio::join!(open(&cluster), open(&cluster));
    chapters::two_nodes(&one, &other).await;
    chapters::two_agents_at_once(&one, &other).await;
    one.close().await;
    other.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_on_postgresql_agree_on_every_order_coupon_and_hour() {
    let cluster = Cluster::start().unwrap();
    let (one, other) = tokio::join!(open(&cluster), open(&cluster));
    chapters::requests::two_nodes(&one, &other).await;
    one.close().await;
    other.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_on_one_sqlite_file_agree_on_every_order_coupon_and_hour() {
    let folder = tempfile::tempdir().unwrap();
    let address = StoreAddress::file(folder.path().join("alap.sqlite"));
    let (one, other) = (Store::connect(&address).await.unwrap(), Store::connect(&address).await.unwrap());
    chapters::requests::two_nodes(&one, &other).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgresql_keeps_what_was_acknowledged_through_a_crash() {
    let cluster = Cluster::start().unwrap();
    let store = open(&cluster).await;
    let acks = chapters::write_some(&store, 50).await;
    cluster.crash_and_restart().unwrap();
    chapters::all_there(&open(&cluster).await, &acks).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_may_open_one_sqlite_file() {
    let folder = tempfile::tempdir().unwrap();
    let address = StoreAddress::file(folder.path().join("alap.sqlite"));
    let (one, other) = (Store::connect(&address).await.unwrap(), Store::connect(&address).await.unwrap());
    chapters::append_from_two(&one, &other).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_taps_on_one_file_teach_once_and_questions_do_not_pile_up() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::connect(&StoreAddress::file(folder.path().join("alap.sqlite"))).await.unwrap();
    chapters::two_agents_at_once(&store, &store.clone()).await;
    chapters::the_oldest_fall_out(&store).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_has_an_end() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::connect(&StoreAddress::file(folder.path().join("alap.sqlite"))).await.unwrap();
    chapters::ten_thousand(&store).await;
}

async fn open(cluster: &Cluster) -> Store {
    Store::connect(&cluster.address()).await.unwrap()
}
