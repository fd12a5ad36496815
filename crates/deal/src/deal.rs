//! How a request stands, and what may happen to it next.

use alap_protocol::{
    deal::{DealState, Step, Terms},
    form::FormKind,
    id::{ClientId, ProductId},
    limits::{REQUEST_OFFERS, REQUEST_PAYMENTS},
    payment::{PaymentNote, PaymentState},
};
use serde::{Deserialize, Serialize};

use crate::{Refusal, terms};

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The shopper.
    Shopper,
    /// A person of the shop.
    Shop,
    /// A rule of the seller, for the shop.
    Rule,
    /// Time that ran out or came near.
    Clock,
}

impl Party {
    fn is_shop(self) -> bool {
        matches!(self, Self::Shop | Self::Rule)
    }
}

/// An offer of the shop, or a proposal of the shopper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Who made it.
    pub by: Party,
    /// What.
    pub terms: Terms,
}

/// A payment that the shopper noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// What the shopper says.
    pub note: PaymentNote,
    /// What the shop found.
    pub state: PaymentState,
}

/// A request as it stands: all its steps, folded. Both pages fold the steps of the conversation, the server keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deal {
    /// What the form is for.
    pub kind: FormKind,
    /// The product that it is about.
    pub product: Option<ProductId>,
    /// How it stands.
    pub state: DealState,
    /// Offers and proposals, in order; an offer's number is its place, from 1.
    pub offers: Vec<Offer>,
    /// What was agreed.
    pub agreed: Option<Terms>,
    /// The order's number.
    pub order: Option<u64>,
    /// The payments noted.
    pub payments: Vec<Payment>,
    /// The time that was booked, in milliseconds since 1970 UTC, and for how many minutes.
    pub slot: Option<(i64, u16)>,
    /// The reminder of it was given.
    pub reminded: bool,
    /// A rule gave a coupon.
    pub coupon_given: bool,
}

impl Deal {
    /// What begins with this step; `None` if it is not the first of a request.
    pub fn begin(step: &Step) -> Option<Self> {
        let Step::Requested { kind, product, slot, .. } = step else { return None };
        Some(Self {
            kind: *kind,
            product: product.clone(),
            state: DealState::Asked,
            offers: Vec::new(),
            agreed: None,
            order: None,
            payments: Vec::new(),
            slot: *slot,
            reminded: false,
            coupon_given: false,
        })
    }

    /// Takes a step, done at a moment in milliseconds since 1970 UTC. Refused, everything stays as it was.
    pub fn follow(&mut self, by: Party, step: &Step, at: i64) -> Result<(), Refusal> {
        if self.state.is_over() && !matches!(step, Step::PaymentChecked { .. }) {
            return Err(Refusal::Stale);
        }
        match step {
            Step::Requested { .. } => Err(Refusal::Stale),
            Step::Offered { number, terms } => self.offer(by, Party::is_shop, *number, terms),
            Step::Proposed { number, terms } => self.offer(by, |by| by == Party::Shopper, *number, terms),
            Step::Accepted { number, order, terms } => {
                self.answers(by, *number, at)?;
                (self.state, self.order, self.agreed) =
                    (DealState::Accepted, Some(*order), Some(terms.clone()));
                Ok(())
            }
            Step::Declined { number, .. } => {
                self.answers(by, *number, at)?;
                self.state = DealState::Declined;
                Ok(())
            }
            Step::Withdrawn { number } => {
                let offer = self.standing(*number)?;
                let own =
                    if by == Party::Shopper { offer.by == by } else { by.is_shop() && offer.by.is_shop() };
                if !own {
                    return Err(Refusal::NotYours);
                }
                self.state = DealState::Withdrawn;
                Ok(())
            }
            Step::Expired { number } => {
                let ran_out =
                    self.standing(*number)?.terms.expires_at.is_some_and(|expires_at| expires_at <= at);
                if by != Party::Clock || !ran_out {
                    return Err(Refusal::NotYours);
                }
                self.state = DealState::Expired;
                Ok(())
            }
            Step::CouponGiven { .. } => {
                if by != Party::Rule || self.coupon_given {
                    return Err(Refusal::NotYours);
                }
                self.coupon_given = true;
                Ok(())
            }
            Step::Paid { payment } => self.pay(by, payment),
            Step::PaymentChecked { payment, received, .. } => self.check_payment(by, *payment, *received),
            Step::Confirmed {} => self.confirm(by),
            Step::Done {} => self.finish(by),
            Step::Cancelled { .. } => self.cancel(by),
            Step::Reminded { .. } => {
                if by != Party::Clock || self.slot.is_none() || self.reminded {
                    return Err(Refusal::NotYours);
                }
                self.reminded = true;
                Ok(())
            }
        }
    }

    /// The number of the last offer or proposal; 0 before the first.
    pub fn number(&self) -> u32 {
        u32::try_from(self.offers.len()).unwrap_or(u32::MAX)
    }

