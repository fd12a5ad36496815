//! How a talk stands.

use serde::{Deserialize, Serialize};

use crate::{
    id::{AgentId, ConversationId, Sequence},
    locale::Locale,
    message::Message,
};

/// Who has to act next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConversationState {
    /// The shopper waits for a person, and nobody has taken it up.
    Waiting,
    /// A person has it.
    Open,
    /// Done. A new message from the shopper makes it wait again.
    Closed,
}

impl ConversationState {
    /// The word used on the wire and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Open, Self::Closed].into_iter().find(|state| state.as_str() == word)
    }
}

/// What the shopper's device may know of its conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConversationView {
    /// Which.
    pub id: ConversationId,
    /// Who has to act.
    pub state: ConversationState,
    /// The newest message's place.
    pub head: Sequence,
    /// The person who has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_name: Option<String>,
    /// How far the shopper has read.
    pub shopper_seen: Sequence,
    /// How far the shop has read.
    pub agent_seen: Sequence,
}

/// A line of the inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConversationSummary {
    /// Which.
    pub id: ConversationId,
    /// Who has to act.
    pub state: ConversationState,
    /// The newest message's place.
    pub head: Sequence,
    /// The newest message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Message>,
    /// The person who has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<AgentId>,
    /// That person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee_name: Option<String>,
    /// How far the shop has read.
    pub agent_seen: Sequence,
    /// How far the shopper has read.
    pub shopper_seen: Sequence,
    /// The language that the shopper chose.
    pub locale: Locale,
    /// The page that the shopper was on when the talk began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<PageContext>,
    /// Since when the shopper waits for a person, in milliseconds since 1970 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<i64>,
    /// When it began.
    pub created_at: i64,
    /// When it last changed.
    pub updated_at: i64,
}

/// The shop page that the shopper is on. Shared with the shop only when a conversation is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PageContext {
    /// Its address.
    pub url: String,
    /// Its title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The product that it shows, by SKU, when the page says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Who the page says that the shopper is: `alap('identify', …)`. A page can say anything; it proves nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shopper: Option<PageShopper>,
}

/// Who a shop page says that the shopper is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PageShopper {
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

impl PageShopper {
    /// What is known, in the order name, phone, e-mail.
    pub fn facts(&self) -> [Option<&str>; 3] {
        [self.name.as_deref(), self.phone.as_deref(), self.email.as_deref()]
    }
}
