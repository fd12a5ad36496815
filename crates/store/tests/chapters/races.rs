//! Many at once.

use std::collections::HashSet;

use alap_protocol::{
    id::{AgentId, Sequence},
    message::{Ack, Message},
};
use alap_store::{Agent, Change, ShopperKey, Store, StoreError};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{opened, person, shop, text};

/// Two sides write two hundred each: a dense order, and nothing twice.
pub(crate) async fn many_at_once(store: &Store) {
    append_from_two(store, store).await;
}

pub(crate) async fn append_from_two(one: &Store, other: &Store) {
    let key = opened(one).await;
    let rima = person(one, shop(), "রিমা").await;
    let mut tasks = JoinSet::new();
    for place in 0..200 {
        let (store, rima, id) = (other.clone(), rima.clone(), key.conversation);
        tasks.spawn(async move {
            store.append_from_agent(&rima, id, text(&format!("উত্তর {place}")), 1).await
        });
        let (store, key) = (one.clone(), key.clone());
        tasks.spawn(async move {
            store.append_from_shopper(&key, text(&format!("প্রশ্ন {place}")), 1).await
        });
    }
    let acks: HashSet<u64> = tasks.join_all().await.into_iter().map(|ack| ack.unwrap().seq.0).collect();
    assert_eq!(acks, (1..=400).collect());
    let all = read_all(other, &key).await;
    assert!(all.iter().zip(1..=400).all(|(message, place)| message.seq == Sequence(place)));
    assert_eq!(all.len(), 400);
    let names: HashSet<_> = all.iter().map(|message| message.client_id).collect();
    assert_eq!(names.len(), 400);
}

pub(crate) async fn the_same_fifty_times(store: &Store) {
    let key = opened(store).await;
    let message = text("একবারই");
    let mut tasks = JoinSet::new();
    for at in 0..50 {
        let (store, key, message) = (store.clone(), key.clone(), message.clone());
        tasks.spawn(async move { store.append_from_shopper(&key, message, at).await.unwrap() });
    }
    let acks = tasks.join_all().await;
    assert!(acks.iter().all(|ack| *ack == acks[0]), "{acks:?}");
    assert_eq!(read_all(store, &key).await.len(), 1);

    // The good ones of a batch are kept, whatever stands beside them.
    let mut tasks = JoinSet::new();
    for place in 0..50 {
        let (store, key) = (store.clone(), key.clone());
        let same = message.client_id;
        tasks.spawn(async move {
            let mut message = text(&format!("কথা {place}"));
            if place % 2 == 0 {
                message.client_id = same;
            }
            (place, store.append_from_shopper(&key, message, 1).await)
        });
    }
    for (place, answer) in tasks.join_all().await {
        match answer {
            Ok(_) => assert_eq!(place % 2, 1),
            Err(error) => assert!(place % 2 == 0 && matches!(error, StoreError::Conflict), "{error}"),
        }
    }
    assert_eq!(read_all(store, &key).await.len(), 26);
}

/// The database refuses one write of a batch: the others go through, and nothing of the bad one stays.
pub(crate) async fn one_bad_write_among_good_ones(store: &Store) {
    let key = opened(store).await;
    let ghost =
        Agent { id: AgentId(Uuid::new_v4()), shop: shop(), login: "ghost".into(), name: "ghost".into() };
    let mut tasks = JoinSet::new();
    for place in 0..40 {
        let (store, key, ghost) = (store.clone(), key.clone(), ghost.clone());
        tasks.spawn(async move {
            if place == 20 {
                let refused = store.append_from_agent(&ghost, key.conversation, text("আমি কেউ না"), 1).await;
                assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");
            } else {
                store.append_from_shopper(&key, text("আমি আছি"), 1).await.unwrap();
            }
        });
    }
    tasks.join_all().await;
    let all = read_all(store, &key).await;
    assert_eq!(all.len(), 39);
    assert!(all.iter().zip(1..).all(|(message, place)| message.seq == Sequence(place)));
}

/// Two nodes write to one conversation, and each hears what the other did.
pub(crate) async fn two_nodes(one: &Store, other: &Store) {
    append_from_two(one, other).await;
    let key = opened(one).await;
    let message = text("দুই জায়গা থেকে একই কথা");
    let (here, there) = tokio::join!(
        one.append_from_shopper(&key, message.clone(), 1),
        other.append_from_shopper(&key, message.clone(), 2)
    );
    assert_eq!(here.unwrap(), there.unwrap(), "sent to two nodes at once, it is still one message");

    let mut heard = other.changes();
    one.append_from_shopper(&key, text("শুনছেন?"), 3).await.unwrap();
    let expected = Change::Conversation { shop: shop(), conversation: key.conversation };
    while heard.recv().await.unwrap() != expected {}
    assert_eq!(other.view(&key).await.unwrap().head, Sequence(2));
}

/// Writes into several conversations at once; every acknowledgement counts.
pub(crate) async fn write_some(store: &Store, count: usize) -> Vec<(ShopperKey, Ack)> {
    let mut tasks = JoinSet::new();
    for _ in 0..count {
        let store = store.clone();
        tasks.spawn(async move {
            let key = opened(&store).await;
            let ack = store.append_from_shopper(&key, text("থাকবে তো?"), 1).await.unwrap();
            (key, ack)
        });
    }
    tasks.join_all().await
}

pub(crate) async fn all_there(store: &Store, acks: &[(ShopperKey, Ack)]) {
    for (key, ack) in acks {
        let all = read_all(store, key).await;
        assert!(all.iter().any(|message| message.client_id == ack.client_id && message.seq == ack.seq));
    }
}

async fn read_all(store: &Store, key: &ShopperKey) -> Vec<Message> {
    let mut all: Vec<Message> = Vec::new();
    loop {
        let after = all.last().map_or(Sequence(0), |message| message.seq);
        let page = store.messages(key, after).await.unwrap();
        if page.messages.is_empty() {
            return all;
        }
        all.extend(page.messages);
    }
}
