//! Coupons: what they are worth here, and how they are used up.

use alap_deal::coupon;
use alap_protocol::{
    coupon::{CouponCode, CouponLine, NewCoupon},
    deal::Terms,
    id::ShopId,
};
use sqlx::{AnyConnection, Row as _, any::AnyRow};

use super::row::{Request, from_json, to_json};
use crate::{Agent, Store, StoreError};

/// Coupons that are listed.
const LIST: i64 = 500;

/// What a coupon takes off these terms. Unknown, ended, not yet, used up, for something else: all the same, found out by the
/// same question to the database.
pub(super) async fn worth(
    connection: &mut AnyConnection,
    request: &Request,
    code: &CouponCode,
    terms: &Terms,
    now: i64,
) -> Result<i64, StoreError> {
    let row = sqlx::query(
        "SELECT c.coupon, c.uses, c.used, c.closed, (SELECT COUNT(*) FROM coupon_uses u WHERE u.shop = $1 AND u.code = $2 \
         AND u.customer = $3) AS by_customer FROM coupons c WHERE c.shop = $1 AND c.code = $2",
    )
    .bind(request.shop.as_str())
    .bind(code.as_str())
    .bind(request.customer())
    .fetch_optional(connection)
    .await?
    .ok_or(StoreError::NoCoupon)?;
    let number = |column: &str| row.try_get::<i64, _>(column);
    let coupon: NewCoupon = from_json(&row.try_get::<String, _>("coupon")?)?;
    let left = number("closed")? == 0
        && number("used")? < number("uses")?
        && number("by_customer")? < i64::from(coupon.uses_per_customer);
    coupon::worth(&coupon, terms, request.product.as_ref(), now).filter(|_| left).ok_or(StoreError::NoCoupon)
}

/// Uses a coupon once; what it takes off. The shop is locked, so that nobody else uses it in between.
pub(super) async fn redeem(
    connection: &mut AnyConnection,
    request: &Request,
    code: &CouponCode,
    terms: &Terms,
    now: i64,
) -> Result<i64, StoreError> {
    let worth = worth(connection, request, code, terms, now).await?;
    let used = sqlx::query(
        "UPDATE coupons SET used = used + 1 WHERE shop = $1 AND code = $2 AND closed = 0 AND used < uses",
    )
    .bind(request.shop.as_str())
    .bind(code.as_str())
    .execute(&mut *connection)
    .await?;
    // Closed by the seller in this moment.
    if used.rows_affected() == 0 {
        return Err(StoreError::NoCoupon);
    }
    sqlx::query(
        "INSERT INTO coupon_uses (request, shop, code, customer, used_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(request.id.to_string())
    .bind(request.shop.as_str())
    .bind(code.as_str())
    .bind(request.customer())
    .bind(now)
    .execute(connection)
    .await?;
    Ok(worth)
}

/// The order came to nothing: its coupon can be used again. The shop is locked.
pub(super) async fn give_back(connection: &mut AnyConnection, request: &Request) -> Result<(), StoreError> {
    let used = sqlx::query("DELETE FROM coupon_uses WHERE request = $1 RETURNING code")
        .bind(request.id.to_string())
        .fetch_optional(&mut *connection)
        .await?;
    let Some(used) = used else { return Ok(()) };
    sqlx::query("UPDATE coupons SET used = used - 1 WHERE shop = $1 AND code = $2 AND used > 0")
        .bind(request.shop.as_str())
        .bind(used.try_get::<String, _>("code")?)
        .execute(connection)
        .await?;
    Ok(())
}

impl Store {
    /// The coupons, the newest first; at most 500.
    pub async fn coupons(&self, shop: &ShopId) -> Result<Vec<CouponLine>, StoreError> {
        let rows = sqlx::query(
            "SELECT coupon, used, closed, created_at FROM coupons WHERE shop = $1 ORDER BY created_at DESC, code LIMIT $2",
        )
        .bind(shop.as_str())
        .bind(LIST)
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(line).collect()
    }

    /// Makes a coupon; its code must be new in this shop. Whether it makes sense, `alap_deal::coupon::is_sound` says before.
    pub async fn add_coupon(
        &self,
        agent: &Agent,
        coupon: NewCoupon,
        now: i64,
    ) -> Result<CouponLine, StoreError> {
        let added = sqlx::query(
            "INSERT INTO coupons (shop, code, coupon, uses, agent, created_at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (shop, code) DO NOTHING",
        )
        .bind(agent.shop.as_str())
        .bind(coupon.code.as_str())
        .bind(to_json(&coupon)?)
        .bind(i64::from(coupon.uses))
        .bind(agent.id.to_string())
        .bind(now)
        .execute(&self.pool)
        .await?;
        if added.rows_affected() == 0 {
            return Err(StoreError::Conflict);
        }
        Ok(CouponLine { coupon, used: 0, closed: false, created_at: now })
    }

    /// Ends a coupon. Ended twice, it is still ended.
    pub async fn close_coupon(&self, agent: &Agent, code: &CouponCode) -> Result<(), StoreError> {
        let closed = sqlx::query("UPDATE coupons SET closed = 1 WHERE shop = $1 AND code = $2")
            .bind(agent.shop.as_str())
            .bind(code.as_str())
            .execute(&self.pool)
            .await?;
        if closed.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

fn line(row: &AnyRow) -> Result<CouponLine, StoreError> {
    let used = u32::try_from(row.try_get::<i64, _>("used")?);
    Ok(CouponLine {
        coupon: from_json(&row.try_get::<String, _>("coupon")?)?,
        used: used.map_err(|_| StoreError::Corrupt("coupon"))?,
        closed: row.try_get::<i64, _>("closed")? != 0,
        created_at: row.try_get("created_at")?,
    })
}
