//! The rows of what was learnt, inside a transaction.

use alap_protocol::{
    id::{EntryId, ShopId},
    learning::{EntryText, LearntKind},
    limits::SHOP_LEARNT,
    locale::Localized,
};
use sqlx::{AnyConnection, Row as _, any::AnyRow};

use crate::{Agent, StoreError, learnt::Learnt};

/// Adds what was learnt. False if there is something of this id.
pub(crate) async fn insert(
    connection: &mut AnyConnection,
    agent: &Agent,
    entry: &EntryId,
    kind: LearntKind,
    text: &EntryText,
    now: i64,
) -> Result<bool, StoreError> {
    let kept: i64 =
        sqlx::query("SELECT COUNT(*) AS kept FROM learnt_entries WHERE shop = $1 AND entry <> $2")
            .bind(agent.shop.as_str())
            .bind(entry.as_str())
            .fetch_one(&mut *connection)
            .await?
            .try_get("kept")?;
    if kept >= i64::from(SHOP_LEARNT) {
        return Err(StoreError::TooMuchLearnt);
    }
    let made = sqlx::query(
        "INSERT INTO learnt_entries (shop, entry, kind, variants, agent, created_at, changed_at) \
         VALUES ($1, $2, $3, '[]', $4, $5, $5) ON CONFLICT (shop, entry) DO NOTHING",
    )
    .bind(agent.shop.as_str())
    .bind(entry.as_str())
    .bind(kind_word(kind))
    .bind(agent.id.to_string())
    .bind(now)
    .execute(&mut *connection)
    .await?;
    if made.rows_affected() == 0 {
        return Ok(false);
    }
    write(connection, agent, entry, kind, text, now).await?;
    Ok(true)
}

pub(crate) async fn write(
    connection: &mut AnyConnection,
    agent: &Agent,
    entry: &EntryId,
    kind: LearntKind,
    text: &EntryText,
    now: i64,
) -> Result<(), StoreError> {
    let variants = serde_json::to_string(&text.variants).map_err(|_| StoreError::Corrupt("variants"))?;
    sqlx::query(
        "UPDATE learnt_entries SET kind = $1, question_bn = $2, question_en = $3, answer_bn = $4, answer_en = $5, \
         variants = $6, agent = $7, changed_at = $8 WHERE shop = $9 AND entry = $10",
    )
    .bind(kind_word(kind))
    .bind(text.question.bn.clone())
    .bind(text.question.en.clone())
    .bind(text.answer.bn.clone())
    .bind(text.answer.en.clone())
    .bind(variants)
    .bind(agent.id.to_string())
    .bind(now)
    .bind(agent.shop.as_str())
    .bind(entry.as_str())
    .execute(connection)
    .await?;
    Ok(())
}

/// The kind of what is kept under an id, its row locked by an update that changes nothing.
pub(crate) async fn kind_of(
    connection: &mut AnyConnection,
    shop: &ShopId,
    entry: &EntryId,
) -> Result<Option<LearntKind>, StoreError> {
    let row =
        sqlx::query("UPDATE learnt_entries SET kind = kind WHERE shop = $1 AND entry = $2 RETURNING kind")
            .bind(shop.as_str())
            .bind(entry.as_str())
            .fetch_optional(connection)
            .await?;
    row.map(|row| read_kind(&row)).transpose()
}

pub(crate) async fn words_of(
    connection: &mut AnyConnection,
    shop: &ShopId,
    entry: &EntryId,
) -> Result<EntryText, StoreError> {
    let row = sqlx::query(
        "SELECT question_bn, question_en, answer_bn, answer_en, variants FROM learnt_entries WHERE shop = $1 AND entry = $2",
    )
    .bind(shop.as_str())
    .bind(entry.as_str())
    .fetch_one(connection)
    .await?;
    words(&row)
}

/// Reads a row with its agent's `name`.
pub(crate) fn learnt(row: &AnyRow) -> Result<Learnt, StoreError> {
    let entry = EntryId::parse(row.try_get::<String, _>("entry")?);
    Ok(Learnt {
        entry: entry.map_err(|_| StoreError::Corrupt("entry"))?,
        kind: read_kind(row)?,
        text: words(row)?,
        by: row.try_get("name")?,
        at: row.try_get("changed_at")?,
    })
}

fn words(row: &AnyRow) -> Result<EntryText, StoreError> {
    let variants = serde_json::from_str(&row.try_get::<String, _>("variants")?);
    Ok(EntryText {
        question: Localized { bn: row.try_get("question_bn")?, en: row.try_get("question_en")? },
        answer: Localized { bn: row.try_get("answer_bn")?, en: row.try_get("answer_en")? },
        variants: variants.map_err(|_| StoreError::Corrupt("variants"))?,
    })
}

fn read_kind(row: &AnyRow) -> Result<LearntKind, StoreError> {
    match row.try_get::<String, _>("kind")?.as_str() {
        "entry" => Ok(LearntKind::Entry),
        "variants" => Ok(LearntKind::Variants),
        _ => Err(StoreError::Corrupt("kind of entry")),
    }
}

fn kind_word(kind: LearntKind) -> &'static str {
    match kind {
        LearntKind::Entry => "entry",
        LearntKind::Variants => "variants",
    }
}
