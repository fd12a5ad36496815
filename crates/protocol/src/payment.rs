//! A payment that a shopper says they made. Nobody but the shop can say that it arrived.

use serde::{Deserialize, Serialize};

use crate::id::{ClientId, ConversationId, PhotoId, RequestId};

/// A wallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Wallet {
    /// bKash.
    Bkash,
    /// Nagad.
    Nagad,
    /// Rocket.
    Rocket,
    /// Any bank or wallet app, by the shop's Bangla QR.
    BanglaQr,
}

impl Wallet {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Bkash, Self::Nagad, Self::Rocket, Self::BanglaQr];

    /// The word used in files, on the wire and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bkash => "bkash",
            Self::Nagad => "nagad",
            Self::Rocket => "rocket",
            Self::BanglaQr => "bangla_qr",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wallet| wallet.as_str() == word)
    }
}

/// What the shopper says of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PaymentNote {
    /// Its name: the key of the act that noted it.
    pub id: ClientId,
    /// By which wallet.
    pub wallet: Wallet,
    /// The wallet's id of the transaction, in capitals and Latin digits: `[A-Z0-9]{6,14}`.
    pub transaction: String,
    /// How much, in the smallest unit.
    pub amount: i64,
    /// The number that it was sent from: `+8801712345678`. It may belong to another wallet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender: Option<String>,
    /// A screenshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
}

/// What the shop found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// Not looked at yet.
    Noted,
    /// It arrived.
    Received,
    /// It did not.
    NotFound,
}

impl PaymentState {
    /// The word used on the wire and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Noted => "noted",
            Self::Received => "received",
            Self::NotFound => "not_found",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Noted, Self::Received, Self::NotFound].into_iter().find(|state| state.as_str() == word)
    }
}

/// A line of the list to verify.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PaymentLine {
    /// What the shopper says.
    pub note: PaymentNote,
    /// For which request.
    pub request: RequestId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// The order's number.
    pub order: u64,
    /// The advance that was agreed, in the smallest unit; 0 for none.
    pub advance: i64,
    /// What the shop found.
    pub state: PaymentState,
    /// The same transaction id was noted before: so many other times in this shop.
    pub seen_before: u32,
    /// When it was noted, in milliseconds since 1970 UTC.
    pub at: i64,
}

/// The list to verify: those not looked at first, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PaymentList {
    /// At most 200.
    pub payments: Vec<PaymentLine>,
}
