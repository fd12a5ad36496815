//! The requests of the conversation, folded from their steps.

use std::collections::BTreeMap;

use alap_deal::{Deal, Party};
use alap_protocol::{
    answer::SummaryLine,
    deal::{DealState, Step, Terms},
    form::FormKind,
    id::{FormId, ProductId, RequestId},
    locale::Localized,
    message::Author,
};

use crate::later::Happened;

/// A request, and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    pub(super) form: FormId,
    pub(super) title: Localized,
    pub(super) lines: Vec<SummaryLine>,
    /// The shop's conditions.
    pub(super) conditions: Localized,
    pub(super) asked_at: i64,
    pub(super) changed_at: i64,
    pub(super) deal: Deal,
}

/// All of them.
pub(super) type Requests = BTreeMap<RequestId, Request>;

/// Folds the steps. One that may not follow is passed over: the server has the last word, and it said otherwise.
pub(super) fn fold(steps: &[Happened]) -> Requests {
    let mut requests = Requests::new();
    for happened in steps {
        match &happened.step {
            Step::Requested { form, title, lines, terms, .. } => {
                if let Some(deal) = Deal::begin(&happened.step) {
                    requests.entry(happened.request).or_insert_with(|| Request {
                        form: form.clone(),
                        title: title.clone(),
                        lines: lines.clone(),
                        conditions: terms.clone(),
                        asked_at: happened.at,
                        changed_at: happened.at,
                        deal,
                    });
                }
            }
            step => {
                if let Some(request) = requests.get_mut(&happened.request)
                    && request.deal.follow(party(&happened.author), step, happened.at).is_ok()
                {
                    request.changed_at = happened.at;
                }
            }
        }
    }
    requests
}

/// Who did it, by the message's author.
pub(super) fn party(author: &Author) -> Party {
    match author {
        Author::Shopper {} => Party::Shopper,
        Author::Agent { .. } => Party::Shop,
        Author::Bot {} => Party::Rule,
        Author::System {} => Party::Clock,
    }
}

impl Request {
    /// The offer of the shop that waits for the shopper, with its number; none once it ran out.
    pub(super) fn offer(&self, now: i64) -> Option<(u32, &Terms)> {
        let offer = self.deal.open_offer().filter(|offer| offer.by != Party::Shopper)?;
        let holds = offer.terms.expires_at.is_none_or(|expires_at| now < expires_at);
        holds.then(|| (self.deal.number(), &offer.terms))
    }

    /// The proposal of the shopper that waits for the shop.
    pub(super) fn proposal(&self) -> Option<u32> {
        self.deal.open_offer().filter(|offer| offer.by == Party::Shopper).map(|_| self.deal.number())
    }

    /// May the shopper propose a price now?
    pub(super) fn may_propose(&self) -> bool {
        let agreed = matches!(self.deal.state, DealState::Accepted | DealState::Confirmed);
        self.deal.kind == FormKind::PreOrder && !agreed && !self.deal.state.is_over()
    }

    /// May a payment be noted now?
    pub(super) fn may_pay(&self) -> bool {
        let agreed = matches!(self.deal.state, DealState::Accepted | DealState::Confirmed);
        self.deal.kind == FormKind::PreOrder && agreed
    }

    /// May the shopper end it?
    pub(super) fn may_cancel(&self) -> bool {
        let state = self.deal.state;
        !state.is_over() && (state != DealState::Confirmed || self.deal.kind == FormKind::Call)
    }

    pub(super) fn product(&self) -> Option<&ProductId> {
        self.deal.product.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const DRESS: RequestId = RequestId(Uuid::from_u128(1));

    fn terms(expires_at: Option<i64>) -> Terms {
        Terms {
            unit_price: 120_000,
            quantity: 2,
            extras: vec![],
            discount: 0,
            coupon: None,
            advance: 20_000,
            delivery: None,
            expires_at,
            words: String::new(),
        }
    }

    fn agent() -> Author {
        Author::Agent { id: alap_protocol::id::AgentId(Uuid::from_u128(9)), name: "রিমি".into() }
    }

    fn requested() -> Step {
        Step::Requested {
            form: FormId::parse("dress").unwrap(),
            kind: FormKind::PreOrder,
            title: Localized::default(),
            product: None,
            lines: vec![],
            terms: Localized::default(),
            slot: None,
        }
    }

    fn at(at: i64, author: Author, step: Step) -> Happened {
        Happened { request: DRESS, author, step, at }
    }

    #[test]
    fn the_latest_offer_waits_for_the_shopper_until_it_runs_out() {
        let steps = [
            at(1, Author::Shopper {}, requested()),
            at(2, agent(), Step::Offered { number: 1, terms: terms(None) }),
            at(3, agent(), Step::Offered { number: 2, terms: terms(Some(100)) }),
        ];
        let requests = fold(&steps);
        let request = &requests[&DRESS];
        assert_eq!(request.offer(50).map(|(number, _)| number), Some(2));
        assert_eq!(request.offer(100), None);
        assert_eq!((request.asked_at, request.changed_at), (1, 3));
    }

    #[test]
    fn a_step_that_may_not_follow_changes_nothing() {
        let steps = [
            at(1, Author::Shopper {}, requested()),
            at(2, Author::Shopper {}, Step::Offered { number: 1, terms: terms(None) }),
            at(3, agent(), Step::Accepted { number: 7, order: 1, terms: terms(None) }),
        ];
        let requests = fold(&steps);
        assert_eq!(requests[&DRESS].deal.state, DealState::Asked);
        assert!(fold(&steps[1..]).is_empty(), "no request without its first step");
    }

    #[test]
    fn what_was_agreed_can_be_paid_and_no_longer_bargained_about() {
        let steps = [
            at(1, Author::Shopper {}, requested()),
            at(2, Author::Bot {}, Step::Offered { number: 1, terms: terms(None) }),
            at(3, Author::Shopper {}, Step::Accepted { number: 1, order: 12, terms: terms(None) }),
        ];
        let requests = fold(&steps);
        let request = &requests[&DRESS];
        assert!(request.may_pay() && !request.may_propose() && request.may_cancel());
        assert_eq!(request.deal.order, Some(12));
    }
}
