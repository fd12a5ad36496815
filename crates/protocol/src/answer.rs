//! Answers to the questions of a form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{PhotoId, ProductId, QuestionId};

/// The answers of one form, by question.
pub type Answers = BTreeMap<QuestionId, Answer>;

/// One answer. The question's kind says which of these it has to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// Words.
    Text(String),
    /// The names of what was chosen, in the order of the list.
    Choices(Vec<String>),
    /// A number, in thousandths.
    Number(i64),
    /// A day as `YYYY-MM-DD`.
    Date(String),
    /// An amount in the smallest unit of the shop's currency.
    Money(i64),
    /// A mobile number: `+8801712345678`.
    Phone(String),
    /// Where to deliver.
    Address(Address),
    /// Photos of this conversation.
    Photos(Vec<PhotoId>),
    /// Products of the catalogue.
    Products(Vec<ProductId>),
    /// Ticked or not.
    Consent(bool),
    /// When it begins, in milliseconds since 1970 UTC.
    Slot(i64),
}

/// A place to deliver to. The words count; the areas help to sort, and none of them is asked for by force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// House, road, village, landmark: 1 to 300 characters.
    pub words: String,
    /// The division, by its number in the list of places.
    #[serde(default)]
    pub division: Option<u16>,
    /// The district.
    #[serde(default)]
    pub district: Option<u16>,
    /// The upazila or thana.
    #[serde(default)]
    pub upazila: Option<u16>,
}

/// One line of what both sides see of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SummaryLine {
    /// The question, or the name of a computed value.
    pub question: QuestionId,
    /// What was asked.
    pub label: crate::locale::Localized,
    /// What was answered, as people read it.
    pub value: crate::locale::Localized,
    /// The photos of the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<PhotoId>,
}
