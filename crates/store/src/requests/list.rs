//! What the shop's people read of requests.

use alap_protocol::{
    deal::DealState,
    id::{ConversationId, RequestId, ShopId},
    request::RequestLine,
};
use sqlx::Row as _;

use super::{
    ExportedRequest, RequestFilter,
    row::{Request, from_json, requests},
};
use crate::{Store, StoreError};

/// Lines that are read at once.
const LIST: usize = 200;

impl Store {
    /// The inbox's list of requests: the longest waiting for the shop first, then the latest changed; at most 200.
    pub async fn requests(
        &self,
        shop: &ShopId,
        filter: RequestFilter,
    ) -> Result<Vec<RequestLine>, StoreError> {
        let waiting = requests!(
            "WHERE shop = $1 AND waiting_since IS NOT NULL AND ($2 = '' OR kind = $2) AND ($3 = '' OR state = $3) \
             ORDER BY waiting_since, id LIMIT $4"
        );
        let rest = requests!(
            "WHERE shop = $1 AND waiting_since IS NULL AND ($2 = '' OR kind = $2) AND ($3 = '' OR state = $3) \
             ORDER BY updated_at DESC, id LIMIT $4"
        );
        let mut lines = self.request_lines(waiting, shop, filter, LIST).await?;
        if lines.len() < LIST {
            lines.extend(self.request_lines(rest, shop, filter, LIST - lines.len()).await?);
        }
        Ok(lines)
    }

    async fn request_lines(
        &self,
        sql: &'static str,
        shop: &ShopId,
        filter: RequestFilter,
        limit: usize,
    ) -> Result<Vec<RequestLine>, StoreError> {
        let rows = sqlx::query(sql)
            .bind(shop.as_str())
            .bind(filter.kind.map_or("", |kind| kind.as_str()))
            .bind(filter.state.map_or("", DealState::as_str))
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(|row| Ok(Request::from_row(row)?.line())).collect()
    }

    /// All requests in the order in which they came, after one that was read before: when that came, and which.
    pub async fn all_requests(
        &self,
        shop: &ShopId,
        after: Option<(i64, RequestId)>,
        limit: u32,
    ) -> Result<Vec<ExportedRequest>, StoreError> {
        let (came, id) = after.map_or((i64::MIN, String::new()), |(came, id)| (came, id.to_string()));
        let rows = sqlx::query(requests!(
            "WHERE shop = $1 AND (created_at > $2 OR (created_at = $2 AND id > $3)) ORDER BY created_at, id LIMIT $4"
        ))
        .bind(shop.as_str())
        .bind(came)
        .bind(id)
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let request = Request::from_row(row)?;
                let lines = from_json(&row.try_get::<String, _>("lines")?)?;
                Ok(ExportedRequest { deal: request.deal.clone(), line: request.line(), lines })
            })
            .collect()
    }

    /// One request.
    pub async fn request(&self, shop: &ShopId, id: RequestId) -> Result<RequestLine, StoreError> {
        let row = sqlx::query(requests!("WHERE id = $1 AND shop = $2"))
            .bind(id.to_string())
            .bind(shop.as_str())
            .fetch_optional(&self.pool)
            .await?
            .ok_or(StoreError::NotFound)?;
        Ok(Request::from_row(&row)?.line())
    }

    /// The calls and meetings that begin from `from` on and before `to`, in order, without the cancelled ones; at most 200.
    pub async fn calls(&self, shop: &ShopId, from: i64, to: i64) -> Result<Vec<RequestLine>, StoreError> {
        let rows = sqlx::query(requests!(
            "WHERE shop = $1 AND slot_at >= $2 AND slot_at < $3 AND state <> 'cancelled' ORDER BY slot_at, id LIMIT $4"
        ))
        .bind(shop.as_str())
        .bind(from)
        .bind(to)
        .bind(i64::try_from(LIST).unwrap_or(i64::MAX))
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(|row| Ok(Request::from_row(row)?.line())).collect()
    }

    /// In which conversation a request of this shop is.
    pub(super) async fn conversation_of(
        &self,
        shop: &ShopId,
        id: RequestId,
    ) -> Result<ConversationId, StoreError> {
        let row = sqlx::query("SELECT conversation FROM requests WHERE id = $1 AND shop = $2")
            .bind(id.to_string())
            .bind(shop.as_str())
            .fetch_optional(&self.pool)
            .await?
            .ok_or(StoreError::NotFound)?;
        let conversation: String = row.try_get("conversation")?;
        conversation.parse().map_err(|_| StoreError::Corrupt("request"))
    }
}