    /// The offer or proposal that waits for an answer.
    pub fn open_offer(&self) -> Option<&Offer> {
        let waits = matches!(self.state, DealState::Offered | DealState::Proposed);
        self.offers.last().filter(|_| waits)
    }

    /// How many proposals the shopper has made.
    pub fn proposals(&self) -> u32 {
        let made = self.offers.iter().filter(|offer| offer.by == Party::Shopper).count();
        u32::try_from(made).unwrap_or(u32::MAX)
    }

    /// What was agreed, or else what was offered or proposed last.
    pub fn terms(&self) -> Option<&Terms> {
        self.agreed.as_ref().or_else(|| self.offers.last().map(|offer| &offer.terms))
    }

    /// Has the shop to act next?
    pub fn waits_for_shop(&self) -> bool {
        let to_verify = self.payments.iter().any(|payment| payment.state == PaymentState::Noted);
        to_verify || matches!(self.state, DealState::Asked | DealState::Proposed | DealState::Accepted)
    }

    /// May this form lead to offers?
    fn has_price(&self) -> Result<(), Refusal> {
        if self.kind == FormKind::PreOrder { Ok(()) } else { Err(Refusal::WrongKind) }
    }

    fn offer(
        &mut self,
        by: Party,
        may: fn(Party) -> bool,
        number: u32,
        terms: &Terms,
    ) -> Result<(), Refusal> {
        self.has_price()?;
        if !may(by) {
            return Err(Refusal::NotYours);
        }
        if matches!(self.state, DealState::Accepted | DealState::Confirmed) || number != self.number() + 1 {
            return Err(Refusal::Stale);
        }
        if number > REQUEST_OFFERS {
            return Err(Refusal::TooMany);
        }
        if terms::total(terms).is_none_or(|total| total < 0) {
            return Err(Refusal::Terms(crate::TermsFault::Price));
        }
        self.state = if by == Party::Shopper { DealState::Proposed } else { DealState::Offered };
        self.offers.push(Offer { by, terms: terms.clone() });
        Ok(())
    }

    /// The offer that stands, if it is this one.
    fn standing(&self, number: u32) -> Result<&Offer, Refusal> {
        self.open_offer().filter(|_| number == self.number()).ok_or(Refusal::Stale)
    }

    /// May this side say yes or no to this offer now?
    fn answers(&self, by: Party, number: u32, at: i64) -> Result<(), Refusal> {
        let offer = self.standing(number)?;
        let other_side = if offer.by == Party::Shopper { by.is_shop() } else { by == Party::Shopper };
        if !other_side {
            return Err(Refusal::NotYours);
        }
        if offer.terms.expires_at.is_some_and(|expires_at| expires_at <= at) {
            return Err(Refusal::Expired);
        }
        Ok(())
    }

    fn pay(&mut self, by: Party, note: &PaymentNote) -> Result<(), Refusal> {
        self.has_price()?;
        if by != Party::Shopper {
            return Err(Refusal::NotYours);
        }
        if !matches!(self.state, DealState::Accepted | DealState::Confirmed) {
            return Err(Refusal::Stale);
        }
        if self.payments.len() >= REQUEST_PAYMENTS as usize {
            return Err(Refusal::TooMany);
        }
        self.payments.push(Payment { note: note.clone(), state: PaymentState::Noted });
        Ok(())
    }

    fn check_payment(&mut self, by: Party, payment: ClientId, received: bool) -> Result<(), Refusal> {
        if by != Party::Shop {
            return Err(Refusal::NotYours);
        }
        let found = self.payments.iter_mut().find(|known| known.note.id == payment);
        let known = found.ok_or(Refusal::NoSuchPayment)?;
        known.state = if received { PaymentState::Received } else { PaymentState::NotFound };
        Ok(())
    }

    fn confirm(&mut self, by: Party) -> Result<(), Refusal> {
        if by != Party::Shop {
            return Err(Refusal::NotYours);
        }
        let ready = if self.kind == FormKind::PreOrder { DealState::Accepted } else { DealState::Asked };
        if self.state != ready {
            return Err(Refusal::Stale);
        }
        self.state = DealState::Confirmed;
        Ok(())
    }

    fn finish(&mut self, by: Party) -> Result<(), Refusal> {
        if by != Party::Shop {
            return Err(Refusal::NotYours);
        }
        let ready = self.state == DealState::Confirmed
            || (self.kind != FormKind::PreOrder && self.state == DealState::Asked);
        if !ready {
            return Err(Refusal::Stale);
        }
        self.state = DealState::Done;
        Ok(())
    }

    /// The shop can always end it; the shopper until the order is confirmed, a call even then.
    fn cancel(&mut self, by: Party) -> Result<(), Refusal> {
        match by {
            Party::Shop => {}
            Party::Shopper if self.state != DealState::Confirmed || self.kind == FormKind::Call => {}
            Party::Shopper => return Err(Refusal::Stale),
            Party::Rule | Party::Clock => return Err(Refusal::NotYours),
        }
        self.state = DealState::Cancelled;
        Ok(())
    }
}
