//! Steps drawn at random: mostly what could be meant, sometimes a little beside it.

use alap_deal::{Deal, Party};
use alap_protocol::{
    coupon::CouponCode,
    deal::{Step, Terms},
    form::FormKind,
    id::{ClientId, FormId},
    locale::Localized,
    payment::{PaymentNote, Wallet},
};
use proptest::prelude::*;
use uuid::Uuid;

pub(crate) fn party() -> impl Strategy<Value = Party> {
    prop_oneof![
        4 => Just(Party::Shopper),
        4 => Just(Party::Shop),
        1 => Just(Party::Rule),
        1 => Just(Party::Clock),
    ]
}

fn some_terms() -> impl Strategy<Value = Terms> {
    let expires = prop_oneof![2 => Just(None), 1 => (0_i64..300).prop_map(Some)];
    (0_i64..1_000_000, 1_u32..100, expires).prop_map(|(unit_price, quantity, expires_at)| Terms {
        unit_price,
        quantity,
        extras: vec![],
        discount: 0,
        coupon: None,
        advance: 0,
        delivery: None,
        expires_at,
        words: String::new(),
    })
}

/// A step with a number that is right, or off by one: told apart later, when the machine's own number is known.
#[derive(Clone, Debug)]
pub(crate) enum Draw {
    Offer(Terms, i8),
    Propose(Terms, i8),
    Accept(i8),
    Decline(i8),
    Withdraw(i8),
    Expire(i8),
    Coupon,
    Pay,
    Check(usize, bool),
    Confirm,
    Done,
    Cancel,
    Remind,
}

pub(crate) fn draw() -> impl Strategy<Value = Draw> {
    let off = || prop_oneof![8 => Just(0_i8), 1 => Just(-1), 1 => Just(1)];
    prop_oneof![
        4 => (some_terms(), off()).prop_map(|(terms, off)| Draw::Offer(terms, off)),
        4 => (some_terms(), off()).prop_map(|(terms, off)| Draw::Propose(terms, off)),
        3 => off().prop_map(Draw::Accept),
        2 => off().prop_map(Draw::Decline),
        1 => off().prop_map(Draw::Withdraw),
        2 => off().prop_map(Draw::Expire),
        1 => Just(Draw::Coupon),
        2 => Just(Draw::Pay),
        1 => (0_usize..4, any::<bool>()).prop_map(|(which, received)| Draw::Check(which, received)),
        1 => Just(Draw::Confirm),
        1 => Just(Draw::Done),
        1 => Just(Draw::Cancel),
        1 => Just(Draw::Remind),
    ]
}

pub(crate) fn step_of(draw: &Draw, deal: &Deal, turn: usize) -> Step {
    let number = |from: u32, off: i8| from.saturating_add_signed(i32::from(off));
    let last = deal.number();
    match draw {
        Draw::Offer(terms, off) => Step::Offered { number: number(last + 1, *off), terms: terms.clone() },
        Draw::Propose(terms, off) => Step::Proposed { number: number(last + 1, *off), terms: terms.clone() },
        Draw::Accept(off) => {
            let terms = deal.offers.last().map(|offer| offer.terms.clone());
            let none = Terms { unit_price: 0, quantity: 1, ..blank() };
            Step::Accepted { number: number(last, *off), order: turn as u64, terms: terms.unwrap_or(none) }
        }
        Draw::Decline(off) => Step::Declined { number: number(last, *off), words: String::new() },
        Draw::Withdraw(off) => Step::Withdrawn { number: number(last, *off) },
        Draw::Expire(off) => Step::Expired { number: number(last, *off) },
        Draw::Coupon => Step::CouponGiven { coupon: CouponCode::parse("EID2027").unwrap() },
        Draw::Pay => Step::Paid { payment: note(turn) },
        Draw::Check(which, received) => Step::PaymentChecked {
            payment: deal.payments.get(*which).map_or(ClientId(Uuid::nil()), |payment| payment.note.id),
            wallet: Wallet::Bkash,
            transaction: "6H7801QFYM".into(),
            amount: 1,
            received: *received,
        },
        Draw::Confirm => Step::Confirmed {},
        Draw::Done => Step::Done {},
        Draw::Cancel => Step::Cancelled { words: String::new() },
        Draw::Remind => Step::Reminded { slot: 7 },
    }
}

pub(crate) fn blank() -> Terms {
    Terms {
        unit_price: 0,
        quantity: 1,
        extras: vec![],
        discount: 0,
        coupon: None,
        advance: 0,
        delivery: None,
        expires_at: None,
        words: String::new(),
    }
}

fn note(turn: usize) -> PaymentNote {
    PaymentNote {
        id: ClientId(Uuid::from_u128(turn as u128 + 1)),
        wallet: Wallet::Bkash,
        transaction: "6H7801QFYM".into(),
        amount: 100,
        sender: None,
        photo: None,
    }
}

pub(crate) fn requested(kind: FormKind) -> Step {
    Step::Requested {
        form: FormId::parse("any").unwrap(),
        kind,
        title: Localized::both("অর্ডার", "Order"),
        product: None,
        lines: vec![],
        terms: Localized::default(),
        slot: (kind == FormKind::Call).then_some((7, 30)),
    }
}
