//! Many at once, on two nodes.

use std::collections::HashSet;

use alap_deal::Refusal;
use alap_protocol::{
    coupon::NewCoupon,
    deal::{DealState, Terms},
    request::{AgentDeed, Standing},
};
use alap_store::{RequestDraft, Store, StoreError};
use tokio::task::JoinSet;

use super::{
    super::{person, shop, text},
    NOW, Shopper, accept, agent_act, code, coupon, draft, house, make_offer, offer, propose, races_of_time,
};

/// Everything that two nodes could do to each other.
pub(crate) async fn two_nodes(one: &Store, other: &Store) {
    one_use_and_two_hundred_hands(one, other).await;
    one_customer_in_a_hurry(one, other).await;
    one_offer_one_order(one, other).await;
    both_nodes_in_every_conversation(one, other).await;
    two_nodes_cross(one, other).await;
    two_agents(one, other).await;
    the_same_act(one, other).await;
    races_of_time::all(one, other).await;
}

/// Runs the same on both nodes in turn, all at once.
pub(super) async fn at_once<T, F>(
    one: &Store,
    other: &Store,
    count: usize,
    run: impl Fn(Store, usize) -> F,
) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let mut tasks = JoinSet::new();
    for place in 0..count {
        let store = if place % 2 == 0 { one } else { other };
        tasks.spawn(run(store.clone(), place));
    }
    tasks.join_all().await
}

async fn one_use_and_two_hundred_hands(one: &Store, other: &Store) {
    let rima = person(one, shop(), "রিমা").await;
    one.add_coupon(&rima, coupon("LAST1", 1), NOW).await.unwrap();
    let shoppers = at_once(one, other, 200, |store, _| {
        let rima = rima.clone();
        async move {
            let shopper = Shopper::with(&store, draft()).await;
            let deed = make_offer(0, offer(120_000));
            store.agent_act(&rima, shopper.request, deed, house(), NOW).await.unwrap();
            (shopper.key, shopper.request)
        }
    })
    .await;
    let done = at_once(one, other, 200, |store, place| {
        let (key, request) = shoppers[place].clone();
        async move { store.shopper_act(&key, request, accept(1, Some("LAST1")), house(), false, NOW).await }
    })
    .await;
    let refused = done.iter().filter(|done| matches!(done, Err(StoreError::NoCoupon))).count();
    let winners: Vec<&Standing> = done.iter().filter_map(|done| done.as_ref().ok()).collect();
    assert_eq!((winners.len(), refused), (1, 199));
    let ids: HashSet<_> = shoppers.iter().map(|(_, request)| *request).collect();
    let all = one.all_requests(&shop(), None, 10_000).await.unwrap();
    let ours: Vec<_> = all.into_iter().filter(|kept| ids.contains(&kept.line.id)).collect();
    let with_coupon = |kept: &&alap_store::ExportedRequest| {
        kept.deal.agreed.as_ref().is_some_and(|agreed| agreed.coupon == Some(code("LAST1")))
    };
    assert_eq!(ours.iter().filter(with_coupon).count(), 1);
    assert_eq!(ours.iter().filter(|kept| kept.line.order.is_some()).count(), 1);
    let line = one.coupons(&shop()).await.unwrap();
    assert_eq!(line.iter().find(|line| line.coupon.code == code("LAST1")).unwrap().used, 1);

    // Without the coupon all of them order, and every order has a number of its own, without a gap.
    at_once(one, other, 200, |store, place| {
        let (key, request) = shoppers[place].clone();
        async move { store.shopper_act(&key, request, accept(1, None), house(), false, NOW).await }
    })
    .await;
    let all = other.all_requests(&shop(), None, 10_000).await.unwrap();
    let mut numbers: Vec<u64> = all.iter().filter_map(|kept| kept.line.order).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
    assert!(numbers.len() >= 200);
}

async fn one_customer_in_a_hurry(one: &Store, other: &Store) {
    let rima = person(one, shop(), "রিমা").await;
    let thrice = NewCoupon { uses_per_customer: 3, ..coupon("THRICE", 100) };
    one.add_coupon(&rima, thrice, NOW).await.unwrap();
    let mut shoppers = Vec::new();
    for _ in 0..20 {
        let draft = RequestDraft { phone: Some("+8801722222222".into()), ..draft() };
        let shopper = Shopper::with(one, draft).await;
        let terms = Terms { coupon: Some(code("THRICE")), ..offer(120_000) };
        one.agent_act(&rima, shopper.request, make_offer(0, terms), house(), NOW).await.unwrap();
        shoppers.push((shopper.key, shopper.request));
    }
    let done = at_once(one, other, 20, |store, place| {
        let (key, request) = shoppers[place].clone();
        async move { store.shopper_act(&key, request, accept(1, None), house(), false, NOW).await }
    })
    .await;
    assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 3);
    // The offer named the coupon, so it is no longer the offer that it was.
    let told = |done: &Result<_, _>| matches!(done, Ok(_) | Err(StoreError::Refused(Refusal::Stale)));
    assert!(done.iter().all(told), "{done:?}");
}

