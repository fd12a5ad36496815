//! What people ask for becomes a step that may follow, or nothing; and nothing of what is the server's to say comes from them.

use alap_deal::{Deal, Party, Planned, Refusal, TermsFault, agent_plan, shopper_plan, terms};
use alap_protocol::{
    coupon::CouponCode,
    deal::{Step, Terms},
    form::FormKind,
    id::ClientId,
    payment::Wallet,
    request::{AgentAct, AgentDeed, ShopperAct, ShopperDeed},
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::drawing::{blank, requested};

const NOW: i64 = 1_000;
const TODAY: &str = "2027-01-15";

fn shopper(deal: &Deal, deed: ShopperDeed) -> Result<Planned, Refusal> {
    let act = ShopperAct { key: ClientId(Uuid::from_u128(1)), deed };
    shopper_plan(deal, &act, NOW, TODAY, |text| text.starts_with("01").then(|| format!("+88{text}")))
}

fn agent(deal: &Deal, deed: AgentDeed) -> Result<Planned, Refusal> {
    agent_plan(deal, &AgentAct { key: ClientId(Uuid::from_u128(2)), deed }, NOW, TODAY)
}

fn asked() -> Deal {
    Deal::begin(&requested(FormKind::PreOrder)).unwrap()
}

/// A deal in which this offer of the shop stands.
fn offered(terms: Terms) -> Deal {
    let mut deal = asked();
    deal.follow(Party::Shop, &Step::Offered { number: 1, terms }, NOW).unwrap();
    deal
}

#[test]
fn a_discount_is_never_taken_from_who_asks() {
    let coupon = CouponCode::parse("EID2027").ok();
    let forged = Terms { unit_price: 1_000, discount: 999, coupon: coupon.clone(), ..blank() };
    let Ok(Planned::Offer { terms, number: 1 }) =
        agent(&asked(), AgentDeed::Offer { after: 0, terms: forged })
    else {
        unreachable!("an offer is an offer");
    };
    assert_eq!((terms.discount, terms.coupon.clone()), (0, coupon.clone()));

    let deal = offered(Terms { discount: 500, ..terms });
    let accepted = shopper(&deal, ShopperDeed::Accept { number: 1, coupon: None }).unwrap();
    let Planned::Accept { terms, coupon: None, own: to_redeem, .. } = accepted else {
        unreachable!("a yes is a yes")
    };
    assert_eq!(
        (terms.discount, terms.coupon, to_redeem),
        (0, None, coupon),
        "it is worked out when it is redeemed"
    );
}

#[test]
fn who_answers_an_offer_that_was_replaced_is_told() {
    let mut deal = offered(Terms { unit_price: 1_000, ..blank() });
    let better = Step::Offered { number: 2, terms: Terms { unit_price: 900, ..blank() } };
    deal.follow(Party::Shop, &better, NOW).unwrap();
    assert_eq!(shopper(&deal, ShopperDeed::Accept { number: 1, coupon: None }), Err(Refusal::Stale));
    assert!(shopper(&deal, ShopperDeed::Accept { number: 2, coupon: None }).is_ok());
    let late = AgentDeed::Offer { after: 1, terms: blank() };
    assert_eq!(agent(&deal, late), Err(Refusal::Stale), "a colleague was faster");
}

#[test]
fn a_proposal_keeps_the_extras_and_the_day_of_the_offer_before() {
    let extras = vec![alap_protocol::deal::Extra { what: "ডেলিভারি".into(), price: 60 }];
    let delivery = Some("2027-02-01".to_owned());
    let deal =
        offered(Terms { unit_price: 1_000, extras: extras.clone(), delivery: delivery.clone(), ..blank() });
    let deed =
        ShopperDeed::Propose { unit_price: 800, quantity: 3, words: "তিনটা নেব".into() };
    let Ok(Planned::Step(Step::Proposed { number: 2, terms })) = shopper(&deal, deed) else {
        unreachable!("a proposal is a proposal");
    };
    assert_eq!((terms.extras.clone(), terms.delivery.clone()), (extras, delivery));
    assert_eq!(terms::total(&terms), Some(2_460));
}

#[test]
fn a_payment_is_noted_only_where_it_can_be_one() {
    let mut deal = offered(Terms { unit_price: 1_000, ..blank() });
    let pay = |amount: i64, transaction: &str, sender: Option<&str>| ShopperDeed::Pay {
        wallet: Wallet::Bkash,
        transaction: transaction.into(),
        amount,
        sender: sender.map(Into::into),
        photo: None,
    };
    assert_eq!(shopper(&deal, pay(100, "6H7801QFYM", None)), Err(Refusal::Stale), "nothing is agreed yet");
    let accepted = Step::Accepted { number: 1, order: 1, terms: Terms { unit_price: 1_000, ..blank() } };
    deal.follow(Party::Shopper, &accepted, NOW).unwrap();
    let Ok(Planned::Step(Step::Paid { payment })) =
        shopper(&deal, pay(100, "6h78-01qfym", Some("01712345678")))
    else {
        unreachable!("a payment is a payment");
    };
    assert_eq!(
        (payment.transaction.as_str(), payment.sender.as_deref()),
        ("6H7801QFYM", Some("+8801712345678"))
    );
    assert_eq!(payment.id, ClientId(Uuid::from_u128(1)), "the key of the act is the payment's name");
    assert_eq!(shopper(&deal, pay(0, "6H7801QFYM", None)), Err(TermsFault::Price.into()));
    assert_eq!(shopper(&deal, pay(-5, "6H7801QFYM", None)), Err(TermsFault::Price.into()));
    assert_eq!(shopper(&deal, pay(100, "paid!", None)), Err(Refusal::NoTransaction));
    assert_eq!(shopper(&deal, pay(100, "6H7801QFYM", Some("hello"))), Err(Refusal::NoTransaction));
}

proptest! {
    #[test]
    fn no_price_that_anybody_names_makes_a_step_that_comes_to_less_than_nothing(
        unit_price in any::<i64>(),
        quantity in any::<u32>(),
        extra in any::<i64>(),
        advance in any::<i64>(),
        expires_at in proptest::option::of(any::<i64>()),
    ) {
        let proposed = shopper(&asked(), ShopperDeed::Propose { unit_price, quantity, words: String::new() });
        if let Ok(Planned::Step(Step::Proposed { terms, .. })) = proposed {
            prop_assert!(terms::total(&terms).is_some_and(|total| total > 0));
        }
        let extras = vec![alap_protocol::deal::Extra { what: "x".into(), price: extra }];
        let terms = Terms { unit_price, quantity, extras, advance, expires_at, ..blank() };
        if let Ok(Planned::Offer { terms, .. }) = agent(&asked(), AgentDeed::Offer { after: 0, terms }) {
            let total = terms::total(&terms).unwrap();
            prop_assert!(total >= 0 && (0..=total).contains(&terms.advance));
        }
    }
}
