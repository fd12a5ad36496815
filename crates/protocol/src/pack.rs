//! The shop pack: the seller's data as the widget gets it. Nothing secret is ever in it.
//!
//! It travels as JSON for whoever reads it, and as [postcard](https://postcard.jamesmunns.com/wire-format) to the widget,
//! where reading JSON would cost more code than all of the home view. So no field may be left out when it is written.

use serde::{Deserialize, Serialize};

use crate::{
    desk::DeskHead,
    hours::Hours,
    id::{EntryId, FormId, ProductId, ShopId, VideoId},
    locale::{Locale, Localized},
    video::VideoHead,
};

/// Version of the pack's format. A widget that meets another one fetches itself anew.
pub const PACK_FORMAT: u16 = 4;

/// Media type of a pack in postcard.
pub const PACK_MEDIA_TYPE: &str = "application/vnd.alap.pack";

/// Media type of what stands at `…/model`: neighbours of products, made for this pack's products by `alap-suggest`.
pub const MODEL_MEDIA_TYPE: &str = "application/vnd.alap.model";

/// All that the widget knows of a shop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShopPack {
    /// [`PACK_FORMAT`].
    pub format: u16,
    /// Hash of the content: the `ETag`.
    pub version: String,
    /// The shop itself.
    pub shop: Shop,
    /// Questions and answers, in the seller's order.
    pub faq: Vec<FaqEntry>,
    /// The catalogue, in the seller's order.
    pub products: Vec<Product>,
    /// Version of the suggestion model at `…/model`; none where the shop has none.
    #[serde(default)]
    pub model: Option<String>,
    /// What stands at `…/desk`: forms, and how an advance is paid.
    #[serde(default)]
    pub desk: DeskHead,
    /// The shop's videos, in the order of their files.
    #[serde(default)]
    pub videos: Vec<VideoHead>,
}

/// The shop: `shop.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shop {
    /// Its id.
    pub id: ShopId,
    /// Its name.
    pub name: Localized,
    /// The languages that it offers, the first one first.
    pub languages: Vec<Locale>,
    /// ISO 4217 code of its prices, such as `BDT`.
    pub currency: String,
    /// The bot.
    pub bot: Bot,
    /// When people answer.
    pub hours: Hours,
    /// Other ways to reach the shop.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// Origins of the pages that may show the widget, such as `https://shop.example`.
    pub page_origins: Vec<String>,
    /// How it looks.
    pub theme: Theme,
    /// What is suggested.
    #[serde(default)]
    pub suggestions: Suggestions,
}

/// What is suggested, as the seller wishes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestions {
    /// Are products suggested at all?
    pub shown: bool,
    /// For how many days a product counts as new.
    pub new_days: u16,
    /// How many products of one category stand in one row, at most; 0 for any number.
    pub per_category: u8,
    /// Old stock that the seller wants to go: shown among the first where it is discounted and fits.
    #[serde(default)]
    pub clearance: Vec<ProductId>,
}

impl Default for Suggestions {
    fn default() -> Self {
        Self { shown: true, new_days: 14, per_category: 3, clearance: Vec::new() }
    }
}

/// The bot's name and face.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bot {
    /// Its name.
    pub name: Localized,
    /// Its first sentence.
    #[serde(default)]
    pub greeting: Localized,
    /// Address of its picture.
    #[serde(default)]
    pub avatar: Option<String>,
    /// How sure it has to be.
    #[serde(default)]
    pub sureness: Sureness,
}

/// How sure the bot has to be, in percent. The curve in the README of `alap-faq` says what each choice costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sureness {
    /// It answers from here on.
    pub answer: u8,
    /// It asks what was meant from here on; below, it offers a person.
    pub ask_back: u8,
}

impl Default for Sureness {
    fn default() -> Self {
        Self { answer: 50, ask_back: 25 }
    }
}

/// Another way to reach the shop, one tap each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Channel {
    /// Which.
    pub kind: ChannelKind,
    /// What a tap opens: `tel:`, `https:` or `mailto:`, made and checked by the server.
    pub href: String,
    /// As people read it: the number, the page's name.
    pub label: String,
}

