//! A request's row.

use alap_deal::{Deal, terms};
use alap_protocol::{
    deal::DealState,
    form::FormKind,
    id::{ConversationId, FormId, ProductId, RequestId, Sequence, ShopId},
    locale::Localized,
    request::RequestLine,
};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::{AnyConnection, Row as _, any::AnyRow};

use crate::{StoreError, conversation::sequence};

/// The columns that [`Request::from_row`] reads, and what comes behind them.
macro_rules! requests {
    ($rest:literal) => {
        concat!(
            "SELECT id, conversation, shop, form, kind, title, product, phone, unit_price, deal, remind_at, waiting_since, first_seq, ",
            "created_at, updated_at, lines FROM requests ",
            $rest
        )
    };
}
pub(super) use requests;

/// The row.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) id: RequestId,
    pub(super) conversation: ConversationId,
    pub(super) shop: ShopId,
    pub(super) form: FormId,
    pub(super) kind: FormKind,
    pub(super) title: Localized,
    pub(super) product: Option<ProductId>,
    pub(super) phone: Option<String>,
    /// What rules look at.
    pub(super) unit_price: Option<i64>,
    pub(super) deal: Deal,
    pub(super) remind_at: Option<i64>,
    pub(super) waiting_since: Option<i64>,
    pub(super) first_seq: Sequence,
    pub(super) created_at: i64,
    pub(super) updated_at: i64,
}

impl Request {
    /// Reads the one of this conversation.
    pub(super) async fn of(
        connection: &mut AnyConnection,
        conversation: ConversationId,
        id: RequestId,
    ) -> Result<Self, StoreError> {
        let row = sqlx::query(requests!("WHERE id = $1 AND conversation = $2"))
            .bind(id.to_string())
            .bind(conversation.to_string())
            .fetch_optional(connection)
            .await?;
        Self::from_row(&row.ok_or(StoreError::NotFound)?)
    }

    pub(super) fn from_row(row: &AnyRow) -> Result<Self, StoreError> {
        let corrupt = || StoreError::Corrupt("request");
        let text = |column: &str| row.try_get::<String, _>(column);
        let product: Option<String> = row.try_get("product")?;
        Ok(Self {
            id: text("id")?.parse().map_err(|_| corrupt())?,
            conversation: text("conversation")?.parse().map_err(|_| corrupt())?,
            shop: ShopId::parse(text("shop")?).map_err(|_| corrupt())?,
            form: FormId::parse(text("form")?).map_err(|_| corrupt())?,
            kind: FormKind::from_word(&text("kind")?).ok_or_else(corrupt)?,
            title: from_json(&text("title")?)?,
            product: product.map(ProductId::parse).transpose().map_err(|_| corrupt())?,
            phone: row.try_get("phone")?,
            unit_price: row.try_get("unit_price")?,
            deal: from_json(&text("deal")?)?,
            remind_at: row.try_get("remind_at")?,
            waiting_since: row.try_get("waiting_since")?,
            first_seq: sequence(row, "first_seq")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }

    /// Brings what is kept beside the deal in line with it.
    pub(super) fn settle(&mut self, now: i64) {
        self.updated_at = now;
        self.waiting_since = if self.deal.waits_for_shop() { self.waiting_since.or(Some(now)) } else { None };
        if self.deal.reminded || self.deal.state.is_over() {
            self.remind_at = None;
        }
    }

    /// When the offer that stands runs out.
    pub(super) fn expires_at(&self) -> Option<i64> {
        self.deal.open_offer().and_then(|offer| offer.terms.expires_at)
    }

    /// The order's number, as the database has it.
    pub(super) fn order(&self) -> Option<i64> {
        self.deal.order.and_then(|order| i64::try_from(order).ok())
    }

    /// Whose coupons are counted together: a phone number, or else one conversation.
    pub(super) fn customer(&self) -> String {
        self.phone.clone().unwrap_or_else(|| self.conversation.to_string())
    }

    pub(super) fn state(&self) -> DealState {
        self.deal.state
    }

    pub(super) async fn save(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE requests SET deal = $1, state = $2, order_number = $3, remind_at = $4, expires_at = $5, \
             waiting_since = $6, updated_at = $7 WHERE id = $8",
        )
        .bind(to_json(&self.deal)?)
        .bind(self.state().as_str())
        .bind(self.order())
        .bind(self.remind_at)
        .bind(self.expires_at())
        .bind(self.waiting_since)
        .bind(self.updated_at)
        .bind(self.id.to_string())
        .execute(connection)
        .await?;
        Ok(())
    }

    pub(super) fn line(self) -> RequestLine {
        RequestLine {
            id: self.id,
            conversation: self.conversation,
            form: self.form,
            kind: self.kind,
            title: self.title,
            product: self.product,
            state: self.deal.state,
            waits_for_shop: self.waiting_since.is_some(),
            total: self.deal.terms().and_then(terms::total),
            order: self.deal.order,
            slot: self.deal.slot,
            phone: self.phone,
            created_at: self.created_at,
            updated_at: self.updated_at,
            first_seq: self.first_seq,
        }
    }
}

pub(super) fn to_json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Corrupt("request"))
}

pub(super) fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|_| StoreError::Corrupt("request"))
}
