//! What nobody may do.

use alap_deal::Refusal;
use alap_protocol::{
    conversation::ConversationState,
    deal::Terms,
    id::{ClientId, RequestId, Sequence, ShopId},
    limits::{CONVERSATION_MESSAGES, CONVERSATION_REQUESTS},
    message::NewMessage,
    request::{AgentDeed, ShopperDeed},
};
use alap_store::{RequestDraft, ShopperKey, Store, StoreError, TokenHash};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{
    super::{opened, person, shop, text},
    MINUTE, NOW, Shopper, accept, act, agent_act, call, code, draft, house, make_offer, offer, propose,
};

/// Another conversation's, another shop's, a guessed secret: not found, nothing done.
pub(crate) async fn somebody_elses(store: &Store) {
    let victim = Shopper::offered(store, draft(), offer(100_000)).await;
    let before = store.request(&shop(), victim.request).await.unwrap();
    let thief = ShopperKey { secret: TokenHash::of(b"guessed"), ..victim.key.clone() };
    let other = Shopper::with(store, draft()).await;
    let nowhere = RequestId(Uuid::new_v4());
    for (key, request) in [(&thief, victim.request), (&other.key, victim.request), (&victim.key, nowhere)] {
        let done = store.shopper_act(key, request, accept(1, None), house(), false, NOW).await;
        assert!(matches!(done, Err(StoreError::NotFound)), "{done:?}");
        let asked = store.coupon_worth(key, request, &code("TWICE"), NOW).await;
        assert!(matches!(asked, Err(StoreError::NotFound)), "{asked:?}");
    }
    assert!(matches!(store.open_request(&thief, draft(), NOW).await, Err(StoreError::NotFound)));
    let taken = RequestDraft { id: victim.request, ..draft() };
    assert!(matches!(store.open_request(&other.key, taken, NOW).await, Err(StoreError::Conflict)));

    let elsewhere = ShopId::parse("requests-elsewhere").unwrap();
    let mita = person(store, elsewhere.clone(), "Mita").await;
    let deed = make_offer(1, offer(1));
    let done = store.agent_act(&mita, victim.request, deed, house(), NOW).await;
    assert!(matches!(done, Err(StoreError::NotFound)));
    assert!(matches!(store.request(&elsewhere, victim.request).await, Err(StoreError::NotFound)));
    assert!(store.requests(&elsewhere, Default::default()).await.unwrap().is_empty());
    assert!(store.payments(&elsewhere).await.unwrap().is_empty());
    assert!(store.coupons(&elsewhere).await.unwrap().is_empty());
    assert_eq!(store.request(&shop(), victim.request).await.unwrap(), before);
}

/// A name stands for one thing: an act, a message, a request.
pub(crate) async fn one_name_one_thing(store: &Store) {
    let shopper = Shopper::offered(store, draft(), offer(100_000)).await;
    let words = text("কথা");
    store.append_from_shopper(&shopper.key, words.clone(), NOW).await.unwrap();
    let named = |key: ClientId, deed: ShopperDeed| alap_protocol::request::ShopperAct { key, deed };
    let decline = || ShopperDeed::Decline { number: 1, words: String::new() };
    let clash = shopper.does(store, named(words.client_id, decline())).await;
    assert!(matches!(clash, Err(StoreError::Conflict)), "a message has this name");

    let done = act(decline());
    shopper.does(store, done.clone()).await.unwrap();
    let other = shopper.does(store, named(done.key, ShopperDeed::Cancel { words: String::new() })).await;
    assert!(matches!(other, Err(StoreError::Conflict)), "another deed has this name");
    let late = NewMessage { client_id: done.key, ..text("আমিও") };
    assert!(matches!(store.append_from_shopper(&shopper.key, late, NOW).await, Err(StoreError::Conflict)));
    let rima = person(store, shop(), "রিমা").await;
    let agents = alap_protocol::request::AgentAct { key: done.key, ..agent_act(AgentDeed::Finish {}) };
    let clash = store.agent_act(&rima, shopper.request, agents, house(), NOW).await;
    assert!(matches!(clash, Err(StoreError::Conflict)));
    let clash = RequestDraft { id: RequestId(words.client_id.0), ..draft() };
    assert!(matches!(store.open_request(&shopper.key, clash, NOW).await, Err(StoreError::Conflict)));

    // A refused act has used nothing up: its key, its booking, its place in the order are free.
    let key = opened(store).await;
    let slot = NOW + 777 * MINUTE;
    Shopper::with(store, call(slot, 30, 0)).await;
    let mut refused = call(slot, 30, 0);
    assert!(matches!(store.open_request(&key, refused.clone(), NOW).await, Err(StoreError::Taken)));
    refused.slot = Some((slot + 30 * MINUTE, 30, 0));
    assert_eq!(store.open_request(&key, refused, NOW).await.unwrap().seq, Sequence(1));

    // Good ones and bad ones in one batch.
    let mut tasks = JoinSet::new();
    let shopper = Shopper::with(store, draft()).await;
    for place in 0..40 {
        let (store, key, request) = (store.clone(), shopper.key.clone(), shopper.request);
        tasks.spawn(async move {
            let deed = if place % 2 == 0 { propose(0) } else { propose(50_000 + place) };
            (place, store.shopper_act(&key, request, deed, house(), false, NOW).await)
        });
    }
    for (place, done) in tasks.join_all().await {
        assert_eq!(done.is_ok(), place % 2 == 1, "{place} {done:?}");
    }
    assert_eq!(shopper.told(store).await.len(), 21);
}

