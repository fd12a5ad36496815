//! What a person of the shop can do to a request now.

use alap_deal::{Deal, Party};
use alap_protocol::deal::{Step, Terms};

/// What a person of the shop can do now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Possible {
    pub(crate) offer: bool,
    pub(crate) accept: bool,
    pub(crate) decline: bool,
    pub(crate) withdraw: bool,
    pub(crate) confirm: bool,
    pub(crate) finish: bool,
    pub(crate) cancel: bool,
}

/// Asks the deal itself, so that no button stands for what the server would refuse.
pub(crate) fn possible(deal: &Deal, now: i64) -> Possible {
    let may = |step: Step| deal.clone().follow(Party::Shop, &step, now).is_ok();
    let number = deal.number();
    let free = Terms {
        unit_price: 0,
        quantity: 1,
        extras: Vec::new(),
        discount: 0,
        coupon: None,
        advance: 0,
        delivery: None,
        expires_at: None,
        words: String::new(),
    };
    let is_theirs = deal.open_offer().is_some_and(|offer| offer.by == Party::Shopper);
    Possible {
        offer: may(Step::Offered { number: number + 1, terms: free.clone() }),
        accept: is_theirs && may(Step::Accepted { number, order: 0, terms: free }),
        decline: is_theirs && may(Step::Declined { number, words: String::new() }),
        withdraw: may(Step::Withdrawn { number }),
        confirm: may(Step::Confirmed {}),
        finish: may(Step::Done {}),
        cancel: may(Step::Cancelled { words: String::new() }),
    }
}
