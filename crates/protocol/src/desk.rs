//! The order desk: what the talk before an order needs of the shop and the first view does not. Served at
//! `/api/v1/shops/{shop}/desk?v=VERSION` as postcard or JSON, like the pack; nothing secret is in it.

use serde::{Deserialize, Serialize};

use crate::{
    form::{Form, FormKind},
    id::FormId,
    locale::Localized,
    pack::Image,
    payment::Wallet,
};

/// Media type of a desk in postcard.
pub const DESK_MEDIA_TYPE: &str = "application/vnd.alap.desk";

/// What the pack says of the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskHead {
    /// Hash of the desk; empty where the shop has none.
    pub version: String,
    /// Its forms, in the order of their files.
    pub forms: Vec<FormHead>,
}

/// What the pack says of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FormHead {
    /// Its name.
    pub id: FormId,
    /// What it is for.
    pub kind: FormKind,
    /// What it is called.
    pub title: Localized,
}

/// The desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Desk {
    /// Hash of the content.
    pub version: String,
    /// The forms.
    pub forms: Vec<Form>,
    /// May shoppers propose a price?
    pub proposals: bool,
    /// How an advance is paid.
    pub payment: PaymentWays,
}

/// How an advance is paid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaymentWays {
    /// The advance that the shop asks for, in percent of the price; 0 for none.
    pub advance_percent: u8,
    /// The shop's wallets.
    pub wallets: Vec<WalletAccount>,
    /// The Bangla QR: one code for every bank and wallet app.
    pub qr: Option<Image>,
}

/// A wallet of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WalletAccount {
    /// Which.
    pub wallet: Wallet,
    /// Its number: `+8801712345678`.
    pub number: String,
    /// What the shopper does in the wallet's app.
    pub takes: WalletTakes,
    /// The shop's own steps; empty for the usual ones.
    pub steps: Localized,
}

/// What a wallet takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WalletTakes {
    /// "Send Money", to a person's account.
    SendMoney,
    /// "Payment", to a merchant's account.
    Payment,
}
