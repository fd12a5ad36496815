//! What the seller's rules answer by themselves.

use std::sync::Arc;

use alap_protocol::{
    deal::{DealState, Step},
    limits::RULE_ANSWERS_A_DAY,
    message::Author,
};
use alap_store::{House, RequestDraft, Store};

use super::{
    super::{person, shop},
    NOW, Shopper, code, coupon, draft, house, make_offer, offer, propose,
};

pub(crate) async fn the_three_answers(store: &Store) {
    let rima = person(store, shop(), "রিমা").await;
    let shopper = Shopper::with(store, draft()).await;
    let untouched = shopper.does(store, propose(130_000)).await.unwrap();
    assert_eq!(untouched.state, DealState::Proposed, "where people are there, they answer");

    let shopper = Shopper::with(store, draft()).await;
    assert_eq!(shopper.proposes(store, 89_999).await.state, DealState::Declined);
    assert_eq!(
        shopper.told(store).await,
        ["requested", "proposed", "declined"],
        "there is no such coupon yet"
    );
    store.add_coupon(&rima, coupon("SORRY50", 100), NOW).await.unwrap();
    let act = propose(80_000);
    let given =
        store.shopper_act(&shopper.key, shopper.request, act.clone(), house(), true, NOW).await.unwrap();
    assert_eq!(given.state, DealState::Declined);
    let again = store.shopper_act(&shopper.key, shopper.request, act, house(), true, NOW).await.unwrap();
    assert_eq!(again, given, "the answer is not given twice");
    let steps = shopper.steps(store).await;
    assert!(
        matches!(&steps[5], (Author::Bot {}, Step::CouponGiven { coupon }) if *coupon == code("SORRY50"))
    );
    assert_eq!(steps.len(), 6);
    let countered = shopper.proposes(store, 95_000).await;
    assert_eq!(countered.state, DealState::Offered);
    let (author, Step::Offered { number, terms }) = &shopper.steps(store).await[7] else {
        panic!("no offer")
    };
    assert_eq!((author, *number, terms.unit_price), (&Author::Bot {}, 4, 112_800), "the third round's price");
    assert_eq!(terms.advance, 11_300, "the shop's usual advance, seen before anybody says yes");
    assert_eq!(terms.expires_at, Some(NOW + 48 * 60 * 60 * 1_000));
    assert_eq!(
        shopper.proposes(store, 1).await.state,
        DealState::Proposed,
        "after three rounds a person answers"
    );
    assert!(store.request(&shop(), shopper.request).await.unwrap().waits_for_shop);

    let another = Shopper::with(store, draft()).await;
    let agreed = another.proposes(store, 100_000).await;
    assert_eq!(agreed.state, DealState::Accepted);
    assert_eq!(another.told(store).await, ["requested", "proposed", "accepted"]);
    assert!(store.request(&shop(), another.request).await.unwrap().order.is_some());
    assert_eq!(another.folded(store).await.agreed.unwrap().advance, 10_000);

    // A person has named a price that a rule would not: the rule keeps silent.
    let kind = Shopper::with(store, draft()).await;
    store.agent_act(&rima, kind.request, make_offer(0, offer(85_000)), house(), NOW).await.unwrap();
    assert_eq!(kind.proposes(store, 84_000).await.state, DealState::Declined);
    assert_eq!(kind.proposes(store, 85_000).await.state, DealState::Proposed);
}

pub(crate) async fn rounds_and_days_have_an_end(store: &Store) {
    // Another request of the same conversation gives no new rounds.
    let shopper = Shopper::with(store, draft()).await;
    for _ in 0..3 {
        assert_eq!(shopper.proposes(store, 10_000).await.state, DealState::Declined);
    }
    let again = RequestDraft { ..draft() };
    let second = Shopper { key: shopper.key.clone(), request: again.id };
    store.open_request(&second.key, again, NOW).await.unwrap();
    assert_eq!(second.proposes(store, 10_000).await.state, DealState::Proposed);

    // Nor does another conversation of the same phone number.
    let known = |id| RequestDraft { id, phone: Some("+8801799999999".into()), ..draft() };
    for round in 0..4 {
        let fresh = draft();
        let shopper = Shopper::with(store, known(fresh.id)).await;
        let expected = if round < 3 { DealState::Declined } else { DealState::Proposed };
        assert_eq!(shopper.proposes(store, 10_000).await.state, expected, "{round}");
    }

    // What no rule was made for waits for a person.
    let shopper = Shopper::with(store, RequestDraft { unit_price: None, ..draft() }).await;
    assert_eq!(shopper.proposes(store, 10_000).await.state, DealState::Proposed);

    // And no crowd of conversations finds the floor in a day.
    let day = |today: &str| Arc::new(House { today: today.into(), ..(*house()).clone() });
    let ask = async |today: &str| {
        let shopper = Shopper::with(store, draft()).await;
        let standing =
            store.shopper_act(&shopper.key, shopper.request, propose(10_000), day(today), true, NOW).await;
        standing.unwrap().state
    };
    for _ in 0..RULE_ANSWERS_A_DAY {
        assert_eq!(ask("2027-01-16").await, DealState::Declined);
    }
    assert_eq!(ask("2027-01-16").await, DealState::Proposed, "a person answers");
    assert_eq!(ask("2027-01-17").await, DealState::Declined);
}
