//! The table of the README, written down a second time in another way.

use alap_deal::Party;
use alap_protocol::{
    deal::{DealState, Step},
    form::FormKind,
    id::ClientId,
};

/// What the model knows: names and counts, nothing of how the machine keeps them.
pub(crate) struct Model {
    pub(crate) kind: FormKind,
    pub(crate) state: DealState,
    pub(crate) made_by_shopper: Vec<bool>,
    pub(crate) expires: Option<i64>,
    pub(crate) orders: u32,
    pub(crate) payments: Vec<ClientId>,
    pub(crate) coupon: bool,
    pub(crate) reminded: bool,
}

/// From where an offer may be made.
const OPEN: [DealState; 6] = [
    DealState::Asked,
    DealState::Offered,
    DealState::Proposed,
    DealState::Declined,
    DealState::Withdrawn,
    DealState::Expired,
];

impl Model {
    pub(crate) fn asked(kind: FormKind) -> Self {
        Self {
            kind,
            state: DealState::Asked,
            made_by_shopper: vec![],
            expires: None,
            orders: 0,
            payments: vec![],
            coupon: false,
            reminded: false,
        }
    }

    /// The row of the table that lets this happen, if there is one: where it leads.
    pub(crate) fn row(&self, by: Party, step: &Step, at: i64) -> Option<DealState> {
        let shop = matches!(by, Party::Shop | Party::Rule);
        let state = self.state;
        let over = matches!(state, DealState::Done | DealState::Cancelled);
        let order = self.kind == FormKind::PreOrder;
        let waits = matches!(state, DealState::Offered | DealState::Proposed);
        let count = self.made_by_shopper.len();
        let is_last = |number: u32| waits && number as usize == count;
        let last_by_shopper = self.made_by_shopper.last().copied().unwrap_or(false);
        let other_side = if last_by_shopper { shop } else { by == Party::Shopper };
        let in_time = self.expires.is_none_or(|expires| at < expires);
        let next = |number: u32| number as usize == count + 1 && count < 40;
        match step {
            Step::Offered { number, .. } if order && shop && OPEN.contains(&state) && next(*number) => {
                Some(DealState::Offered)
            }
            Step::Proposed { number, .. }
                if order && by == Party::Shopper && OPEN.contains(&state) && next(*number) =>
            {
                Some(DealState::Proposed)
            }
            Step::Accepted { number, .. } if is_last(*number) && other_side && in_time => {
                Some(DealState::Accepted)
            }
            Step::Declined { number, .. } if is_last(*number) && other_side && in_time => {
                Some(DealState::Declined)
            }
            Step::Withdrawn { number }
                if is_last(*number) && (if last_by_shopper { by == Party::Shopper } else { shop }) =>
            {
                Some(DealState::Withdrawn)
            }
            Step::Expired { number } if is_last(*number) && by == Party::Clock && !in_time => {
                Some(DealState::Expired)
            }
            Step::CouponGiven { .. } if by == Party::Rule && !over && !self.coupon => Some(state),
            Step::Paid { .. }
                if order
                    && by == Party::Shopper
                    && matches!(state, DealState::Accepted | DealState::Confirmed)
                    && self.payments.len() < 10 =>
            {
                Some(state)
            }
            Step::PaymentChecked { payment, .. } if by == Party::Shop && self.payments.contains(payment) => {
                Some(state)
            }
            Step::Confirmed {} if by == Party::Shop => {
                let from = if order { DealState::Accepted } else { DealState::Asked };
                (state == from).then_some(DealState::Confirmed)
            }
            Step::Done {} if by == Party::Shop => {
                let ready = state == DealState::Confirmed || (!order && state == DealState::Asked);
                ready.then_some(DealState::Done)
            }
            Step::Cancelled { .. } if by == Party::Shop && !over => Some(DealState::Cancelled),
            Step::Cancelled { .. } if by == Party::Shopper && !over => {
                let may = state != DealState::Confirmed || self.kind == FormKind::Call;
                may.then_some(DealState::Cancelled)
            }
            Step::Reminded { .. }
                if by == Party::Clock && self.kind == FormKind::Call && !over && !self.reminded =>
            {
                Some(state)
            }
            _ => None,
        }
    }

    pub(crate) fn take(&mut self, by: Party, step: &Step, to: DealState) {
        self.state = to;
        match step {
            Step::Offered { terms, .. } | Step::Proposed { terms, .. } => {
                self.made_by_shopper.push(by == Party::Shopper);
                self.expires = terms.expires_at;
            }
            Step::Accepted { .. } => self.orders += 1,
            Step::Paid { payment } => self.payments.push(payment.id),
            Step::CouponGiven { .. } => self.coupon = true,
            Step::Reminded { .. } => self.reminded = true,
            _ => {}
        }
    }
}
