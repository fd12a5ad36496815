//! What proves a conversation. The talk keeps it; whoever sends something into the conversation gets it from there.

use alap_protocol::id::ConversationId;
use serde::{Deserialize, Serialize};

/// The conversation that this device opened, and what proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Credentials {
    pub(crate) conversation: ConversationId,
    pub(crate) secret: String,
}

impl Credentials {
    /// The header `authorization`.
    pub(crate) fn bearer(&self) -> String {
        format!("Bearer {}", self.secret)
    }
}
