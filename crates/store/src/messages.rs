//! Rows of messages, inside a transaction that has the conversation locked.

use alap_protocol::{
    id::{ClientId, ConversationId, Sequence},
    message::{Author, NewMessage},
};
use sqlx::{AnyConnection, Row as _};

use crate::{
    StoreError,
    conversation::{number, sequence},
};

/// A message that stands already.
pub(crate) struct Earlier {
    pub(crate) hash: String,
    pub(crate) seq: Sequence,
    pub(crate) at: i64,
}

/// The message of this name, if there is one.
pub(crate) async fn earlier(
    connection: &mut AnyConnection,
    conversation: ConversationId,
    client_id: ClientId,
) -> Result<Option<Earlier>, StoreError> {
    let row = sqlx::query(
        "SELECT seq, body_hash, written_at FROM messages WHERE conversation = $1 AND client_id = $2",
    )
    .bind(conversation.to_string())
    .bind(client_id.to_string())
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(Earlier {
            hash: row.try_get("body_hash")?,
            seq: sequence(&row, "seq")?,
            at: row.try_get("written_at")?,
        })
    })
    .transpose()
}

/// Writes one.
pub(crate) async fn insert(
    connection: &mut AnyConnection,
    (conversation, seq): (ConversationId, Sequence),
    author: &Author,
    message: &NewMessage,
    hash: String,
    now: i64,
) -> Result<(), StoreError> {
    let json = |value: serde_json::Result<String>| value.map_err(|_| StoreError::Corrupt("message"));
    sqlx::query(
        "INSERT INTO messages (conversation, seq, client_id, body_hash, author, body, written_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(conversation.to_string())
    .bind(number(seq))
    .bind(message.client_id.to_string())
    .bind(hash)
    .bind(json(serde_json::to_string(author))?)
    .bind(json(serde_json::to_string(&message.body))?)
    .bind(now)
    .execute(connection)
    .await?;
    Ok(())
}
