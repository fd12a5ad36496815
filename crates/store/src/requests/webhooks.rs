//! Addresses that are told of every step.

use alap_protocol::id::ShopId;
use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use super::Webhook;
use crate::{Store, StoreError, transaction::Step};

impl Store {
    /// Tells an address of every step from now on.
    pub async fn add_webhook(
        &self,
        shop: &ShopId,
        url: &str,
        secret: &[u8],
        now: i64,
    ) -> Result<Webhook, StoreError> {
        let id = Uuid::new_v4();
        sqlx::query("INSERT INTO webhooks (id, shop, url, secret, created_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(id.to_string())
            .bind(shop.as_str())
            .bind(url)
            .bind(secret.to_vec())
            .bind(now)
            .execute(&self.pool)
            .await?;
        Ok(Webhook { id, url: url.to_owned(), created_at: now, disabled: false })
    }

    /// The webhooks, the oldest first.
    pub async fn webhooks(&self, shop: &ShopId) -> Result<Vec<Webhook>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, url, created_at, disabled FROM webhooks WHERE shop = $1 ORDER BY created_at, id",
        )
        .bind(shop.as_str())
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Webhook {
                    id: row
                        .try_get::<String, _>("id")?
                        .parse()
                        .map_err(|_| StoreError::Corrupt("webhook"))?,
                    url: row.try_get("url")?,
                    created_at: row.try_get("created_at")?,
                    disabled: row.try_get::<i64, _>("disabled")? != 0,
                })
            })
            .collect()
    }

    /// Forgets a webhook and what was still to be sent there.
    pub async fn remove_webhook(&self, shop: &ShopId, id: Uuid) -> Result<(), StoreError> {
        self.take(&Remove { shop, id }, None).await
    }

    /// Sends nothing more to a webhook that says it is gone. It stays in the list until it is removed.
    pub(super) async fn disable_webhook(&self, id: Uuid) -> Result<(), StoreError> {
        sqlx::query("UPDATE webhooks SET disabled = 1 WHERE id = $1")
            .bind(id.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

struct Remove<'a> {
    shop: &'a ShopId,
    id: Uuid,
}

impl Step for Remove<'_> {
    type Done = ();

    async fn run(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        let removed = sqlx::query("DELETE FROM webhooks WHERE id = $1 AND shop = $2")
            .bind(self.id.to_string())
            .bind(self.shop.as_str())
            .execute(&mut *connection)
            .await?;
        if removed.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        sqlx::query("DELETE FROM webhook_deliveries WHERE webhook = $1")
            .bind(self.id.to_string())
            .execute(connection)
            .await?;
        Ok(())
    }
}