pub(crate) async fn so_many_and_no_more(store: &Store) {
    let key = opened(store).await;
    let mut first = None;
    for _ in 0..CONVERSATION_REQUESTS {
        let draft = draft();
        first.get_or_insert(draft.clone());
        store.open_request(&key, draft, NOW).await.unwrap();
    }
    assert!(matches!(store.open_request(&key, draft(), NOW).await, Err(StoreError::Full)));
    let first = first.unwrap();
    assert!(store.open_request(&key, first.clone(), NOW).await.is_ok(), "the first answer again");

    let shopper = Shopper { key, request: first.id };
    for _ in 0..alap_protocol::limits::REQUEST_OFFERS {
        shopper.does(store, propose(10_000)).await.unwrap();
    }
    let more = shopper.does(store, propose(10_000)).await;
    assert!(matches!(more, Err(StoreError::Refused(Refusal::TooMany))), "{more:?}");
}

/// A conversation holds so many messages and no more; what happened to it still happens. A request in it goes no further, by
/// nobody's hand.
pub(crate) async fn ten_thousand(store: &Store) {
    let offer = Terms { expires_at: Some(NOW + MINUTE), ..offer(1) };
    let shopper = Shopper::offered(store, draft(), offer).await;
    let key = shopper.key.clone();
    let mut tasks = JoinSet::new();
    for _ in 2..CONVERSATION_MESSAGES {
        let (store, key) = (store.clone(), key.clone());
        tasks.spawn(async move {
            store.append_from_shopper(&key, text("আরও একটা"), 1).await.unwrap()
        });
    }
    tasks.join_all().await;
    let refused = store.append_from_shopper(&key, text("এবার বেশি"), 1).await;
    assert!(matches!(refused, Err(StoreError::Full)), "{refused:?}");
    full(store, &shopper, NOW + MINUTE).await;
    let line = store.close_conversation(&shop(), key.conversation, 2).await.unwrap();
    assert_eq!((line.state, line.head), (ConversationState::Closed, Sequence(CONVERSATION_MESSAGES)));
}

async fn full(store: &Store, shopper: &Shopper, expired_at: i64) {
    let head = store.view(&shopper.key).await.unwrap().head;
    assert!(matches!(store.open_request(&shopper.key, draft(), NOW).await, Err(StoreError::Full)));
    assert!(matches!(shopper.does(store, propose(90_000)).await, Err(StoreError::Full)));
    let rima = person(store, shop(), "রিমা").await;
    let deed = make_offer(1, offer(1_000));
    let done = store.agent_act(&rima, shopper.request, deed, house(), NOW).await;
    assert!(matches!(done, Err(StoreError::Full)));
    assert_eq!(store.expire_offers(expired_at).await.unwrap(), 0);
    assert_eq!(store.view(&shopper.key).await.unwrap().head, head);
}
