//! What both sides read: pages of messages, and how a conversation stands.

use alap_protocol::{
    conversation::ConversationView,
    id::{ConversationId, Sequence},
    limits::PAGE_MESSAGES,
    message::Message,
    shopper::MessagePage,
};
use sqlx::{AnyPool, Row as _, any::AnyRow};

use crate::{
    StoreError,
    conversation::{Conversation, number, sequence},
};

/// A conversation with the name of who has it.
pub(crate) struct Standing {
    pub(crate) row: Conversation,
    pub(crate) assignee_name: Option<String>,
}

impl Standing {
    pub(crate) async fn read(pool: &AnyPool, id: ConversationId) -> Result<Self, StoreError> {
        let row = sqlx::query(
            "SELECT c.id, c.shop, c.secret_hash, c.state, c.locale, c.page, c.head, c.shopper_seen, c.agent_seen, \
             c.assignee, c.waiting_since, c.created_at, c.updated_at, a.name AS assignee_name \
             FROM conversations c LEFT JOIN agents a ON a.id = c.assignee WHERE c.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(pool)
        .await?
        .ok_or(StoreError::NotFound)?;
        Self::from_row(&row)
    }

    pub(crate) fn from_row(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self { row: Conversation::from_row(row)?, assignee_name: row.try_get("assignee_name")? })
    }

    pub(crate) fn view(self) -> ConversationView {
        ConversationView {
            id: self.row.id,
            state: self.row.state,
            head: self.row.head,
            agent_name: self.assignee_name,
            shopper_seen: self.row.shopper_seen,
            agent_seen: self.row.agent_seen,
        }
    }

    /// The messages after a cursor. Never beyond the head that was read with the rest, so that page and view agree.
    pub(crate) async fn page(self, pool: &AnyPool, after: Sequence) -> Result<MessagePage, StoreError> {
        let reset = after > self.row.head;
        let after = if reset { Sequence(0) } else { after };
        let rows = sqlx::query(
            "SELECT seq, client_id, author, body, written_at FROM messages \
             WHERE conversation = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4",
        )
        .bind(self.row.id.to_string())
        .bind(number(after))
        .bind(number(self.row.head))
        .bind(i64::from(PAGE_MESSAGES))
        .fetch_all(pool)
        .await?;
        let messages = rows.iter().map(message).collect::<Result<_, _>>()?;
        Ok(MessagePage { messages, conversation: self.view(), reset })
    }
}

/// Reads a row that has the columns `seq, client_id, author, body, written_at`.
pub(crate) fn message(row: &AnyRow) -> Result<Message, StoreError> {
    let corrupt = |_| StoreError::Corrupt("message");
    Ok(Message {
        seq: sequence(row, "seq")?,
        client_id: row
            .try_get::<String, _>("client_id")?
            .parse()
            .map_err(|_| StoreError::Corrupt("message"))?,
        author: serde_json::from_str(&row.try_get::<String, _>("author")?).map_err(corrupt)?,
        body: serde_json::from_str(&row.try_get::<String, _>("body")?).map_err(corrupt)?,
        at: row.try_get("written_at")?,
    })
}
