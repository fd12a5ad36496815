//! A yes: the coupon is redeemed, the order gets its number.

use alap_deal::{Party, terms};
use alap_protocol::{
    coupon::CouponCode,
    deal::{Step, Terms},
    id::{ClientId, ShopId},
    message::Author,
};
use sqlx::{AnyConnection, Row as _};

use super::{at_hand::AtHand, coupons};
use crate::StoreError;

/// What counts the orders of a shop.
const ORDERS: &str = "orders";

/// Locks what the conversations of a shop share, until the transaction ends.
pub(crate) async fn lock_shop(connection: &mut AnyConnection, shop: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO counters (shop, name, value) VALUES ($1, $2, 0) \
         ON CONFLICT (shop, name) DO UPDATE SET value = counters.value",
    )
    .bind(shop)
    .bind(ORDERS)
    .execute(connection)
    .await?;
    Ok(())
}

impl AtHand<'_> {
    /// What is agreed in the end, with the better of the shopper's coupon and the offer's own redeemed.
    pub(super) async fn agree(
        &mut self,
        mut agreed: Terms,
        [given, own]: [Option<CouponCode>; 2],
    ) -> Result<Terms, StoreError> {
        lock_shop(self.connection, self.request.shop.as_str()).await?;
        let mut best: Option<(i64, CouponCode)> = None;
        if let Some(code) = own {
            match coupons::worth(self.connection, &self.request, &code, &agreed, self.now).await {
                Ok(worth) => best = Some((worth, code)),
                // The offer is not what it was: nobody is to pay more than it said.
                Err(StoreError::NoCoupon) => return Err(alap_deal::Refusal::Stale.into()),
                Err(error) => return Err(error),
            }
        }
        if let Some(code) = given {
            let worth = coupons::worth(self.connection, &self.request, &code, &agreed, self.now).await?;
            best = best.filter(|(most, _)| *most >= worth).or(Some((worth, code)));
        }
        if let Some((_, code)) = best {
            agreed.discount =
                coupons::redeem(self.connection, &self.request, &code, &agreed, self.now).await?;
            agreed.coupon = Some(code);
        }
        let total = terms::total(&agreed).filter(|total| *total >= 0);
        let total = total.ok_or(alap_deal::Refusal::Terms(alap_deal::TermsFault::Price))?;
        // A coupon may have made the whole less than the advance that was offered.
        agreed.advance = agreed.advance.clamp(0, total);
        Ok(agreed)
    }

    /// Makes the order. One request has one, whatever happens: the step can be taken once, and the table takes no second.
    pub(super) async fn conclude(
        &mut self,
        who: (Party, &Author),
        number: u32,
        agreed: Terms,
        client_id: ClientId,
    ) -> Result<(), StoreError> {
        let total = terms::total(&agreed).ok_or(StoreError::Corrupt("total"))?;
        let order = next_order(self.connection, &self.request.shop).await?;
        sqlx::query(
            "INSERT INTO orders (shop, number, request, total, created_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(self.request.shop.as_str())
        .bind(order)
        .bind(self.request.id.to_string())
        .bind(total)
        .bind(self.now)
        .execute(&mut *self.connection)
        .await?;
        let order = u64::try_from(order).map_err(|_| StoreError::Corrupt("order"))?;
        self.take(who, Step::Accepted { number, order, terms: agreed }, client_id).await
    }
}

async fn next_order(connection: &mut AnyConnection, shop: &ShopId) -> Result<i64, StoreError> {
    let row =
        sqlx::query("UPDATE counters SET value = value + 1 WHERE shop = $1 AND name = $2 RETURNING value")
            .bind(shop.as_str())
            .bind(ORDERS)
            .fetch_one(connection)
            .await?;
    Ok(row.try_get("value")?)
}

/// Terms that say nothing of an advance, with the shop's usual one: seen by both sides before anybody says yes.
pub(super) fn with_usual_advance(terms: Terms, percent: u8) -> Terms {
    let total = terms::total(&terms).unwrap_or_default();
    Terms { advance: share(total, percent).clamp(0, total.max(0)), ..terms }
}

/// A part of an amount, up to the next whole unit.
fn share(total: i64, percent: u8) -> i64 {
    let part = total.saturating_mul(i64::from(percent.min(100)));
    part.saturating_add(9_999) / 10_000 * 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_advance_is_whole_units_and_never_too_little() {
        assert_eq!(share(120_000, 10), 12_000);
        assert_eq!(share(123_456, 10), 12_400);
        assert_eq!((share(120_000, 0), share(0, 10)), (0, 0));
    }
}
