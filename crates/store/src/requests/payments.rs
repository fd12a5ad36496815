//! Payments that shoppers say they made.

use alap_deal::Deal;
use alap_protocol::{
    id::{ClientId, ShopId},
    payment::{PaymentLine, PaymentNote, PaymentState, Wallet},
};
use sqlx::{AnyConnection, Row as _, any::AnyRow};

use super::row::{Request, from_json};
use crate::{Store, StoreError};

/// Payments that are listed.
const LIST: usize = 200;

/// A line's columns; `$1` is the shop, `$2` how many.
macro_rules! payments {
    ($filter_and_order:literal) => {
        concat!(
            "SELECT p.id, p.request, p.wallet, p.transaction_id, p.amount, p.sender, p.photo, p.state, p.noted_at, ",
            "r.conversation, r.order_number, r.deal, (SELECT COUNT(*) FROM payments o WHERE o.shop = p.shop ",
            "AND o.transaction_id = p.transaction_id AND (o.noted_at < p.noted_at OR (o.noted_at = p.noted_at AND o.id < p.id))) ",
            "AS seen FROM payments p JOIN requests r ON r.id = p.request ",
            $filter_and_order,
            " LIMIT $2"
        )
    };
}

/// Notes what the shopper says.
pub(super) async fn note(
    connection: &mut AnyConnection,
    request: &Request,
    payment: &PaymentNote,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO payments (request, id, shop, wallet, transaction_id, amount, sender, photo, state, noted_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(request.id.to_string())
    .bind(payment.id.to_string())
    .bind(request.shop.as_str())
    .bind(payment.wallet.as_str())
    .bind(payment.transaction.clone())
    .bind(payment.amount)
    .bind(payment.sender.clone())
    .bind(payment.photo.map(|photo| photo.to_string()))
    .bind(PaymentState::Noted.as_str())
    .bind(now)
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes what the shop found.
pub(super) async fn check(
    connection: &mut AnyConnection,
    request: &Request,
    payment: ClientId,
    received: bool,
) -> Result<(), StoreError> {
    let state = if received { PaymentState::Received } else { PaymentState::NotFound };
    sqlx::query("UPDATE payments SET state = $1 WHERE request = $2 AND id = $3")
        .bind(state.as_str())
        .bind(request.id.to_string())
        .bind(payment.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

impl Store {
    /// The payments to verify, the oldest first, then those looked at, the latest first; at most 200.
    pub async fn payments(&self, shop: &ShopId) -> Result<Vec<PaymentLine>, StoreError> {
        let to_verify = payments!("WHERE p.shop = $1 AND p.state = 'noted' ORDER BY p.noted_at, p.id");
        let looked_at = payments!("WHERE p.shop = $1 AND p.state <> 'noted' ORDER BY p.noted_at DESC, p.id");
        let mut lines = self.payment_lines(to_verify, shop, LIST).await?;
        if lines.len() < LIST {
            lines.extend(self.payment_lines(looked_at, shop, LIST - lines.len()).await?);
        }
        Ok(lines)
    }

    async fn payment_lines(
        &self,
        sql: &'static str,
        shop: &ShopId,
        limit: usize,
    ) -> Result<Vec<PaymentLine>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = sqlx::query(sql).bind(shop.as_str()).bind(limit).fetch_all(&self.pool).await?;
        rows.iter().map(line).collect()
    }
}

fn line(row: &AnyRow) -> Result<PaymentLine, StoreError> {
    let corrupt = || StoreError::Corrupt("payment");
    let text = |column: &str| row.try_get::<String, _>(column);
    let photo: Option<String> = row.try_get("photo")?;
    let note = PaymentNote {
        id: text("id")?.parse().map_err(|_| corrupt())?,
        wallet: Wallet::from_word(&text("wallet")?).ok_or_else(corrupt)?,
        transaction: text("transaction_id")?,
        amount: row.try_get("amount")?,
        sender: row.try_get("sender")?,
        photo: photo.map(|photo| photo.parse()).transpose().map_err(|_| corrupt())?,
    };
    let deal: Deal = from_json(&text("deal")?)?;
    let order: Option<i64> = row.try_get("order_number")?;
    let earlier = row.try_get::<i64, _>("seen")?;
    Ok(PaymentLine {
        note,
        request: text("request")?.parse().map_err(|_| corrupt())?,
        conversation: text("conversation")?.parse().map_err(|_| corrupt())?,
        order: order.and_then(|order| u64::try_from(order).ok()).ok_or_else(corrupt)?,
        advance: deal.agreed.map_or(0, |agreed| agreed.advance),
        state: PaymentState::from_word(&text("state")?).ok_or_else(corrupt)?,
        seen_before: u32::try_from(earlier).map_err(|_| corrupt())?,
        at: row.try_get("noted_at")?,
    })
}
