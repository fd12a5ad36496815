//! Questions that found no answer, noted in the transaction that writes the message which says so.

use alap_protocol::{
    id::{ClientId, ConversationId, EntryId, Sequence, ShopId},
    learning::shortened,
    limits::{CONVERSATION_MISSED, SHOP_MISSED},
    message::{Author, Body, NewMessage},
};
use sqlx::{AnyConnection, Row as _};

use crate::{
    StoreError,
    conversation::{Conversation, number, sequence},
};

/// What has become of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuestionState {
    Open,
    Dismissed,
    Learnt,
}

impl QuestionState {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Dismissed => "dismissed",
            Self::Learnt => "learnt",
        }
    }
}

/// Notes what a message says of the question before it: that it had no answer, or whether the answer helped.
pub(crate) async fn note(
    connection: &mut AnyConnection,
    row: &Conversation,
    message: &NewMessage,
    seq: Sequence,
) -> Result<(), StoreError> {
    match &message.body {
        Body::Answer { missed: true, entry, .. } => {
            let missed = Missed { seq, answer: message.client_id, entry: entry.clone() };
            open(connection, row, &missed).await
        }
        Body::Feedback { answer, helped: false } => match answer_of(connection, row.id, *answer).await? {
            Some(missed) => open(connection, row, &missed).await,
            None => Ok(()),
        },
        Body::Feedback { answer, helped: true } => take_back(connection, row.id, *answer).await,
        Body::Answer { missed: false, .. }
        | Body::Text { .. }
        | Body::Viewed { .. }
        | Body::Moment { .. }
        | Body::Event { .. }
        | Body::Step { .. } => Ok(()),
    }
}

/// Forgets the oldest of a shop's questions that stand so, beyond what it keeps.
pub(crate) async fn prune(
    connection: &mut AnyConnection,
    shop: &ShopId,
    state: QuestionState,
) -> Result<(), StoreError> {
    sqlx::query(
        "DELETE FROM missed_questions WHERE shop = $1 AND state = $2 AND asked_at < (SELECT asked_at FROM missed_questions \
         WHERE shop = $1 AND state = $2 ORDER BY asked_at DESC LIMIT 1 OFFSET $3)",
    )
    .bind(shop.as_str())
    .bind(state.as_str())
    .bind(i64::from(SHOP_MISSED) - 1)
    .execute(connection)
    .await?;
    Ok(())
}

/// An answer that was none, or did not help.
struct Missed {
    seq: Sequence,
    answer: ClientId,
    entry: Option<EntryId>,
}

async fn answer_of(
    connection: &mut AnyConnection,
    conversation: ConversationId,
    answer: ClientId,
) -> Result<Option<Missed>, StoreError> {
    let row = sqlx::query("SELECT seq, body FROM messages WHERE conversation = $1 AND client_id = $2")
        .bind(conversation.to_string())
        .bind(answer.to_string())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(match read_body(&row.try_get::<String, _>("body")?)? {
        Body::Answer { entry, .. } => Some(Missed { seq: sequence(&row, "seq")?, answer, entry }),
        Body::Text { .. }
        | Body::Feedback { .. }
        | Body::Viewed { .. }
        | Body::Moment { .. }
        | Body::Event { .. }
        | Body::Step { .. } => None,
    })
}

/// The question is the last that the shopper wrote before the answer. One that was settled stays settled.
async fn open(connection: &mut AnyConnection, row: &Conversation, missed: &Missed) -> Result<(), StoreError> {
    let shopper = serde_json::to_string(&Author::Shopper {}).map_err(|_| StoreError::Corrupt("author"))?;
    let question = sqlx::query(
        "SELECT seq, body, written_at FROM messages WHERE conversation = $1 AND seq < $2 AND author = $3 \
         AND body LIKE '{\"text\":%' ORDER BY seq DESC LIMIT 1",
    )
    .bind(row.id.to_string())
    .bind(number(missed.seq))
    .bind(shopper)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(question) = question else { return Ok(()) };
    let Body::Text { text } = read_body(&question.try_get::<String, _>("body")?)? else { return Ok(()) };
    let already: i64 =
        sqlx::query("SELECT COUNT(*) AS already FROM missed_questions WHERE conversation = $1")
            .bind(row.id.to_string())
            .fetch_one(&mut *connection)
            .await?
            .try_get("already")?;
    if already >= i64::from(CONVERSATION_MISSED) {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO missed_questions (conversation, seq, shop, words, asked_at, answer, entry, state) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'open') ON CONFLICT (conversation, seq) DO UPDATE \
         SET answer = excluded.answer, entry = COALESCE(excluded.entry, missed_questions.entry)",
    )
    .bind(row.id.to_string())
    .bind(number(sequence(&question, "seq")?))
    .bind(row.shop.as_str())
    .bind(shortened(text.as_str()))
    .bind(question.try_get::<i64, _>("written_at")?)
    .bind(missed.answer.to_string())
    .bind(missed.entry.as_ref().map(|entry| entry.as_str().to_owned()))
    .execute(&mut *connection)
    .await?;
    prune(connection, &row.shop, QuestionState::Open).await
}

/// The answer helped after all: its question is no longer open.
async fn take_back(
    connection: &mut AnyConnection,
    conversation: ConversationId,
    answer: ClientId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM missed_questions WHERE conversation = $1 AND answer = $2 AND state = 'open'")
        .bind(conversation.to_string())
        .bind(answer.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

pub(crate) fn read_body(json: &str) -> Result<Body, StoreError> {
    serde_json::from_str(json).map_err(|_| StoreError::Corrupt("message"))
}
