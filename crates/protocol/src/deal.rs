//! What happens to a request, step by step. Each step is a message of the conversation that only the server writes, so both
//! sides see the same, in the same order; `alap-deal` says which step may follow which, and folds them into how things stand.

use serde::{Deserialize, Serialize};

use crate::{
    answer::SummaryLine,
    coupon::CouponCode,
    form::FormKind,
    id::{ClientId, FormId, ProductId},
    locale::Localized,
    payment::{PaymentNote, Wallet},
};

/// What is offered, or proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The price of one piece, in the smallest unit of the shop's currency.
    pub unit_price: i64,
    /// How many pieces.
    pub quantity: u32,
    /// What comes on top: delivery, gift wrap, express.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extras: Vec<Extra>,
    /// What the coupon takes off.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub discount: i64,
    /// The coupon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coupon: Option<CouponCode>,
    /// What is to be paid in advance, of the total.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub advance: i64,
    /// The day of delivery, as `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<String>,
    /// Until when the offer holds, in milliseconds since 1970 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<i64>,
    /// Conditions, or a few words: at most [`crate::limits::OFFER_WORDS`] characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

fn is_zero(amount: &i64) -> bool {
    *amount == 0
}

/// Something on top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// What: 1 to 100 characters.
    pub what: String,
    /// For how much, in the smallest unit; 0 for free.
    pub price: i64,
}

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DealState {
    /// Sent; the shop has not made an offer.
    Asked,
    /// An offer of the shop stands.
    Offered,
    /// A proposal of the shopper stands.
    Proposed,
    /// The last offer or proposal was declined; the talk may go on.
    Declined,
    /// The last offer or proposal was taken back.
    Withdrawn,
    /// The last offer ran out.
    Expired,
    /// Agreed: there is an order.
    Accepted,
    /// The shop has confirmed the order.
    Confirmed,
    /// Delivered, called, solved: nothing more to do.
    Done,
    /// Ended by one side.
    Cancelled,
}

impl DealState {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Asked,
        Self::Offered,
        Self::Proposed,
        Self::Declined,
        Self::Withdrawn,
        Self::Expired,
        Self::Accepted,
        Self::Confirmed,
        Self::Done,
        Self::Cancelled,
    ];

    /// The word used on the wire and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Offered => "offered",
            Self::Proposed => "proposed",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
            Self::Accepted => "accepted",
            Self::Confirmed => "confirmed",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Nothing can follow.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Cancelled)
    }
}

/// What happened to a request. The message's author says who did it: the shopper, a person of the shop, the bot where a rule
/// of the seller answered, the system where time ran out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The form was sent.
    Requested {
        /// Which form.
        form: FormId,
        /// What it is for.
        kind: FormKind,
        /// What it is called.
        title: Localized,
        /// The product that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        product: Option<ProductId>,
        /// What was answered, as both sides see it.
        lines: Vec<SummaryLine>,
        /// The shop's conditions.
        #[serde(default)]
        terms: Localized,
        /// The time that was booked, in milliseconds since 1970 UTC, and for how many minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slot: Option<(i64, u16)>,
    },
    /// The shop made an offer, or another one.
    Offered {
        /// Which, from 1, proposals counted along.
        number: u32,
        /// What.
        terms: Terms,
    },
    /// The shopper proposed a price.
    Proposed {
        /// Which, from 1, offers counted along.
        number: u32,
        /// What: the rest is as in the offer before.
        terms: Terms,
    },
    /// An offer or proposal was accepted by the other side.
    Accepted {
        /// Which.
        number: u32,
        /// The order's number in the shop, from 1.
        order: u64,
        /// What was agreed, a coupon redeemed by then in it.
        terms: Terms,
    },
    /// An offer or proposal was declined by the other side.
    Declined {
        /// Which.
        number: u32,
        /// A few words; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// An offer or proposal was taken back by who made it.
    Withdrawn {
        /// Which.
        number: u32,
    },
    /// An offer ran out.
    Expired {
        /// Which.
        number: u32,
    },
    /// A rule of the seller gave the shopper a coupon.
    CouponGiven {
        /// Its code.
        coupon: CouponCode,
    },
    /// The shopper says that they paid.
    Paid {
        /// What they say.
        payment: PaymentNote,
    },
    /// The shop looked at a payment.
    PaymentChecked {
        /// Which.
        payment: ClientId,
        /// By which wallet, and with which id: as people read it.
        wallet: Wallet,
        /// The wallet's id of the transaction.
        transaction: String,
        /// How much, in the smallest unit.
        amount: i64,
        /// It arrived, or it did not.
        received: bool,
    },
    /// The shop confirmed the order, the call, that it looks at the problem.
    Confirmed {},
    /// There is nothing more to do.
    Done {},
    /// One side ended it.
    Cancelled {
        /// A few words; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// The booked time is near.
    Reminded {
        /// When it begins, in milliseconds since 1970 UTC.
        slot: i64,
    },
}

impl Step {
    /// The name of the step on the wire; `request.` before it is the type of a webhook.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Requested { .. } => "requested",
            Self::Offered { .. } => "offered",
            Self::Proposed { .. } => "proposed",
            Self::Accepted { .. } => "accepted",
            Self::Declined { .. } => "declined",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Expired { .. } => "expired",
            Self::CouponGiven { .. } => "coupon_given",
            Self::Paid { .. } => "paid",
            Self::PaymentChecked { .. } => "payment_checked",
            Self::Confirmed {} => "confirmed",
            Self::Done {} => "done",
            Self::Cancelled { .. } => "cancelled",
            Self::Reminded { .. } => "reminded",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_its_name_and_its_fields() {
        let step = Step::Declined { number: 2, words: String::new() };
        let json = serde_json::to_string(&step).unwrap();
        assert_eq!(json, r#"{"declined":{"number":2}}"#);
        assert_eq!(serde_json::from_str::<Step>(&json).unwrap(), step);
        assert!(serde_json::from_str::<Step>(r#"{"declined":{"number":2,"floor":1}}"#).is_err());
        assert!(json.starts_with(&format!("{{\"{}\"", step.name())), "the name is the name on the wire");
    }

    #[test]
    fn each_state_has_a_word_and_is_read_back() {
        for state in DealState::ALL {
            assert_eq!(DealState::from_word(state.as_str()), Some(state));
            assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{}\"", state.as_str()));
        }
        assert_eq!(DealState::from_word("sold"), None);
    }

    #[test]
    fn an_offer_without_extras_is_short_and_takes_no_unknown_field() {
        let json = r#"{"unit_price":120000,"quantity":1}"#;
        let terms: Terms = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&terms).unwrap(), json);
        assert!(serde_json::from_str::<Terms>(r#"{"unit_price":120000,"quantity":1,"total":5}"#).is_err());
        assert!(serde_json::from_str::<Terms>(r#"{"unit_price":1,"quantity":-1}"#).is_err());
    }
}
