//! Requests over HTTP: the shopper's side and the inbox's.
//!
//! | request | body → answer |
//! |---|---|
//! | `GET /api/v1/shops/{shop}/desk?v=VERSION` | → [`crate::desk::Desk`] |
//! | `GET /api/v1/shops/{shop}/forms/{form}/slots` | → [`SlotList`]: the free times of the form's slot question |
//! | `PUT /api/v1/conversations/{id}/photos/{photo}` | the picture's bytes → 204; the same again is the same photo |
//! | `GET /api/v1/conversations/{id}/photos/{photo}` | → the picture |
//! | `PUT /api/v1/conversations/{id}/requests/{request}` | [`NewRequest`] → [`Standing`] |
//! | `POST /api/v1/conversations/{id}/requests/{request}/acts` | [`ShopperAct`] → [`Standing`] |
//! | `POST /api/v1/conversations/{id}/requests/{request}/coupon` | [`crate::coupon::CouponQuestion`] → [`crate::coupon::CouponWorth`] |
//! | `GET /api/v1/agent/requests?kind=…&state=…` | → [`RequestList`] |
//! | `GET /api/v1/agent/requests/{request}` | → [`RequestLine`] |
//! | `POST /api/v1/agent/requests/{request}/acts` | [`AgentAct`] → [`Standing`] |
//! | `GET /api/v1/agent/requests.csv` | → the same lines as CSV, UTF-8 with a mark |
//! | `GET /api/v1/agent/payments` | → [`crate::payment::PaymentList`] |
//! | `GET /api/v1/agent/calls?from=MS&to=MS` | → [`CallList`] |
//! | `GET /api/v1/agent/coupons` | → [`crate::coupon::CouponList`] |
//! | `POST /api/v1/agent/coupons` | [`crate::coupon::NewCoupon`] → [`crate::coupon::CouponLine`] |
//! | `POST /api/v1/agent/coupons/{code}/close` | → 204 |
//! | `GET /api/v1/agent/conversations/{id}/photos/{photo}` | → the picture |
//!
//! The shopper's requests carry the conversation's secret, the agents' the session cookie.

use serde::{Deserialize, Serialize};

use crate::{
    answer::Answers,
    coupon::CouponCode,
    deal::{DealState, Terms},
    form::FormKind,
    id::{ClientId, ConversationId, FormId, PhotoId, ProductId, RequestId, Sequence},
    locale::{Locale, Localized},
    payment::Wallet,
};

/// A filled-in form. The same id with the same body is the same request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// Which form.
    pub form: FormId,
    /// The language that it was filled in.
    pub locale: Locale,
    /// The product that the form was opened for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    /// The answers; only those to questions that are shown.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, crate::answer::Answer>))]
    pub answers: Answers,
}

/// How a request stands after what was asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Which.
    pub request: RequestId,
    /// How it stands.
    pub state: DealState,
    /// The place of its last step in the conversation.
    pub seq: Sequence,
}

/// What a shopper does. The same key with the same deed is done once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShopperAct {
    /// The device's name for it; the step that comes of it has it as its client id.
    pub key: ClientId,
    /// What.
    pub deed: ShopperDeed,
}

/// What a shopper can do to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ShopperDeed {
    /// Propose a price for one piece.
    Propose {
        /// The price, in the smallest unit.
        unit_price: i64,
        /// How many pieces.
        quantity: u32,
        /// A few words; may be empty.
        #[serde(default)]
        words: String,
    },
    /// Accept the offer that stands.
    Accept {
        /// Which: an offer that was replaced meanwhile is not accepted by mistake.
        number: u32,
        /// Use a coupon with it.
        #[serde(default)]
        coupon: Option<CouponCode>,
    },
    /// Decline the offer that stands.
    Decline {
        /// Which.
        number: u32,
        /// A few words; may be empty.
        #[serde(default)]
        words: String,
    },
    /// Take back the proposal that stands.
    Withdraw {
        /// Which.
        number: u32,
    },
    /// Note a payment.
    Pay {
        /// By which wallet.
        wallet: Wallet,
        /// The wallet's id, as it was typed.
        transaction: String,
        /// How much, in the smallest unit.
        amount: i64,
        /// The number that it was sent from, as it was typed.
        #[serde(default)]
        sender: Option<String>,
        /// A screenshot.
        #[serde(default)]
        photo: Option<PhotoId>,
    },
    /// End it.
    Cancel {
        /// A few words; may be empty.
        #[serde(default)]
        words: String,
    },
}

/// What a person of the shop does. The same key with the same deed is done once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AgentAct {
    /// The browser's name for it; the step that comes of it has it as its client id.
    pub key: ClientId,
    /// What.
    pub deed: AgentDeed,
}

/// What a person of the shop can do to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AgentDeed {
    /// Make an offer, or another one in place of what stands.
    Offer {
        /// How many offers and proposals there were when it was written: if one came since, it is not sent by mistake.
        after: u32,
        /// What. A coupon in it must hold; its discount is worked out by the server.
        terms: Terms,
    },
    /// Accept the proposal that stands.
    Accept {
        /// Which.
        number: u32,
    },
    /// Decline the proposal that stands.
    Decline {
        /// Which.
        number: u32,
        /// A few words; may be empty.
        #[serde(default)]
        words: String,
    },
    /// Take back the offer that stands.
    Withdraw {
        /// Which.
        number: u32,
    },
    /// Say whether a payment arrived. It can be said again, differently.
    CheckPayment {
        /// Which.
        payment: ClientId,
        /// It arrived, or it did not.
        received: bool,
    },
    /// Confirm the order, the call, the problem.
    Confirm {},
    /// Say that nothing more is to be done.
    Finish {},
    /// End it.
    Cancel {
        /// A few words; may be empty.
        #[serde(default)]
        words: String,
    },
}

/// A line of the list of requests, and all there is to know of one: its steps are in the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestLine {
    /// Which.
    pub id: RequestId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// Of which form.
    pub form: FormId,
    /// What it is for.
    pub kind: FormKind,
    /// What the form is called.
    pub title: Localized,
    /// The product that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    /// How it stands.
    pub state: DealState,
    /// The shop has to act next.
    pub waits_for_shop: bool,
    /// What was agreed or is offered last, in all, in the smallest unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<i64>,
    /// The order's number, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<u64>,
    /// The time that was booked, in milliseconds since 1970 UTC, and for how many minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<(i64, u16)>,
    /// What the shopper is called and how they are reached, as answered in the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When it came, in milliseconds since 1970 UTC.
    pub created_at: i64,
    /// When it last changed.
    pub updated_at: i64,
    /// The place of its first step in the conversation, where its answers stand.
    pub first_seq: Sequence,
}

/// The list: those that wait for the shop first, the longest waiting first; then the latest changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestList {
    /// At most 200.
    pub requests: Vec<RequestLine>,
    /// The server's time, in milliseconds since 1970 UTC: ages are counted from it.
    pub now: i64,
}

/// A free time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FreeSlot {
    /// When it begins, in milliseconds since 1970 UTC.
    pub at: i64,
    /// The day, in the shop's own time: `YYYY-MM-DD`.
    pub date: String,
    /// The minute of that day, 0 to 1439.
    pub minute: u16,
}

/// The free times, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SlotList {
    /// At most 500.
    pub slots: Vec<FreeSlot>,
    /// How long one takes, in minutes.
    pub minutes: u16,
}

/// The calls and meetings of some days, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CallList {
    /// At most 200; the cancelled ones are left out.
    pub calls: Vec<RequestLine>,
}
