//! The agents' side over HTTP. A session cookie proves who asks.
//!
//! | request | body → answer |
//! |---|---|
//! | `POST /api/v1/agent/login` | [`Login`] → [`AgentView`], sets the cookie |
//! | `POST /api/v1/agent/logout` | → 204 |
//! | `GET /api/v1/agent/me` | → [`AgentView`] |
//! | `GET /api/v1/agent/agents` | → `Vec<`[`AgentView`]`>`: who can be assigned |
//! | `GET /api/v1/agent/shop` | → [`ShopReport`]: is the shop folder sound? |
//! | `GET /api/v1/agent/conversations?state=…` | → [`ConversationList`] |
//! | `GET /api/v1/agent/conversations/{id}` | → [`crate::conversation::ConversationSummary`] |
//! | `GET /api/v1/agent/conversations/{id}/messages?after=N` | → [`crate::shopper::MessagePage`] |
//! | `POST /api/v1/agent/conversations/{id}/messages` | [`crate::message::NewMessage`] → [`crate::message::Ack`] |
//! | `POST /api/v1/agent/conversations/{id}/assign` | [`Assign`] → [`crate::conversation::ConversationSummary`] |
//! | `POST /api/v1/agent/conversations/{id}/close` | → [`crate::conversation::ConversationSummary`] |
//! | `POST /api/v1/agent/conversations/{id}/reopen` | → [`crate::conversation::ConversationSummary`] |
//! | `POST /api/v1/agent/conversations/{id}/seen` | [`crate::shopper::Seen`] → 204 |

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{conversation::ConversationSummary, id::AgentId};

/// A name and a password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Login {
    /// The login name.
    pub login: String,
    /// The password, as typed.
    pub password: String,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login").field("login", &self.login).finish_non_exhaustive()
    }
}

/// A person who answers, as other people of the shop see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AgentView {
    /// Which.
    pub id: AgentId,
    /// The login name.
    pub login: String,
    /// The name that shoppers see.
    pub name: String,
    /// The shop's name, in each language.
    pub shop: crate::locale::Localized,
}

/// The inbox's list, the longest waiting first, then the latest changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConversationList {
    /// At most 200.
    pub conversations: Vec<ConversationSummary>,
    /// The server's time, in milliseconds since 1970 UTC: waiting times are counted from it.
    pub now: i64,
}

/// Hands a conversation to a person, or to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// To whom; `null` gives it back to the queue.
    pub agent: Option<AgentId>,
}

/// How the shop folder stands, for its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShopReport {
    /// Which shop: its pack has the names and pictures that the inbox shows.
    pub shop: crate::id::ShopId,
    /// The version of the pack that shoppers get.
    pub version: String,
    /// False while the folder has an error: then shoppers get the last good version.
    pub current: bool,
    /// The mistakes in the folder.
    pub faults: Vec<ShopFault>,
}

/// A mistake in the shop folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShopFault {
    /// The file, as a path inside the folder.
    pub file: String,
    /// The line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// An error keeps the folder from being served; otherwise it is only a warning.
    pub error: bool,
    /// What is wrong and what to do, in both languages.
    pub sentence: crate::locale::Localized,
}
