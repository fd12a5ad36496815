//! Booked times: one shop, one call at a time.

use alap_protocol::{
    id::{ConversationId, RequestId, ShopId},
    limits::COMING_CALLS,
};
use sqlx::{AnyConnection, Row as _};

use super::{agree::lock_shop, row::Request};
use crate::{Store, StoreError};

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

/// Refuses a time that touches a booked one. The shop is locked from here on, so that it stays free.
pub(super) async fn must_be_free(
    connection: &mut AnyConnection,
    shop: &ShopId,
    starts_at: i64,
    minutes: u16,
) -> Result<(), StoreError> {
    lock_shop(connection, shop.as_str()).await?;
    let row = sqlx::query(
        "SELECT COUNT(*) AS taken FROM bookings WHERE shop = $1 AND ends_at > $2 AND starts_at < $3",
    )
    .bind(shop.as_str())
    .bind(starts_at)
    .bind(end(starts_at, minutes))
    .fetch_one(connection)
    .await?;
    if row.try_get::<i64, _>("taken")? > 0 { Err(StoreError::Taken) } else { Ok(()) }
}

/// Refuses more than a few booked times ahead, so that nobody takes a shop's whole week.
pub(super) async fn must_have_few(
    connection: &mut AnyConnection,
    (shop, conversation): (&ShopId, ConversationId),
    phone: Option<&str>,
    now: i64,
) -> Result<(), StoreError> {
    let row = sqlx::query(
        "SELECT COUNT(*) AS coming FROM bookings b JOIN requests r ON r.id = b.request \
         WHERE b.shop = $1 AND b.ends_at > $2 AND (r.conversation = $3 OR r.phone = $4)",
    )
    .bind(shop.as_str())
    .bind(now)
    .bind(conversation.to_string())
    .bind(phone.map(str::to_owned))
    .fetch_one(connection)
    .await?;
    if row.try_get::<i64, _>("coming")? >= i64::from(COMING_CALLS) { Err(StoreError::Full) } else { Ok(()) }
}

pub(super) async fn book(
    connection: &mut AnyConnection,
    request: &Request,
    starts_at: i64,
    minutes: u16,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO bookings (shop, starts_at, ends_at, request) VALUES ($1, $2, $3, $4)")
        .bind(request.shop.as_str())
        .bind(starts_at)
        .bind(end(starts_at, minutes))
        .bind(request.id.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// Somebody else can have the time.
pub(super) async fn free(connection: &mut AnyConnection, request: RequestId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM bookings WHERE request = $1")
        .bind(request.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

fn end(starts_at: i64, minutes: u16) -> i64 {
    starts_at.saturating_add(i64::from(minutes.max(1)) * MINUTE)
}

impl Store {
    /// The booked times that touch what lies from `from` on and before `to`: when each begins, and for how many minutes.
    pub async fn booked(&self, shop: &ShopId, from: i64, to: i64) -> Result<Vec<(i64, u16)>, StoreError> {
        let rows = sqlx::query(
            "SELECT starts_at, ends_at FROM bookings WHERE shop = $1 AND ends_at > $2 AND starts_at < $3 ORDER BY starts_at",
        )
        .bind(shop.as_str())
        .bind(from)
        .bind(to)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let (starts_at, ends_at): (i64, i64) = (row.try_get("starts_at")?, row.try_get("ends_at")?);
                let minutes = u16::try_from(ends_at.saturating_sub(starts_at) / MINUTE);
                Ok((starts_at, minutes.map_err(|_| StoreError::Corrupt("booking"))?))
            })
            .collect()
    }
}
