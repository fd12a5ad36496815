//! Booked times, the clock, names and deliveries, on two nodes at once.

use std::collections::HashSet;

use alap_protocol::{
    deal::{DealState, Terms},
    id::ShopId,
    locale::Locale,
};
use alap_store::{Store, StoreError};

use super::{
    super::{key, opened, shop},
    MINUTE, NOW, Shopper, call, draft, offer,
    races::at_once,
};

pub(super) async fn all(one: &Store, other: &Store) {
    one_free_hour(one, other).await;
    one_request_sent_often(one, other).await;
    the_clock_strikes_once(one, other).await;
    each_delivery_is_claimed_once(one, other).await;
}

async fn one_free_hour(one: &Store, other: &Store) {
    let starts_at = NOW + 50_000 * MINUTE;
    let mut keys = Vec::new();
    for _ in 0..20 {
        keys.push(opened(one).await);
    }
    let done = at_once(one, other, 20, |store, place| {
        let key = keys[place].clone();
        // No two begin in the same minute, but all of them overlap.
        let shift = i64::try_from(place).unwrap() * MINUTE;
        async move { store.open_request(&key, call(starts_at + shift, 30, 10), NOW).await }
    })
    .await;
    assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
    assert!(done.iter().all(|done| matches!(done, Ok(_) | Err(StoreError::Taken))), "{done:?}");
    assert_eq!(one.booked(&shop(), starts_at, starts_at + 100 * MINUTE).await.unwrap().len(), 1);
}

async fn one_request_sent_often(one: &Store, other: &Store) {
    let key = opened(one).await;
    let draft = call(NOW + 60_000 * MINUTE, 30, 0);
    let done = at_once(one, other, 30, |store, _| {
        let (key, draft) = (key.clone(), draft.clone());
        async move { store.open_request(&key, draft, NOW).await.unwrap() }
    })
    .await;
    assert!(done.iter().all(|standing| *standing == done[0]));

    // Two conversations, one name: one has it.
    let keys = [opened(one).await, opened(one).await];
    let draft = super::draft();
    let done = at_once(one, other, 2, |store, place| {
        let (key, draft) = (keys[place].clone(), draft.clone());
        async move { store.open_request(&key, draft, NOW).await }
    })
    .await;
    assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
    assert!(done.iter().all(|done| matches!(done, Ok(_) | Err(StoreError::Conflict))), "{done:?}");
}

async fn the_clock_strikes_once(one: &Store, other: &Store) {
    let mut shoppers = Vec::new();
    for place in 0..20 {
        let terms = Terms { expires_at: Some(NOW + MINUTE), ..offer(120_000) };
        shoppers.push(Shopper::offered(one, draft(), terms).await);
        let starts_at = NOW + (70_000 + place * 30) * MINUTE;
        shoppers.push(Shopper::with(one, call(starts_at, 30, u16::MAX)).await);
    }
    let later = NOW + 10_000 * MINUTE;
    let struck = at_once(one, other, 8, |store, _| async move {
        (store.expire_offers(later).await.unwrap(), store.remind(later).await.unwrap())
    })
    .await;
    let (expired, reminded) = struck.iter().fold((0, 0), |sum, more| (sum.0 + more.0, sum.1 + more.1));
    assert!(expired >= 20 && reminded >= 20, "{expired} {reminded}");
    for pair in shoppers.chunks(2) {
        assert_eq!(pair[0].told(one).await, ["requested", "offered", "expired"]);
        assert_eq!(pair[1].told(one).await, ["requested", "reminded"]);
    }
    assert_eq!((one.expire_offers(later).await.unwrap(), other.remind(later).await.unwrap()), (0, 0));
}

async fn each_delivery_is_claimed_once(one: &Store, other: &Store) {
    let here = ShopId::parse("hooks-race").unwrap();
    one.add_webhook(&here, "https://crm.example/", b"secret", NOW).await.unwrap();
    for _ in 0..60 {
        let key = key();
        one.open_conversation(&here, &key, Locale::Bn, None, 1).await.unwrap();
        let draft = draft();
        let request = draft.id;
        let opened = one.open_request(&key, draft, NOW).await.unwrap();
        assert_eq!((opened.request, opened.state), (request, DealState::Asked));
    }
    let claimed = at_once(one, other, 20, |store, _| async move {
        store.claim_deliveries(NOW, NOW + MINUTE, 10).await.unwrap()
    })
    .await;
    let ids: Vec<_> = claimed.into_iter().flatten().map(|delivery| delivery.id).collect();
    let different: HashSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), different.len(), "claimed twice");
    let mut rest = one.claim_deliveries(NOW, NOW + MINUTE, 100).await.unwrap();
    rest.retain(|delivery| different.contains(&delivery.id));
    assert!(rest.is_empty());
    assert!(other.deliveries(&here, 100).await.unwrap().iter().all(|line| line.tries == 1));
}
