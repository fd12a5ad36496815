//! What webhooks are told.

use alap_protocol::{
    deal::DealState,
    id::{Sequence, ShopId},
    locale::Locale,
    webhook::Notice,
};
use alap_store::{DeliveryState, Store, StoreError};
use uuid::Uuid;

use super::{
    super::{key, person},
    MINUTE, NOW, Shopper, accept, draft, house, make_offer, offer, propose,
};

/// Moments long before those of the other chapters, so that only this one's deliveries are due.
const THEN: i64 = NOW - 1_000 * MINUTE;

pub(crate) async fn every_step_is_told_once(store: &Store) {
    let shop = ShopId::parse("hooks").unwrap();
    let rima = person(store, shop.clone(), "রিমা").await;
    let crm = store.add_webhook(&shop, "https://crm.example/alap", b"\0secret\xff", THEN).await.unwrap();
    let log = store.add_webhook(&shop, "https://log.example/", b"other", THEN + 1).await.unwrap();
    assert_eq!(store.webhooks(&shop).await.unwrap(), [crm.clone(), log.clone()]);

    let key = key();
    store.open_conversation(&shop, &key, Locale::Bn, None, THEN).await.unwrap();
    let shopper = Shopper { key, request: draft().id };
    let draft = alap_store::RequestDraft { id: shopper.request, ..draft() };
    store.open_request(&shopper.key, draft.clone(), THEN).await.unwrap();
    store.agent_act(&rima, shopper.request, make_offer(0, offer(120_000)), house(), THEN).await.unwrap();
    let act = propose(100_000);
    store.shopper_act(&shopper.key, shopper.request, act.clone(), house(), true, THEN).await.unwrap();
    // Neither a refusal nor a repetition is told.
    store.shopper_act(&shopper.key, shopper.request, act, house(), true, THEN).await.unwrap();
    store.open_request(&shopper.key, draft, THEN).await.unwrap();
    let stale = store.shopper_act(&shopper.key, shopper.request, accept(1, None), house(), false, THEN).await;
    assert!(stale.is_err());

    let claimed = store.claim_deliveries(THEN, THEN + MINUTE, 100).await.unwrap();
    assert!(claimed.iter().all(|delivery| delivery.tries == 0 && delivery.at == THEN));
    for (webhook, url, secret) in [
        (crm.id, "https://crm.example/alap", b"\0secret\xff".to_vec()),
        (log.id, "https://log.example/", b"other".to_vec()),
    ] {
        let own: Vec<_> = claimed.iter().filter(|delivery| delivery.webhook == webhook).collect();
        assert!(own.iter().all(|delivery| delivery.url == url && delivery.secret == secret));
        let notices: Vec<Notice> =
            own.iter().map(|delivery| serde_json::from_str(&delivery.body).unwrap()).collect();
        let told: Vec<_> = notices.iter().map(|notice| (notice.kind.as_str(), notice.data.seq.0)).collect();
        assert_eq!(
            told,
            [
                ("request.requested", 1),
                ("request.offered", 2),
                ("request.proposed", 3),
                ("request.accepted", 4)
            ]
        );
        let last = &notices[3];
        assert_eq!((last.data.state, last.timestamp), (DealState::Accepted, THEN));
        assert_eq!((last.data.request, &last.data.shop), (shopper.request, &shop));
        let page = store.messages(&shopper.key, Sequence(0)).await.unwrap();
        assert_eq!(last.data.by, page.messages[3].author);
    }
    assert!(store.claim_deliveries(THEN, THEN + MINUTE, 100).await.unwrap().is_empty(), "they are leased");
}

pub(crate) async fn sent_again(store: &Store) {
    let shop = ShopId::parse("hooks").unwrap();
    let lines = store.deliveries(&shop, 100).await.unwrap();
    assert_eq!(lines.len(), 8);
    let due = THEN + MINUTE;
    let claimed = store.claim_deliveries(due, due + MINUTE, 3).await.unwrap();
    assert_eq!(claimed.len(), 3, "who took them the first time has said nothing of them");
    assert!(claimed.iter().all(|delivery| delivery.tries == 1));

    let line = async |id: Uuid| {
        let lines = store.deliveries(&shop, 100).await.unwrap();
        lines.into_iter().find(|line| line.id == id).unwrap()
    };
    store.delivered(claimed[0].id, 204, due).await.unwrap();
    let taken = line(claimed[0].id).await;
    assert_eq!((taken.state, taken.status, taken.next_at), (DeliveryState::Delivered, Some(204), None));
    store.not_delivered(claimed[0].id, "late news", Some(due), due).await.unwrap();
    assert_eq!(line(claimed[0].id).await.state, DeliveryState::Delivered);

    store.not_delivered(claimed[1].id, "status 500", Some(due + 9), due).await.unwrap();
    let later = line(claimed[1].id).await;
    assert_eq!((later.state, later.next_at), (DeliveryState::Waiting, Some(due + 9)));
    assert_eq!((later.why.as_deref(), later.tries), (Some("status 500"), 2));
    store.not_delivered(claimed[2].id, "no such host", None, due).await.unwrap();
    assert_eq!(line(claimed[2].id).await.state, DeliveryState::Failed);

    // Played again, it has the same id.
    let elsewhere = ShopId::parse("hooks-elsewhere").unwrap();
    let theirs = store.replay(&elsewhere, claimed[2].id, due).await;
    assert!(matches!(theirs, Err(StoreError::NotFound)));
    store.replay(&shop, claimed[2].id, due - 1).await.unwrap();
    let again = store.claim_deliveries(due - 1, due + MINUTE, 100).await.unwrap();
    assert_eq!(again.iter().map(|delivery| delivery.id).collect::<Vec<_>>(), [claimed[2].id]);
    assert_eq!((again[0].tries, &again[0].body), (0, &claimed[2].body));

    // An address that is gone gets nothing more.
    store.delivered(again[0].id, 410, due).await.unwrap();
    let hooks = store.webhooks(&shop).await.unwrap();
    let gone = hooks.iter().find(|hook| hook.disabled).unwrap();
    assert_eq!(gone.id, again[0].webhook);
    let rest = store.claim_deliveries(due + 2 * MINUTE, due + 9 * MINUTE, 100).await.unwrap();
    assert!(!rest.is_empty() && rest.iter().all(|delivery| delivery.webhook != gone.id));

    assert!(store.prune_deliveries(due).await.unwrap() > 0, "what waits for a webhook that is gone");
    assert_eq!(line(claimed[0].id).await.state, DeliveryState::Delivered, "not old enough");
    for hook in hooks {
        assert!(matches!(store.remove_webhook(&elsewhere, hook.id).await, Err(StoreError::NotFound)));
        store.remove_webhook(&shop, hook.id).await.unwrap();
    }
    assert!(store.deliveries(&shop, 100).await.unwrap().is_empty());
    assert!(store.webhooks(&shop).await.unwrap().is_empty());
}
