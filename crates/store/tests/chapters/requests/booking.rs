//! Calls and meetings.

use alap_protocol::{
    conversation::ConversationState,
    deal::{DealState, Step},
    message::Author,
    request::{AgentDeed, ShopperDeed},
};
use alap_store::{Store, StoreError};

use super::{
    super::{opened, person, shop},
    MINUTE, NOW, Shopper, act, agent_act, call, house,
};

/// A day on which nothing else of the story happens.
const DAY: i64 = NOW + 10 * 24 * 60 * MINUTE;

pub(crate) async fn one_time_one_call(store: &Store) {
    let first = Shopper::with(store, call(DAY, 30, 0)).await;
    for (starts_at, minutes) in
        [(DAY, 30), (DAY + 29 * MINUTE, 5), (DAY - 10 * MINUTE, 11), (DAY - 60 * MINUTE, 180)]
    {
        let key = opened(store).await;
        let taken = store.open_request(&key, call(starts_at, minutes, 0), NOW).await;
        assert!(matches!(taken, Err(StoreError::Taken)), "{starts_at} {minutes}");
        assert_eq!(store.view(&key).await.unwrap().head.0, 0, "nothing was written");
    }
    let after = Shopper::with(store, call(DAY + 30 * MINUTE, 15, 0)).await;
    let before = Shopper::with(store, call(DAY - 30 * MINUTE, 30, 0)).await;
    assert_eq!(
        store.booked(&shop(), DAY, DAY + 31 * MINUTE).await.unwrap(),
        [(DAY, 30), (DAY + 30 * MINUTE, 15)]
    );
    let elsewhere = alap_protocol::id::ShopId::parse("calls-elsewhere").unwrap();
    assert!(store.booked(&elsewhere, 0, i64::MAX).await.unwrap().is_empty());

    // A call that was cancelled frees its time, even a confirmed one.
    let rima = person(store, shop(), "রিমা").await;
    store.agent_act(&rima, first.request, agent_act(AgentDeed::Confirm {}), house(), NOW).await.unwrap();
    first.does(store, act(ShopperDeed::Cancel { words: String::new() })).await.unwrap();
    let instead = Shopper::with(store, call(DAY, 30, 0)).await;
    let calls = store.calls(&shop(), DAY - 60 * MINUTE, DAY + 60 * MINUTE).await.unwrap();
    let ids: Vec<_> = calls.iter().map(|line| line.id).collect();
    assert_eq!(ids, [before.request, instead.request, after.request]);
    assert_eq!(calls[1].slot, Some((DAY, 30)));
}

pub(crate) async fn nobody_books_the_whole_week(store: &Store) {
    let week = DAY + 40 * 24 * 60 * MINUTE;
    let key = opened(store).await;
    for hour in 0..2 {
        store.open_request(&key, call(week + hour * 60 * MINUTE, 30, 0), NOW).await.unwrap();
    }
    let third = store.open_request(&key, call(week + 120 * MINUTE, 30, 0), NOW).await;
    assert!(matches!(third, Err(StoreError::Full)), "two calls ahead are enough");
    let later = week + 90 * MINUTE;
    store.open_request(&key, call(week + 180 * MINUTE, 30, 0), later).await.unwrap();
}

pub(crate) async fn reminded_once(store: &Store) {
    let starts_at = DAY + 300 * MINUTE;
    let soon = Shopper::with(store, call(starts_at, 30, 60)).await;
    let cancelled = Shopper::with(store, call(starts_at + 30 * MINUTE, 30, 90)).await;
    cancelled.does(store, act(ShopperDeed::Cancel { words: String::new() })).await.unwrap();
    let begun = Shopper::with(store, call(starts_at - 90 * MINUTE, 30, 60)).await;
    let late = Shopper::with(store, call(starts_at + 90 * MINUTE, 30, 0)).await;
    store.close_conversation(&shop(), soon.key.conversation, NOW).await.unwrap();

    let near = starts_at - 60 * MINUTE;
    assert_eq!(store.remind(near).await.unwrap(), 1);
    assert_eq!(store.remind(near).await.unwrap(), 0, "said once");
    let steps = soon.steps(store).await;
    assert!(matches!(steps[1], (Author::System {}, Step::Reminded { slot }) if slot == starts_at));
    let talk = store.conversation(&shop(), soon.key.conversation).await.unwrap();
    assert_eq!(talk.state, ConversationState::Closed, "the clock wakes nobody");
    assert_eq!(begun.told(store).await, ["requested"], "what has begun, nobody is reminded of");
    assert_eq!(cancelled.told(store).await, ["requested", "cancelled"]);
    assert_eq!(late.told(store).await, ["requested"]);
    assert_eq!(store.request(&shop(), soon.request).await.unwrap().state, DealState::Asked);
}
