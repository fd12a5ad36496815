//! More that is learnt, by more people, and how much of it is kept.

use std::collections::HashSet;

use alap_protocol::{
    id::Sequence,
    learning::{EntryText, LearntKind, QuestionKey},
    limits::{CONVERSATION_MISSED, LESSON_QUESTIONS, SHOP_MISSED},
};
use alap_store::{Change, Place, Store, StoreError};

use super::{
    learning::{World, answer, entry, id},
    text,
};

/// More ways of asking: for an entry of the folder, and for one that was learnt.
pub(super) async fn added_to_others(world: &World<'_>) {
    let ask = async |words: &str| {
        let talk = world.opened().await;
        world.say(&talk, text(words), 70).await;
        world.say(&talk, answer(None, true), 71).await;
        world.open_questions().await.into_iter().map(|it| it.key).collect::<Vec<_>>()
    };
    let variants =
        |words: &[&str]| EntryText { variants: entry("", "", words).variants, ..EntryText::default() };
    let (none, folder) = (HashSet::new(), Place::Folder(id("size")));
    world.learn(&ask("ek").await, &folder, &variants(&["ek", "dui"])).await.unwrap();
    world.learn(&ask("tin").await, &folder, &variants(&["dui", "tin"])).await.unwrap();
    let place = Place::New { name: id("gift"), taken: &none };
    world.learn(&ask("gift").await, &place, &entry("উপহার?", "জি।", &["gift"])).await.unwrap();
    world.learn(&ask("upohar").await, &Place::Learnt(id("gift")), &variants(&["upohar"])).await.unwrap();
    let kept = async |name: &str| {
        let learnt = world.store.learnt(&world.shop).await.unwrap();
        learnt.into_iter().find(|it| it.entry.as_str() == name).unwrap()
    };
    let size = kept("size").await;
    assert_eq!((size.kind, size.text), (LearntKind::Variants, variants(&["ek", "dui", "tin"])));
    let gift = kept("gift").await;
    assert_eq!((gift.kind, gift.text), (LearntKind::Entry, entry("উপহার?", "জি।", &["gift", "upohar"])));

    let unknown = world.learn(&ask("x").await, &Place::Learnt(id("nothing")), &variants(&["x"])).await;
    assert!(matches!(unknown, Err(StoreError::NotFound)), "{unknown:?}");
    assert_eq!(world.open_words().await, ["x"], "its question is open as before");
    // The folder has an entry of the name now: ours would only hide behind it.
    let open: Vec<_> = world.open_questions().await.into_iter().map(|it| it.key).collect();
    world.learn(&open, &Place::Folder(id("gift")), &variants(&["x"])).await.unwrap();
    let gift = kept("gift").await;
    assert_eq!((gift.kind, gift.text), (LearntKind::Variants, variants(&["x"])));
}

/// What a shop keeps open is bounded, whoever asks.
pub(crate) async fn the_oldest_fall_out(store: &Store) {
    let world = World::new(store).await;
    let mut oldest = None;
    for at in 0..i64::from(SHOP_MISSED / CONVERSATION_MISSED) + 1 {
        let talk = world.opened().await;
        let mut tasks = Vec::new();
        for _ in 0..=CONVERSATION_MISSED {
            // In this order: the writer does what it is handed, one after the other.
            tasks.push((text("কিছু একটা"), answer(None, true)));
        }
        for (question, missed) in tasks {
            world.say(&talk, question, at).await;
            world.say(&talk, missed, at).await;
        }
        oldest.get_or_insert(talk.conversation);
    }
    let open = world.open_questions().await;
    assert_eq!(open.len(), LESSON_QUESTIONS);
    assert!(open.is_sorted_by_key(|question| std::cmp::Reverse(question.at)));
    let key = QuestionKey { conversation: oldest.unwrap(), seq: Sequence(1) };
    let gone = store.dismiss_questions(&world.shop, &[key]).await;
    assert!(matches!(gone, Err(StoreError::NotFound)), "the oldest fell out: {gone:?}");
}

/// Two nodes, one question: one of them learns it, and both hear of it.
pub(crate) async fn two_agents_at_once(one: &Store, other: &Store) {
    let world = World::new(one).await;
    let mut heard = other.changes();
    for round in 0..10 {
        let talk = world.opened().await;
        world.say(&talk, text(&format!("প্রশ্ন {round}")), 1).await;
        world.say(&talk, answer(None, true), 2).await;
        let keys: Vec<QuestionKey> = world.open_questions().await.into_iter().map(|it| it.key).collect();
        let (taken, text) = (HashSet::new(), entry("প্রশ্ন", "উত্তর", &[]));
        let place = Place::New { name: id("learnt"), taken: &taken };
        let (here, there) = tokio::join!(
            one.learn(&world.rima, &keys, &place, &text, 3),
            other.learn(&world.rima, &keys, &place, &text, 3)
        );
        assert!(here.is_ok() != there.is_ok(), "{here:?} {there:?}");
        assert!(matches!(here.or(there), Ok(_) | Err(StoreError::Settled)));
    }
    assert_eq!(one.learnt(&world.shop).await.unwrap().len(), 10);
    assert_eq!(other.learnt(&world.shop).await.unwrap(), one.learnt(&world.shop).await.unwrap());
    while heard.recv().await.unwrap() != (Change::Learnt { shop: world.shop.clone() }) {}
}
