//! Frames of the two sockets, as JSON texts. A push is a hint: the truth is fetched after a cursor.
//!
//! The shopper's socket is `/api/v1/socket`; its first frame must be [`ShopperFrame::Hello`]. The agents' socket is
//! `/api/v1/agent/socket`, proved by the session cookie. A close code of 1008 means "broke the rules", 1009 "too
//! large", 1012 "the server restarts".

use serde::{Deserialize, Serialize};

use crate::{
    conversation::{ConversationSummary, ConversationView},
    error::ErrorBody,
    id::{ClientId, ConversationId, Sequence},
    message::{Ack, Message, NewMessage},
};

/// From the shopper's device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ShopperFrame {
    /// Proves the conversation and says how far the device is.
    Hello {
        /// Which conversation.
        conversation: ConversationId,
        /// The secret that the device made, in hexadecimal.
        secret: String,
        /// The last message that it has.
        after: Sequence,
        /// [`crate::limits::PROTOCOL_VERSION`] of the device.
        protocol: u16,
    },
    /// A message.
    Send {
        /// As it lies in the outbox.
        message: NewMessage,
    },
    /// The shopper types, or stopped.
    Typing {
        /// Types now.
        on: bool,
    },
    /// Read so far.
    Seen {
        /// The last message read.
        up_to: Sequence,
    },
    /// Is anybody there?
    Ping {},
}

/// To the shopper's device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ShopperPush {
    /// The hello was right. The messages after the cursor follow.
    Welcome {
        /// How the conversation stands.
        conversation: ConversationView,
        /// The server's [`crate::limits::PROTOCOL_VERSION`].
        protocol: u16,
        /// The cursor lay past the head: drop what is there, the messages follow from the first.
        reset: bool,
    },
    /// A message.
    Message {
        /// The next in order, unless one was missed: then fetch after the cursor.
        message: Message,
    },
    /// A message of this device is on disk.
    Ack {
        /// Which, and where.
        ack: Ack,
    },
    /// A message of this device was refused for good.
    Refused {
        /// Which.
        client_id: ClientId,
        /// Why.
        error: ErrorBody,
    },
    /// Somebody of the shop types, or stopped.
    Typing {
        /// Types now.
        on: bool,
        /// Who.
        name: String,
    },
    /// The conversation changed: taken up, closed, read.
    Conversation {
        /// How it stands.
        conversation: ConversationView,
    },
    /// The last frame was not understood, or came too fast.
    Error {
        /// Why.
        error: ErrorBody,
    },
    /// Somebody is.
    Pong {},
}

/// From an agent's browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AgentFrame {
    /// The agent types in a conversation, or stopped.
    Typing {
        /// Where.
        conversation: ConversationId,
        /// Types now.
        on: bool,
    },
    /// Is anybody there?
    Ping {},
}

/// To an agent's browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AgentPush {
    /// The session is good; pushes follow. Fetch the list again: something may have been missed.
    Welcome {
        /// The server's [`crate::limits::PROTOCOL_VERSION`].
        protocol: u16,
    },
    /// A conversation is new or changed.
    Conversation {
        /// How it stands now.
        summary: Box<ConversationSummary>,
    },
    /// The shopper types, or stopped.
    Typing {
        /// Where.
        conversation: ConversationId,
        /// Types now.
        on: bool,
    },
    /// The last frame was not understood, or came too fast.
    Error {
        /// Why.
        error: ErrorBody,
    },
    /// Somebody is.
    Pong {},
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_its_name_and_its_fields() {
        let frame = ShopperFrame::Typing { on: true };
        assert_eq!(serde_json::to_string(&frame).unwrap(), r#"{"typing":{"on":true}}"#);
        assert!(serde_json::from_str::<ShopperFrame>(r#"{"typing":{"on":true,"x":1}}"#).is_err());
    }
}
