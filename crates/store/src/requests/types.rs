//! What goes into the store, and what comes out of it, where the contract has no shape for it.

use std::{collections::HashMap, fmt};

use alap_deal::{Deal, rules::PriceRules};
use alap_protocol::{
    answer::{Answers, SummaryLine},
    deal::DealState,
    form::FormKind,
    id::{FormId, ProductId, RequestId},
    locale::{Locale, Localized},
    request::RequestLine,
};
use uuid::Uuid;

/// A filled-in form that was checked.
#[derive(Clone, Debug)]
pub struct RequestDraft {
    /// Its name, made by the device.
    pub id: RequestId,
    /// Which form.
    pub form: FormId,
    /// What it is for.
    pub kind: FormKind,
    /// What it is called.
    pub title: Localized,
    /// The product that it is about.
    pub product: Option<ProductId>,
    /// The language that it was filled in.
    pub locale: Locale,
    /// What was answered.
    pub answers: Answers,
    /// The same as both sides see it.
    pub lines: Vec<SummaryLine>,
    /// The shop's conditions.
    pub terms: Localized,
    /// The time to book: when it begins, in milliseconds since 1970 UTC, for how many minutes, and how many minutes before it
    /// both sides are reminded; 0 for never.
    pub slot: Option<(i64, u16, u16)>,
    /// The mobile number that was answered: `+8801712345678`.
    pub phone: Option<String>,
    /// What one piece comes to, in the smallest unit: what the seller's rules look at; none where a person has to.
    pub unit_price: Option<i64>,
    /// SHA-256 of the request as it came: the same id with the same hash is the same request.
    pub body_hash: String,
}

/// What the store has to know of the shop while a deed is done.
#[derive(Clone)]
pub struct House {
    /// The shop's own day, as `YYYY-MM-DD`.
    pub today: String,
    /// The advance that the shop asks for where an offer says nothing of it, in percent; 0 for none.
    pub advance_percent: u8,
    /// What the server may answer by itself.
    pub rules: PriceRules,
    /// The prices of the catalogue, in the smallest unit.
    pub prices: HashMap<ProductId, i64>,
    /// Reads a mobile number.
    pub mobile: fn(&str) -> Option<String>,
}

/// The rules are the seller's secret: they are never shown.
impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("House").field("today", &self.today).finish_non_exhaustive()
    }
}

/// Which requests are listed.
#[derive(Clone, Copy, Debug, Default)]
pub struct RequestFilter {
    /// Only those of this kind.
    pub kind: Option<FormKind>,
    /// Only those that stand so.
    pub state: Option<DealState>,
}

/// A request with all that is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedRequest {
    /// How it stands.
    pub line: RequestLine,
    /// What was answered.
    pub lines: Vec<SummaryLine>,
    /// What happened to it.
    pub deal: Deal,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Its kind: `image/webp`.
    pub mime: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// An address that is told of every step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    /// Which.
    pub id: Uuid,
    /// Where to.
    pub url: String,
    /// When it was added, in milliseconds since 1970 UTC.
    pub created_at: i64,
    /// Nothing is sent there any more.
    pub disabled: bool,
}

/// Something to send.
#[derive(Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The `webhook-id`: the same at every try.
    pub id: Uuid,
    /// By which webhook.
    pub webhook: Uuid,
    /// Where to.
    pub url: String,
    /// What signs it.
    pub secret: Vec<u8>,
    /// The body: [`alap_protocol::webhook::Notice`] as JSON.
    pub body: String,
    /// How often it was tried before.
    pub tries: u32,
    /// When the step was written, in milliseconds since 1970 UTC.
    pub at: i64,
}

/// Neither the secret nor what people wrote is shown.
impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery").field("id", &self.id).field("tries", &self.tries).finish_non_exhaustive()
    }
}

/// What has become of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// To be sent, or sent again.
    Waiting,
    /// Taken.
    Delivered,
    /// Given up.
    Failed,
}

impl DeliveryState {
    /// The word used in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Delivered, Self::Failed].into_iter().find(|state| state.as_str() == word)
    }
}

/// A delivery as the seller sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryLine {
    /// The `webhook-id`.
    pub id: Uuid,
    /// By which webhook.
    pub webhook: Uuid,
    /// What it tells: `request.accepted`.
    pub kind: String,
    /// What has become of it.
    pub state: DeliveryState,
    /// How often it was tried.
    pub tries: u32,
    /// The last answer's HTTP status.
    pub status: Option<u16>,
    /// Why the last try failed.
    pub why: Option<String>,
    /// When it is tried again, in milliseconds since 1970 UTC.
    pub next_at: Option<i64>,
    /// When the step was written.
    pub at: i64,
}

#[cfg(test)]
mod tests {
    use alap_deal::rules::Share;

    use super::*;

    #[test]
    fn neither_a_floor_nor_a_secret_is_ever_shown() {
        let usual = Some(Share { floor_percent: 77, accept_percent: 88, rounds: 3 });
        let house = House {
            today: "2027-01-15".into(),
            advance_percent: 10,
            rules: PriceRules { usual, ..PriceRules::default() },
            prices: HashMap::new(),
            mobile: |_| None,
        };
        assert_eq!(format!("{house:?}"), "House { today: \"2027-01-15\", .. }");
        let delivery = Delivery {
            id: Uuid::nil(),
            webhook: Uuid::nil(),
            url: "https://crm.example/?token=1".into(),
            secret: vec![7],
            body: "{}".into(),
            tries: 0,
            at: 1,
        };
        let shown = "Delivery { id: 00000000-0000-0000-0000-000000000000, tries: 0, .. }";
        assert_eq!(format!("{delivery:?}"), shown);
    }
}
