//! Somebody does something to a request.

use alap_deal::{Party, Planned, agent_plan, shopper_plan, terms};
use alap_protocol::{
    deal::{DealState, Step, Terms},
    id::{ClientId, RequestId},
    message::Author,
    request::{ShopperDeed, Standing},
};
use sqlx::{AnyConnection, Row as _};

use super::{
    House,
    agree::with_usual_advance,
    at_hand::{AtHand, has_room},
    coupons,
    errand::Act,
    photos,
    row::Request,
};
use crate::{
    StoreError,
    conversation::{Conversation, number, sequence},
    hash::message_hash,
    messages,
};

pub(super) async fn act(
    connection: &mut AnyConnection,
    talk: &mut Conversation,
    request: RequestId,
    by: &Act,
    (house, notes): (&House, &[ClientId; 2]),
    now: i64,
) -> Result<Standing, StoreError> {
    let (party, author, key) = match by {
        Act::Shopper { act, .. } => (Party::Shopper, Author::Shopper {}, act.key),
        Act::Shop { act, author } => (Party::Shop, author.clone(), act.key),
    };
    let hash = match by {
        Act::Shopper { act, .. } => message_hash(&author, &act.deed)?,
        Act::Shop { act, .. } => message_hash(&author, &act.deed)?,
    };
    let request = Request::of(connection, talk.id, request).await?;
    if let Some(standing) = done_before(connection, request.id, key, &hash).await? {
        return Ok(standing);
    }
    if !has_room(talk, 1) {
        return Err(StoreError::Full);
    }
    if messages::earlier(connection, talk.id, key).await?.is_some() {
        return Err(StoreError::Conflict);
    }
    let planned = match by {
        Act::Shopper { act, .. } => {
            if let ShopperDeed::Pay { photo: Some(photo), .. } = &act.deed {
                photos::must_have(connection, talk.id, &[*photo]).await?;
            }
            shopper_plan(&request.deal, act, now, &house.today, house.mobile)?
        }
        Act::Shop { act, .. } => agent_plan(&request.deal, act, now, &house.today)?,
    };
    let mut at_hand = AtHand { connection, talk, request, now };
    let proposed = matches!(planned, Planned::Step(Step::Proposed { .. }));
    match planned {
        Planned::Step(Step::Proposed { number, terms }) => {
            let terms = with_usual_advance(terms, house.advance_percent);
            at_hand.take((party, &author), Step::Proposed { number, terms }, key).await?;
        }
        Planned::Step(step) => at_hand.take((party, &author), step, key).await?,
        Planned::Offer { number, terms } => {
            let terms = at_hand.with_coupon(terms, &house.today).await?;
            at_hand.take((party, &author), Step::Offered { number, terms }, key).await?;
        }
        Planned::Accept { number, terms, coupon, own } => {
            let agreed = at_hand.agree(terms, [coupon, own]).await?;
            at_hand.conclude((party, &author), number, agreed, key).await?;
        }
    }
    if proposed && matches!(by, Act::Shopper { by_rule: true, .. }) {
        at_hand.answer_by_rule(house, notes).await?;
    }
    let (connection, request) = (&mut *at_hand.connection, at_hand.request.id);
    let standing = Standing { request, state: at_hand.request.state(), seq: at_hand.talk.head };
    remember(connection, key, hash, standing).await?;
    at_hand.save().await
}

impl AtHand<'_> {
    /// An offer with what its coupon takes off.
    async fn with_coupon(&mut self, mut offer: Terms, today: &str) -> Result<Terms, StoreError> {
        if let Some(code) = &offer.coupon {
            offer.discount = coupons::worth(self.connection, &self.request, code, &offer, self.now).await?;
        }
        terms::check(&offer, self.now, today).map_err(alap_deal::Refusal::from)?;
        Ok(offer)
    }
}

/// The first answer to an act of this key. Another act under it is a conflict.
async fn done_before(
    connection: &mut AnyConnection,
    request: RequestId,
    key: ClientId,
    hash: &str,
) -> Result<Option<Standing>, StoreError> {
    let row = sqlx::query("SELECT act_hash, state, seq FROM request_acts WHERE request = $1 AND act = $2")
        .bind(request.to_string())
        .bind(key.to_string())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    if row.try_get::<String, _>("act_hash")? != hash {
        return Err(StoreError::Conflict);
    }
    let state = DealState::from_word(&row.try_get::<String, _>("state")?);
    let state = state.ok_or(StoreError::Corrupt("act"))?;
    Ok(Some(Standing { request, state, seq: sequence(&row, "seq")? }))
}

async fn remember(
    connection: &mut AnyConnection,
    key: ClientId,
    hash: String,
    standing: Standing,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO request_acts (request, act, act_hash, state, seq) VALUES ($1, $2, $3, $4, $5)")
        .bind(standing.request.to_string())
        .bind(key.to_string())
        .bind(hash)
        .bind(standing.state.as_str())
        .bind(number(standing.seq))
        .execute(connection)
        .await?;
    Ok(())
}
