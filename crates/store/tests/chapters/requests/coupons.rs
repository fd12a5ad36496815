//! Coupons.

use alap_deal::Refusal;
use alap_protocol::{
    coupon::{Discount, NewCoupon},
    deal::{Step, Terms},
    request::AgentDeed,
};
use alap_store::{RequestDraft, Store, StoreError};

use super::{
    super::{person, shop},
    MINUTE, NOW, Shopper, accept, agent_act, code, coupon, draft, house, make_offer, offer,
};

pub(crate) async fn from_making_to_the_last_use(store: &Store) {
    let rima = person(store, shop(), "রিমা").await;
    let twice = NewCoupon { uses_per_customer: 1, ..coupon("TWICE", 2) };
    let line = store.add_coupon(&rima, twice.clone(), NOW).await.unwrap();
    assert_eq!((line.used, line.closed, line.created_at), (0, false, NOW));
    assert!(matches!(store.add_coupon(&rima, twice.clone(), NOW).await, Err(StoreError::Conflict)));

    // Given by the shopper.
    let phone = |number: &str| RequestDraft { phone: Some(number.into()), ..draft() };
    let one = Shopper::offered(store, phone("+8801711111111"), offer(120_000)).await;
    let worth = store.coupon_worth(&one.key, one.request, &code("TWICE"), NOW).await.unwrap();
    assert_eq!(worth, 20_000, "asking uses nothing");
    one.does(store, accept(1, Some("TWICE"))).await.unwrap();
    let Step::Accepted { terms, .. } = &one.steps(store).await[2].1 else { panic!("not accepted") };
    assert_eq!((terms.discount, terms.coupon.clone()), (20_000, Some(code("TWICE"))));
    assert_eq!(terms.advance, 0, "the offer said nothing of an advance, and that stands");

    // The same customer comes again, from another conversation.
    let again = Shopper::offered(store, phone("+8801711111111"), offer(120_000)).await;
    assert!(matches!(again.does(store, accept(1, Some("TWICE"))).await, Err(StoreError::NoCoupon)));
    assert_eq!(again.told(store).await, ["requested", "offered"], "nothing happened");
    assert_eq!(store.request(&shop(), again.request).await.unwrap().order, None);
    again.does(store, accept(1, None)).await.unwrap();

    // Given by the shop; the discount is worked out by the server.
    let another = Shopper::with(store, draft()).await;
    let with_coupon =
        Terms { coupon: Some(code("TWICE")), discount: 119_000, advance: 100_000, ..offer(120_000) };
    store.agent_act(&rima, another.request, make_offer(0, with_coupon), house(), NOW).await.unwrap();
    let Step::Offered { terms, .. } = &another.steps(store).await[1].1 else { panic!("not offered") };
    assert_eq!(terms.discount, 20_000);
    another.does(store, accept(1, None)).await.unwrap();
    let kept = store.coupons(&shop()).await.unwrap();
    let kept = kept.iter().find(|line| line.coupon.code == code("TWICE")).unwrap();
    assert_eq!((kept.used, &kept.coupon), (2, &twice));

    let third = Shopper::offered(store, draft(), offer(120_000)).await;
    assert!(matches!(third.does(store, accept(1, Some("TWICE"))).await, Err(StoreError::NoCoupon)));

    // An order that comes to nothing gives its coupon back, once.
    for _ in 0..2 {
        let cancel = AgentDeed::Cancel { words: String::new() };
        let _twice_is_stale = store.agent_act(&rima, another.request, agent_act(cancel), house(), NOW).await;
    }
    let kept = store.coupons(&shop()).await.unwrap();
    assert_eq!(kept.iter().find(|line| line.coupon.code == code("TWICE")).unwrap().used, 1);

    // Of the shopper's and the offer's own the better one counts.
    let small = NewCoupon { discount: Discount::Amount(500), ..coupon("SMALL", 5) };
    store.add_coupon(&rima, small, NOW).await.unwrap();
    let with_coupon = Terms { coupon: Some(code("TWICE")), ..offer(120_000) };
    store.agent_act(&rima, third.request, make_offer(1, with_coupon), house(), NOW).await.unwrap();
    third.does(store, accept(2, Some("SMALL"))).await.unwrap();
    assert_eq!(third.folded(store).await.agreed.unwrap().coupon, Some(code("TWICE")));
}

