//! Hints that something changed. A hint carries no data: who hears one reads the rows after its cursor.

use alap_protocol::id::{ConversationId, ShopId};
use serde::{Deserialize, Serialize};
use sqlx::postgres::PgListener;
use tokio::sync::broadcast;
use uuid::Uuid;

/// The channel on which PostgreSQL carries hints between nodes.
pub(crate) const CHANNEL: &str = "alap";
/// Hints that a slow listener may be behind before it is told that it missed some.
const KEPT: usize = 4_096;

/// Something happened. Sent only after it is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A conversation has a new message, or stands otherwise than before.
    Conversation {
        /// Whose.
        shop: ShopId,
        /// Which.
        conversation: ConversationId,
    },
    /// Somebody types, or stopped. Never stored.
    Typing {
        /// Whose.
        shop: ShopId,
        /// Where.
        conversation: ConversationId,
        /// Who.
        who: Typist,
        /// Types now.
        on: bool,
    },
    /// What the shop has learnt changed: so does its pack.
    Learnt {
        /// Whose.
        shop: ShopId,
    },
    /// Hints from other nodes may have been lost: anything may have changed.
    Missed,
}

/// Who types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typist {
    /// The shopper.
    Shopper,
    /// A person of the shop, by the name shown.
    Agent(String),
}

/// What crosses from node to node.
#[derive(Serialize, Deserialize)]
struct Note {
    node: Uuid,
    change: Change,
}

/// Sends hints to this node's listeners, and knows how to write them for other nodes.
#[derive(Clone, Debug)]
pub(crate) struct Hints {
    node: Uuid,
    sender: broadcast::Sender<Change>,
}

impl Hints {
    pub(crate) fn new() -> Self {
        Self { node: Uuid::new_v4(), sender: broadcast::channel(KEPT).0 }
    }

    pub(crate) fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.sender.subscribe()
    }

    /// Tells this node. That nobody listens is no fault.
    pub(crate) fn tell(&self, change: Change) {
        let _nobody_listens = self.sender.send(change);
    }

    /// The text that another node reads.
    pub(crate) fn note(&self, change: &Change) -> Option<String> {
        serde_json::to_string(&Note { node: self.node, change: change.clone() }).ok()
    }

    /// Hears other nodes until the pool closes. A lost connection is made anew, and listeners learn that they missed hints.
    pub(crate) async fn listen(self, mut listener: PgListener) {
        loop {
            match listener.try_recv().await {
                Ok(Some(notification)) => match serde_json::from_str::<Note>(notification.payload()) {
                    Ok(note) if note.node != self.node => self.tell(note.change),
                    Ok(_own) => {}
                    Err(_) => tracing::warn!("a hint from another node was not understood"),
                },
                Ok(None) => self.tell(Change::Missed),
                Err(sqlx::Error::PoolClosed) => return,
                Err(error) => {
                    tracing::warn!(%error, "hints from other nodes are lost for a moment");
                    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                }
            }
        }
    }
}