async fn one_offer_one_order(one: &Store, other: &Store) {
    let shopper = Shopper::offered(one, draft(), offer(120_000)).await;
    let done = at_once(one, other, 50, |store, _| {
        let (key, request) = (shopper.key.clone(), shopper.request);
        async move { store.shopper_act(&key, request, accept(1, None), house(), false, NOW).await }
    })
    .await;
    assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
    let told = |done: &Result<_, _>| matches!(done, Ok(_) | Err(StoreError::Refused(Refusal::Stale)));
    assert!(done.iter().all(told), "{done:?}");
    assert_eq!(shopper.told(one).await, ["requested", "offered", "accepted"]);
}

/// Each node writes to all conversations, in batches that lock the shop in between.
async fn both_nodes_in_every_conversation(one: &Store, other: &Store) {
    let mut shoppers = Vec::new();
    for _ in 0..20 {
        let shopper = Shopper::offered(one, draft(), offer(120_000)).await;
        shoppers.push((shopper.key, shopper.request));
    }
    let done = at_once(one, other, 400, |store, place| {
        let (key, request) = shoppers[place / 2 % 20].clone();
        async move {
            if (place + place / 40) % 3 == 0 {
                store.append_from_shopper(&key, text("আছি"), NOW).await.unwrap();
                return None;
            }
            Some((request, store.shopper_act(&key, request, accept(1, None), house(), false, NOW).await))
        }
    })
    .await;
    let mut won = HashSet::new();
    for (request, done) in done.into_iter().flatten() {
        match done {
            Ok(_) => assert!(won.insert(request), "accepted twice"),
            Err(error) => assert!(matches!(error, StoreError::Refused(Refusal::Stale)), "{error}"),
        }
    }
    assert_eq!(won.len(), 20);
}

/// One node has a conversation and the shop and wants another conversation, the other node has that and wants the shop.
async fn two_nodes_cross(one: &Store, other: &Store) {
    for _ in 0..20 {
        let mut pair = [
            Shopper::offered(one, draft(), offer(120_000)).await,
            Shopper::offered(one, draft(), offer(120_000)).await,
        ];
        pair.sort_by_key(|shopper| shopper.key.conversation);
        let [low, high] = &pair;
        let (here, words, there) = tokio::join!(
            low.does(one, accept(1, None)),
            one.append_from_shopper(&high.key, text("আছি"), NOW),
            high.does(other, accept(1, None)),
        );
        assert_eq!((here.unwrap().state, there.unwrap().state), (DealState::Accepted, DealState::Accepted));
        words.unwrap();
    }
}

async fn two_agents(one: &Store, other: &Store) {
    let people = [person(one, shop(), "রিমা").await, person(one, shop(), "Mita").await];
    for _ in 0..10 {
        let shopper = Shopper::with(one, draft()).await;
        shopper.does(one, propose(110_000)).await.unwrap();
        let done = at_once(one, other, 2, |store, place| {
            let (agent, request) = (people[place].clone(), shopper.request);
            let deed = if place == 0 {
                AgentDeed::Accept { number: 1 }
            } else {
                AgentDeed::Decline { number: 1, words: String::new() }
            };
            async move { store.agent_act(&agent, request, agent_act(deed), house(), NOW).await }
        })
        .await;
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1, "one wins");
        assert!(
            done.iter().any(|done| matches!(done, Err(StoreError::Refused(Refusal::Stale)))),
            "the other is told"
        );
        assert_eq!(shopper.told(other).await.len(), 3);
    }
}

async fn the_same_act(one: &Store, other: &Store) {
    let shopper = Shopper::with(one, draft()).await;
    let act = propose(95_000);
    let done = at_once(one, other, 50, |store, _| {
        let (key, request, act) = (shopper.key.clone(), shopper.request, act.clone());
        async move { store.shopper_act(&key, request, act, house(), true, NOW).await.unwrap() }
    })
    .await;
    assert!(done.iter().all(|standing| *standing == done[0]));
    let told = shopper.told(one).await;
    assert_eq!(told, ["requested", "proposed", "offered"]);
}
