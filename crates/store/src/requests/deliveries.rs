//! Sending what was noted for webhooks. When to try again is for the caller to say.

use std::collections::HashMap;

use alap_protocol::id::ShopId;
use sqlx::{AnyConnection, Row as _, any::AnyRow};
use uuid::Uuid;

use super::{Delivery, DeliveryLine, DeliveryState};
use crate::{Store, StoreError, conversation::sequence, transaction::Step};

/// The HTTP status of an address that is gone for good.
const GONE: u16 = 410;

impl Store {
    /// Takes deliveries that are due, in the order of the steps: until `lease_until` no other node gets them, and then they are due again if nothing was
    /// said of them.
    pub async fn claim_deliveries(
        &self,
        now: i64,
        lease_until: i64,
        limit: u32,
    ) -> Result<Vec<Delivery>, StoreError> {
        self.take(&Claim { now, lease_until, limit }, None).await
    }

    /// Notes that a delivery was taken, with the HTTP status of the answer. 410 says that the address is gone: nothing more is
    /// sent there.
    pub async fn delivered(&self, id: Uuid, status: u16, now: i64) -> Result<(), StoreError> {
        let state = if status == GONE { DeliveryState::Failed } else { DeliveryState::Delivered };
        let row = sqlx::query(
            "UPDATE webhook_deliveries SET state = $1, status = $2, why = NULL, finished_at = $3 WHERE id = $4 RETURNING webhook",
        )
        .bind(state.as_str())
        .bind(i64::from(status))
        .bind(now)
        .bind(id.to_string())
        .fetch_optional(&self.pool)
        .await?;
        match row {
            Some(row) if status == GONE => self.disable_webhook(uuid(&row, "webhook")?).await,
            _ => Ok(()),
        }
    }

    /// Notes why a delivery was not taken, and when to try again; `None` gives it up.
    pub async fn not_delivered(
        &self,
        id: Uuid,
        why: &str,
        next_at: Option<i64>,
        now: i64,
    ) -> Result<(), StoreError> {
        let state = if next_at.is_some() { DeliveryState::Waiting } else { DeliveryState::Failed };
        // What was taken meanwhile, at another node's try, stays taken.
        sqlx::query(
            "UPDATE webhook_deliveries SET state = $1, why = $2, next_at = COALESCE($3, next_at), finished_at = $4 \
             WHERE id = $5 AND state = 'waiting'",
        )
        .bind(state.as_str())
        .bind(why)
        .bind(next_at)
        .bind(Some(now).filter(|_| next_at.is_none()))
        .bind(id.to_string())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The latest deliveries.
    pub async fn deliveries(&self, shop: &ShopId, limit: u32) -> Result<Vec<DeliveryLine>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, webhook, kind, state, tries, status, why, next_at, created_at FROM webhook_deliveries \
             WHERE shop = $1 ORDER BY created_at DESC, seq DESC, id LIMIT $2",
        )
        .bind(shop.as_str())
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(line).collect()
    }

    /// Sends a delivery again, under the same id, its tries counted anew.
    pub async fn replay(&self, shop: &ShopId, delivery: Uuid, now: i64) -> Result<(), StoreError> {
        let replayed = sqlx::query(
            "UPDATE webhook_deliveries SET state = 'waiting', tries = 0, next_at = $1, finished_at = NULL \
             WHERE id = $2 AND shop = $3",
        )
        .bind(now)
        .bind(delivery.to_string())
        .bind(shop.as_str())
        .execute(&self.pool)
        .await?;
        if replayed.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Forgets deliveries that came to an end before `before`, and what has waited as long for a webhook that is gone; how many.
    pub async fn prune_deliveries(&self, before: i64) -> Result<u64, StoreError> {
        let pruned = sqlx::query(
            "DELETE FROM webhook_deliveries WHERE (state <> 'waiting' AND finished_at < $1) OR (state = 'waiting' \
             AND created_at < $1 AND webhook NOT IN (SELECT id FROM webhooks WHERE disabled = 0))",
        )
        .bind(before)
        .execute(&self.pool)
        .await?;
        Ok(pruned.rows_affected())
    }
}

