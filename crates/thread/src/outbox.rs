//! What was written here and is not confirmed yet.

use alap_protocol::{
    error::ErrorCode,
    message::{Author, NewMessage},
};
use serde::{Deserialize, Serialize};

/// A message of this device that the server has not confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// As it will be sent, byte for byte the same at each try.
    pub message: NewMessage,
    /// Who said it: the shopper, or the bot.
    pub author: Author,
    /// Its place in the outbox: later ones are greater.
    pub order: u64,
    /// When it was written, by the device's clock. For showing only; the server's time counts.
    pub at: i64,
    /// How far it has come.
    pub state: PendingState,
}

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PendingState {
    /// Stays on the device: no conversation has been opened.
    Local,
    /// To be sent, and sent again until it is acknowledged.
    Queued,
    /// On disk at the server, behind messages that this device has not fetched yet.
    Acknowledged,
    /// Refused for good. It stays, so that the words are not lost.
    Refused(ErrorCode),
}