/// The kinds of channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// A telephone number.
    Phone,
    /// WhatsApp.
    Whatsapp,
    /// Facebook Messenger.
    Messenger,
    /// E-mail.
    Email,
}

/// How it looks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Theme {
    /// The shop's one colour, as `#rrggbb`; everything else derives from it.
    pub color: String,
}

/// A question that the shop has an answer for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FaqEntry {
    /// Its id.
    pub id: EntryId,
    /// The question, as the shop would put it.
    pub question: Localized,
    /// The answer.
    pub answer: Localized,
    /// Other ways in which shoppers ask it, in any script.
    #[serde(default)]
    pub variants: Vec<String>,
    /// Products shown with the answer.
    #[serde(default)]
    pub products: Vec<ProductId>,
    /// A short word for the chip that asks it (দাম, ডেলিভারি, …); only entries with one are offered as chips.
    #[serde(default)]
    pub chip: Localized,
    /// What can be tapped below the answer, at most [`crate::limits::ANSWER_ACTIONS`].
    #[serde(default)]
    pub actions: Vec<EntryAction>,
}

impl FaqEntry {
    /// All the ways in which it is asked: its question in each language, then the others.
    pub fn asked(&self) -> impl Iterator<Item = &str> {
        self.question.texts().chain(self.variants.iter().map(String::as_str))
    }
}

/// What can be tapped below an answer, besides its products.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EntryAction {
    /// Watch what lies elsewhere, from a moment on.
    Video(VideoMoment),
    /// Watch a video of the shop in the panel.
    OwnVideo(OwnMoment),
    /// Fill in the form at this address: `https:`, `http:` or a path on the shop's origin.
    Form(String),
    /// Fill in this form of the shop, in the panel.
    OwnForm(FormId),
    /// Reach the shop by one of its channels.
    Contact(ChannelKind),
    /// Ask for a person in the panel.
    Person,
}

/// A moment of a video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VideoMoment {
    /// Its address: `https:`, `http:` or a path on the support origin.
    pub src: String,
    /// The moment, in seconds from the start.
    pub at: u32,
}

/// A moment of a video of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnMoment {
    /// Which video.
    pub video: VideoId,
    /// The moment, in seconds from the start.
    pub at: u32,
}

/// A thing to buy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Product {
    /// The SKU.
    pub id: ProductId,
    /// Its title.
    pub title: Localized,
    /// A few sentences, as plain text.
    #[serde(default)]
    pub description: Localized,
    /// Its page in the shop: `https:`, `http:` or a path on the shop's origin.
    #[serde(default)]
    pub url: Option<String>,
    /// Its first picture.
    #[serde(default)]
    pub image: Option<Image>,
    /// What it costs.
    pub price: Price,
    /// From the widest to the narrowest.
    #[serde(default)]
    pub category: Vec<String>,
    /// Can it be had?
    pub availability: Availability,
    /// Size, colour, fabric, …: name and value.
    #[serde(default)]
    pub attributes: Vec<Attribute>,
    /// The day it came in, as `YYYY-MM-DD`.
    #[serde(default)]
    pub added: Option<String>,
}

/// A picture and, where known, its size in pixels, so that nothing moves when it comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Image {
    /// Its address: `https:`, `http:` or a path on the support origin.
    pub src: String,
    /// Width in pixels.
    #[serde(default)]
    pub width: Option<u32>,
    /// Height in pixels.
    #[serde(default)]
    pub height: Option<u32>,
}

/// An amount of money in the smallest unit (paisa, cent).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Price {
    /// What it costs now.
    pub amount: i64,
    /// What it cost before, if that was more.
    #[serde(default)]
    pub was: Option<i64>,
    /// ISO 4217 code, when it is not the shop's currency.
    #[serde(default)]
    pub currency: Option<String>,
}

/// Can it be had?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// Now.
    InStock,
    /// Made or fetched on order.
    Preorder,
    /// Not now.
    OutOfStock,
}

/// A property of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attribute {
    /// Such as `Size`.
    pub name: String,
    /// Such as `M, L, XL`.
    pub value: String,
}
