//! A step of a request in the talk: a card, or a line.

mod act;
mod answer;
mod card;
mod coupon;
mod line;
mod propose;
pub(super) mod terms;

pub(super) use act::{act, busy, notice};
pub(super) use card::to_pay;
pub(super) use coupon::copy_button;

use alap_protocol::{deal::Step, id::RequestId, message::Author};
use leptos::prelude::*;

use super::state::State;

/// Draws it.
pub(super) fn step(state: State, author: &Author, request: RequestId, step: &Step) -> AnyView {
    match step {
        Step::Requested { title, lines, slot, .. } => {
            card::requested(state, request, title.clone(), lines.clone(), *slot)
        }
        Step::Offered { number, terms } => card::offered(state, author, request, *number, terms.clone()),
        Step::Proposed { number, terms } => card::proposed(state, request, *number, terms.clone()),
        Step::Accepted { order, terms, .. } => card::accepted(state, author, request, *order, terms.clone()),
        Step::CouponGiven { coupon } => coupon::given(state, coupon.as_str().to_owned()),
        _ => line::line(state, author.clone(), step.clone()),
    }
}
