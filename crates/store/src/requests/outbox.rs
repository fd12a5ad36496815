//! What is to be told to webhooks, noted in the transaction that writes the step.

use alap_protocol::{
    deal::Step,
    id::Sequence,
    message::Author,
    webhook::{Notice, NoticeData},
};
use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use super::row::{Request, to_json};
use crate::{StoreError, conversation::number};

/// Notes a step for every webhook of the shop.
pub(super) async fn put(
    connection: &mut AnyConnection,
    request: &Request,
    (seq, by, step): (Sequence, &Author, Step),
    now: i64,
) -> Result<(), StoreError> {
    let webhooks = sqlx::query("SELECT id FROM webhooks WHERE shop = $1 AND disabled = 0")
        .bind(request.shop.as_str())
        .fetch_all(&mut *connection)
        .await?;
    if webhooks.is_empty() {
        return Ok(());
    }
    let notice = Notice {
        kind: format!("request.{}", step.name()),
        timestamp: now,
        data: NoticeData {
            shop: request.shop.clone(),
            conversation: request.conversation,
            request: request.id,
            seq,
            state: request.state(),
            by: by.clone(),
            step,
        },
    };
    let body = to_json(&notice)?;
    for webhook in webhooks {
        sqlx::query(
            "INSERT INTO webhook_deliveries (id, webhook, shop, kind, seq, body, state, next_at, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $7)",
        )
        .bind(Uuid::new_v4().to_string())
        .bind(webhook.try_get::<String, _>("id")?)
        .bind(request.shop.as_str())
        .bind(notice.kind.clone())
        .bind(number(seq))
        .bind(body.clone())
        .bind(now)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}
