//! The shopper's side over HTTP. The bearer secret that the device made proves the conversation.
//!
//! | request | body → answer |
//! |---|---|
//! | `GET /api/v1/shops/{shop}/pack` | → [`crate::pack::ShopPack`], with an `ETag` |
//! | `PUT /api/v1/shops/{shop}/conversations/{id}` | [`OpenConversation`] → [`crate::conversation::ConversationView`] |
//! | `GET /api/v1/conversations/{id}/messages?after=N` | → [`MessagePage`] |
//! | `POST /api/v1/conversations/{id}/messages` | [`crate::message::NewMessage`] → [`crate::message::Ack`] |
//! | `POST /api/v1/conversations/{id}/seen` | [`Seen`] → 204 |
//!
//! A wrong secret and an unknown conversation get the same 404.

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{ConversationView, PageContext},
    id::Sequence,
    locale::Locale,
    message::Message,
};

/// Opens a conversation, or finds it open already: the same id with the same secret is the same conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenConversation {
    /// The language that the shopper chose.
    pub locale: Locale,
    /// The page that the shopper is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<PageContext>,
}

/// Part of a conversation, in order and without a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MessagePage {
    /// The messages after the cursor, at most [`crate::limits::PAGE_MESSAGES`].
    pub messages: Vec<Message>,
    /// How the conversation stands; `conversation.head` says whether there is more.
    pub conversation: ConversationView,
    /// The cursor lay past the head: these messages start from the first, and what the device had is to be dropped.
    pub reset: bool,
}

/// "I have read so far."
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The last message read.
    pub up_to: Sequence,
}
