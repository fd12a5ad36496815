//! What the shop's people do with questions that found no answer.

use alap_protocol::{
    id::{EntryId, ShopId},
    learning::{MissedQuestion, QuestionKey},
    limits::LESSON_QUESTIONS,
    message::Body,
};
use sqlx::{AnyConnection, Row as _, any::AnyRow};

use crate::{
    Store, StoreError,
    conversation::{number, sequence},
    missed::{QuestionState, prune, read_body},
    transaction::Step,
};

/// A question that is open, and what a person said first after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedQuestion {
    /// The question.
    pub question: MissedQuestion,
    /// The first words of a person of the shop behind it, in the same conversation.
    pub reply: Option<String>,
}

impl Store {
    /// The newest open questions, the newest first; at most [`LESSON_QUESTIONS`].
    pub async fn missed_questions(&self, shop: &ShopId) -> Result<Vec<AskedQuestion>, StoreError> {
        let rows = sqlx::query(
            "SELECT q.conversation, q.seq, q.words, q.asked_at, q.entry, \
             (SELECT m.body FROM messages m WHERE m.conversation = q.conversation AND m.seq > q.seq \
             AND m.author LIKE '{\"agent\":%' AND m.body LIKE '{\"text\":%' ORDER BY m.seq LIMIT 1) AS reply \
             FROM missed_questions q WHERE q.shop = $1 AND q.state = 'open' \
             ORDER BY q.asked_at DESC, q.conversation, q.seq LIMIT $2",
        )
        .bind(shop.as_str())
        .bind(i64::try_from(LESSON_QUESTIONS).unwrap_or(i64::MAX))
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(asked).collect()
    }

    /// These are not for the FAQ. Those that were dismissed already stay so; one that was learnt is a conflict.
    pub async fn dismiss_questions(&self, shop: &ShopId, keys: &[QuestionKey]) -> Result<(), StoreError> {
        self.settle_only(shop, keys, QuestionState::Dismissed).await
    }

    /// Takes a dismissal back.
    pub async fn reopen_questions(&self, shop: &ShopId, keys: &[QuestionKey]) -> Result<(), StoreError> {
        self.settle_only(shop, keys, QuestionState::Open).await
    }

    async fn settle_only(
        &self,
        shop: &ShopId,
        keys: &[QuestionKey],
        to: QuestionState,
    ) -> Result<(), StoreError> {
        self.take(&Settle { shop, keys, to }, None).await
    }
}

struct Settle<'a> {
    shop: &'a ShopId,
    keys: &'a [QuestionKey],
    to: QuestionState,
}

impl Step for Settle<'_> {
    type Done = ();

    async fn run(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        let from = [QuestionState::Open, QuestionState::Dismissed];
        settle(connection, self.shop, self.keys, from, self.to).await
    }
}

/// Moves questions from one of two states into another: all of them, or none. Who else wants one of them waits until the
/// transaction ends, and then finds it moved.
pub(crate) async fn settle(
    connection: &mut AnyConnection,
    shop: &ShopId,
    keys: &[QuestionKey],
    [from, or_from]: [QuestionState; 2],
    to: QuestionState,
) -> Result<(), StoreError> {
    // In one order everywhere, so that two transactions never wait for each other in a ring.
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    keys.dedup();
    for key in &keys {
        let moved = sqlx::query(
            "UPDATE missed_questions SET state = $1 WHERE conversation = $2 AND seq = $3 AND shop = $4 \
             AND (state = $5 OR state = $6)",
        )
        .bind(to.as_str())
        .bind(key.conversation.to_string())
        .bind(number(key.seq))
        .bind(shop.as_str())
        .bind(from.as_str())
        .bind(or_from.as_str())
        .execute(&mut *connection)
        .await?;
        if moved.rows_affected() == 0 {
            return Err(why_not(connection, shop, key).await?);
        }
    }
    prune(connection, shop, to).await
}

/// Is it not there, or was it settled otherwise?
async fn why_not(
    connection: &mut AnyConnection,
    shop: &ShopId,
    key: &QuestionKey,
) -> Result<StoreError, StoreError> {
    let row =
        sqlx::query("SELECT state FROM missed_questions WHERE conversation = $1 AND seq = $2 AND shop = $3")
            .bind(key.conversation.to_string())
            .bind(number(key.seq))
            .bind(shop.as_str())
            .fetch_optional(connection)
            .await?;
    Ok(row.map_or(StoreError::NotFound, |_| StoreError::Settled))
}

fn asked(row: &AnyRow) -> Result<AskedQuestion, StoreError> {
    let corrupt = || StoreError::Corrupt("question");
    let reply = match row.try_get::<Option<String>, _>("reply")? {
        None => None,
        Some(body) => match read_body(&body)? {
            Body::Text { text } => Some(text.into()),
            Body::Answer { .. }
            | Body::Feedback { .. }
            | Body::Viewed { .. }
            | Body::Moment { .. }
            | Body::Event { .. }
            | Body::Step { .. } => None,
        },
    };
    let conversation = row.try_get::<String, _>("conversation")?.parse().map_err(|_| corrupt())?;
    let entry = row.try_get::<Option<String>, _>("entry")?.map(EntryId::parse).transpose();
    Ok(AskedQuestion {
        question: MissedQuestion {
            key: QuestionKey { conversation, seq: sequence(row, "seq")? },
            text: row.try_get("words")?,
            at: row.try_get("asked_at")?,
            entry: entry.map_err(|_| corrupt())?,
        },
        reply,
    })
}