pub(crate) async fn what_does_not_hold(store: &Store) {
    let rima = person(store, shop(), "রিমা").await;
    let elsewhere =
        person(store, alap_protocol::id::ShopId::parse("coupons-elsewhere").unwrap(), "Mita").await;
    let other = alap_protocol::id::ProductId::parse("NK-2").unwrap();
    store.add_coupon(&rima, NewCoupon { starts_at: NOW + 1, ..coupon("EARLY", 1) }, NOW).await.unwrap();
    let late = NewCoupon { starts_at: 1, ends_at: Some(NOW), ..coupon("LATE", 1) };
    store.add_coupon(&rima, late, NOW).await.unwrap();
    store.add_coupon(&rima, NewCoupon { minimum: 120_001, ..coupon("LARGE", 1) }, NOW).await.unwrap();
    store.add_coupon(&rima, NewCoupon { products: vec![other], ..coupon("OTHER", 1) }, NOW).await.unwrap();
    store.add_coupon(&rima, coupon("ENDED", 1), NOW).await.unwrap();
    store.add_coupon(&elsewhere, coupon("THEIRS", 1), NOW).await.unwrap();
    store.close_coupon(&rima, &code("ENDED")).await.unwrap();
    store.close_coupon(&rima, &code("ENDED")).await.unwrap();
    assert!(matches!(store.close_coupon(&rima, &code("THEIRS")).await, Err(StoreError::NotFound)));

    let shopper = Shopper::offered(store, draft(), offer(120_000)).await;
    for name in ["EARLY", "LATE", "LARGE", "OTHER", "ENDED", "THEIRS", "UNKNOWN"] {
        let asked = store.coupon_worth(&shopper.key, shopper.request, &code(name), NOW).await;
        assert!(matches!(asked, Err(StoreError::NoCoupon)), "{name}");
        let used = shopper.does(store, accept(1, Some(name))).await;
        assert!(matches!(used, Err(StoreError::NoCoupon)), "{name}");
        let terms = Terms { coupon: Some(code(name)), ..offer(120_000) };
        let given = store.agent_act(&rima, shopper.request, make_offer(1, terms), house(), NOW).await;
        assert!(matches!(given, Err(StoreError::NoCoupon)), "{name}");
    }
    assert_eq!(shopper.told(store).await, ["requested", "offered"]);

    // It held when it was offered, and no longer when it is accepted.
    store.add_coupon(&rima, coupon("BRIEF", 5), NOW).await.unwrap();
    let terms = Terms { coupon: Some(code("BRIEF")), expires_at: Some(NOW + MINUTE), ..offer(110_000) };
    store.agent_act(&rima, shopper.request, make_offer(1, terms), house(), NOW).await.unwrap();
    store.close_coupon(&rima, &code("BRIEF")).await.unwrap();
    let stale = shopper.does(store, accept(2, None)).await;
    assert!(
        matches!(stale, Err(StoreError::Refused(Refusal::Stale))),
        "nobody pays more than the offer said"
    );
    let asked = store.coupon_worth(&shopper.key, shopper.request, &code("BRIEF"), NOW + MINUTE).await;
    assert!(matches!(asked, Err(StoreError::Refused(Refusal::Expired))));

    // An advance larger than what the coupon leaves.
    let whole = NewCoupon { discount: Discount::Percent(100), ..coupon("WHOLE", 1) };
    store.add_coupon(&rima, whole, NOW).await.unwrap();
    let terms = Terms { coupon: Some(code("WHOLE")), advance: 1, ..offer(110_000) };
    let given = store.agent_act(&rima, shopper.request, make_offer(2, terms), house(), NOW).await;
    assert!(matches!(given, Err(StoreError::Refused(Refusal::Terms(alap_deal::TermsFault::Advance)))));
    store
        .agent_act(
            &rima,
            shopper.request,
            make_offer(2, Terms { advance: 5_000, ..offer(110_000) }),
            house(),
            NOW,
        )
        .await
        .unwrap();
    shopper.does(store, accept(3, Some("WHOLE"))).await.unwrap();
    let agreed = shopper.folded(store).await.agreed.unwrap();
    assert_eq!((agreed.discount, agreed.advance), (110_000, 0), "nothing is paid in advance of nothing");
}
