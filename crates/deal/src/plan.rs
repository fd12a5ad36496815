//! From what somebody wants to do to the step that it becomes.

use alap_protocol::{
    coupon::CouponCode,
    deal::{Step, Terms},
    limits::AMOUNT,
    payment::PaymentNote,
    request::{AgentAct, AgentDeed, ShopperAct, ShopperDeed},
};

use crate::{Deal, Party, Refusal, TermsFault, terms, transaction};

/// What a deed becomes. A step may be taken as it is; the others need what only the store knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Planned {
    /// This step.
    Step(Step),
    /// An offer of the shop: its coupon, if it names one, has to hold; the store works its discount out.
    Offer {
        /// Its number.
        number: u32,
        /// What; without a coupon, without a discount.
        terms: Terms,
    },
    /// A yes: the coupon is redeemed, and the order gets its number.
    Accept {
        /// The number of what is accepted.
        number: u32,
        /// What is agreed, before the coupon.
        terms: Terms,
        /// The shopper's coupon.
        coupon: Option<CouponCode>,
        /// The offer's own coupon: the better of the two is redeemed.
        own: Option<CouponCode>,
    },
}

/// What a shopper's act becomes. `today` is the shop's own day, `mobile` reads a phone number.
pub fn shopper_plan(
    deal: &Deal,
    act: &ShopperAct,
    now: i64,
    today: &str,
    mobile: fn(&str) -> Option<String>,
) -> Result<Planned, Refusal> {
    let step = match &act.deed {
        ShopperDeed::Propose { unit_price, quantity, words } => {
            if !(1..=AMOUNT).contains(unit_price) {
                return Err(TermsFault::Price.into());
            }
            let terms = proposal(deal, (*unit_price, *quantity), words, today);
            terms::check(&terms, now, today)?;
            Step::Proposed { number: deal.number() + 1, terms }
        }
        ShopperDeed::Accept { number, coupon } => {
            return accept(deal, Party::Shopper, *number, coupon.clone(), now);
        }
        ShopperDeed::Decline { number, words } => declined(*number, words)?,
        ShopperDeed::Withdraw { number } => Step::Withdrawn { number: *number },
        ShopperDeed::Pay { wallet, transaction, amount, sender, photo } => {
            if !(1..=AMOUNT).contains(amount) {
                return Err(TermsFault::Price.into());
            }
            let sender = sender.as_deref().filter(|sender| !sender.trim().is_empty());
            let payment = PaymentNote {
                id: act.key,
                wallet: *wallet,
                transaction: transaction::read(*wallet, transaction).ok_or(Refusal::NoTransaction)?,
                amount: *amount,
                sender: sender.map(|sender| mobile(sender).ok_or(Refusal::NoTransaction)).transpose()?,
                photo: *photo,
            };
            Step::Paid { payment }
        }
        ShopperDeed::Cancel { words } => cancelled(words)?,
    };
    checked(deal, Party::Shopper, step, now)
}

/// What an agent's act becomes. `today` is the shop's own day.
pub fn agent_plan(deal: &Deal, act: &AgentAct, now: i64, today: &str) -> Result<Planned, Refusal> {
    let step = match &act.deed {
        AgentDeed::Offer { after, terms } => {
            if *after != deal.number() {
                return Err(Refusal::Stale);
            }
            // The discount is the server's to work out; the advance is checked once it is known.
            let terms = Terms { discount: 0, ..terms.clone() };
            terms::check(&terms, now, today)?;
            let number = after.saturating_add(1);
            let step = Step::Offered { number, terms: terms.clone() };
            checked(deal, Party::Shop, step, now)?;
            return Ok(Planned::Offer { number, terms });
        }
        AgentDeed::Accept { number } => return accept(deal, Party::Shop, *number, None, now),
        AgentDeed::Decline { number, words } => declined(*number, words)?,
        AgentDeed::Withdraw { number } => Step::Withdrawn { number: *number },
        AgentDeed::CheckPayment { payment, received } => {
            let known = deal.payments.iter().find(|known| known.note.id == *payment);
            let note = &known.ok_or(Refusal::NoSuchPayment)?.note;
            Step::PaymentChecked {
                payment: *payment,
                wallet: note.wallet,
                transaction: note.transaction.clone(),
                amount: note.amount,
                received: *received,
            }
        }
        AgentDeed::Confirm {} => Step::Confirmed {},
        AgentDeed::Finish {} => Step::Done {},
        AgentDeed::Cancel { words } => cancelled(words)?,
    };
    checked(deal, Party::Shop, step, now)
}

/// A yes to the offer or proposal that stands, by either side or by a rule.
pub fn accept(
    deal: &Deal,
    by: Party,
    number: u32,
    coupon: Option<CouponCode>,
    now: i64,
) -> Result<Planned, Refusal> {
    let Some(offer) = deal.open_offer() else { return Err(Refusal::Stale) };
    let own = offer.terms.coupon.clone();
    let terms = Terms { coupon: None, discount: 0, ..offer.terms.clone() };
    let step = Step::Accepted { number, order: 0, terms: terms.clone() };
    checked(deal, by, step, now)?;
    Ok(Planned::Accept { number, terms, coupon, own })
}

/// The shopper names a price and a number of pieces; extras stay as in the shop's last offer, and its day if that is not past.
fn proposal(deal: &Deal, (unit_price, quantity): (i64, u32), words: &str, today: &str) -> Terms {
    let last =
        deal.offers.iter().rev().find(|offer| offer.by != Party::Shopper).map(|offer| offer.terms.clone());
    Terms {
        unit_price,
        quantity,
        extras: last.as_ref().map(|terms| terms.extras.clone()).unwrap_or_default(),
        discount: 0,
        coupon: None,
        advance: 0,
        delivery: last.and_then(|terms| terms.delivery).filter(|day| day.as_str() >= today),
        expires_at: None,
        words: words.to_owned(),
    }
}

fn declined(number: u32, words: &str) -> Result<Step, Refusal> {
    terms::check_words(words)?;
    Ok(Step::Declined { number, words: words.to_owned() })
}

fn cancelled(words: &str) -> Result<Step, Refusal> {
    terms::check_words(words)?;
    Ok(Step::Cancelled { words: words.to_owned() })
}

/// The step, if it may follow.
fn checked(deal: &Deal, by: Party, step: Step, now: i64) -> Result<Planned, Refusal> {
    deal.clone().follow(by, &step, now)?;
    Ok(Planned::Step(step))
}