struct Claim {
    now: i64,
    lease_until: i64,
    limit: u32,
}

impl Step for Claim {
    type Done = Vec<Delivery>;

    /// PostgreSQL lets a second node wait for the first one's rows, and then looks at the outer condition again: claimed once.
    async fn run(&self, connection: &mut AnyConnection) -> Result<Vec<Delivery>, StoreError> {
        let rows = sqlx::query(
            "UPDATE webhook_deliveries SET next_at = $2, tries = tries + 1 WHERE state = 'waiting' AND next_at <= $1 \
             AND id IN (SELECT d.id FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook WHERE w.disabled = 0 \
             AND d.state = 'waiting' AND d.next_at <= $1 ORDER BY d.next_at, d.created_at, d.seq LIMIT $3) \
             RETURNING id, webhook, seq, body, tries, created_at",
        )
        .bind(self.now)
        .bind(self.lease_until)
        .bind(i64::from(self.limit))
        .fetch_all(&mut *connection)
        .await?;
        let mut webhooks = HashMap::new();
        let mut claimed = Vec::with_capacity(rows.len());
        for row in rows {
            let webhook: String = row.try_get("webhook")?;
            if !webhooks.contains_key(&webhook) {
                let address = address(connection, &webhook).await?;
                webhooks.insert(webhook.clone(), address);
            }
            if let Some(Some((url, secret))) = webhooks.get(&webhook) {
                let delivery = Delivery {
                    id: uuid(&row, "id")?,
                    webhook: uuid(&row, "webhook")?,
                    url: url.clone(),
                    secret: secret.clone(),
                    body: row.try_get("body")?,
                    tries: tries(&row)?.saturating_sub(1),
                    at: row.try_get("created_at")?,
                };
                claimed.push((delivery.at, sequence(&row, "seq")?, delivery));
            }
        }
        // A step of a rule has the moment of the proposal that it answers.
        claimed.sort_by_key(|(at, seq, _)| (*at, *seq));
        Ok(claimed.into_iter().map(|(_, _, delivery)| delivery).collect())
    }
}

/// Where a webhook goes, and its secret; none if it was removed in this moment.
async fn address(
    connection: &mut AnyConnection,
    webhook: &str,
) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    let row = sqlx::query("SELECT url, secret FROM webhooks WHERE id = $1")
        .bind(webhook)
        .fetch_optional(connection)
        .await?;
    row.map(|row| Ok((row.try_get("url")?, row.try_get("secret")?))).transpose()
}

fn line(row: &AnyRow) -> Result<DeliveryLine, StoreError> {
    let state = DeliveryState::from_word(&row.try_get::<String, _>("state")?).ok_or_else(corrupt)?;
    let status: Option<i64> = row.try_get("status")?;
    Ok(DeliveryLine {
        id: uuid(row, "id")?,
        webhook: uuid(row, "webhook")?,
        kind: row.try_get("kind")?,
        state,
        tries: tries(row)?,
        status: status.map(u16::try_from).transpose().map_err(|_| corrupt())?,
        why: row.try_get("why")?,
        next_at: Some(row.try_get("next_at")?).filter(|_| state == DeliveryState::Waiting),
        at: row.try_get("created_at")?,
    })
}

fn tries(row: &AnyRow) -> Result<u32, StoreError> {
    u32::try_from(row.try_get::<i64, _>("tries")?).map_err(|_| corrupt())
}

fn uuid(row: &AnyRow, column: &str) -> Result<Uuid, StoreError> {
    row.try_get::<String, _>(column)?.parse().map_err(|_| corrupt())
}

fn corrupt() -> StoreError {
    StoreError::Corrupt("delivery")
}
