//! What both sides may do to a request. A shopper's device proves its conversation, an agent stands for a shop.

use std::sync::Arc;

use alap_deal::{Party, Refusal};
use alap_protocol::{
    coupon::CouponCode,
    id::{ClientId, RequestId},
    message::Author,
    request::{AgentAct, ShopperAct, Standing},
};
use uuid::Uuid;

use super::{Errand, House, RequestDraft, coupons, errand::Act, open, row::Request};
use crate::{
    Agent, ShopperKey, Store, StoreError,
    write::{Outcome, What},
};

impl Store {
    /// Opens a request. The same id with the same body gets the first answer again; a time that somebody else has booked is
    /// [`StoreError::Taken`].
    pub async fn open_request(
        &self,
        key: &ShopperKey,
        draft: RequestDraft,
        now: i64,
    ) -> Result<Standing, StoreError> {
        let what = What::Request(Box::new(Errand::Open(draft)));
        standing(self.as_shopper(key, what, now).await?)
    }

    /// The first answer to a request, if it came before: to be asked before its answers are checked anew, as its time is booked by
    /// then, and days may be past.
    pub async fn known_request(
        &self,
        key: &ShopperKey,
        request: RequestId,
        body_hash: &str,
    ) -> Result<Option<Standing>, StoreError> {
        self.prove(key).await?;
        let mut connection = self.pool.acquire().await?;
        open::opened_before(&mut connection, key.conversation, (request, body_hash)).await
    }

    /// Does what a shopper wants to do to a request. `by_rule`: may the seller's rules answer a proposal?
    pub async fn shopper_act(
        &self,
        key: &ShopperKey,
        request: RequestId,
        act: ShopperAct,
        house: Arc<House>,
        by_rule: bool,
        now: i64,
    ) -> Result<Standing, StoreError> {
        let by = Act::Shopper { act, by_rule };
        let what = What::Request(Box::new(Errand::Act { request, by, house, notes: new_notes() }));
        standing(self.as_shopper(key, what, now).await?)
    }

    /// What a coupon would take off the offer that stands. The coupon is not used by it.
    pub async fn coupon_worth(
        &self,
        key: &ShopperKey,
        request: RequestId,
        code: &CouponCode,
        now: i64,
    ) -> Result<i64, StoreError> {
        self.prove(key).await?;
        let mut connection = self.pool.acquire().await?;
        let request = Request::of(&mut connection, key.conversation, request).await?;
        let offer = request.deal.open_offer().filter(|offer| offer.by != Party::Shopper);
        let terms = &offer.ok_or(Refusal::Stale)?.terms;
        if terms.expires_at.is_some_and(|expires_at| expires_at <= now) {
            return Err(Refusal::Expired.into());
        }
        coupons::worth(&mut connection, &request, code, terms, now).await
    }

    /// Does what a person of the shop wants to do to a request.
    pub async fn agent_act(
        &self,
        agent: &Agent,
        request: RequestId,
        act: AgentAct,
        house: Arc<House>,
        now: i64,
    ) -> Result<Standing, StoreError> {
        let conversation = self.conversation_of(&agent.shop, request).await?;
        let author = Author::Agent { id: agent.id, name: agent.name.clone() };
        let by = Act::Shop { act, author };
        let what = What::Request(Box::new(Errand::Act { request, by, house, notes: new_notes() }));
        standing(self.as_shop(&agent.shop, conversation, what, now).await?)
    }
}

fn new_notes() -> [ClientId; 2] {
    [ClientId(Uuid::new_v4()), ClientId(Uuid::new_v4())]
}

fn standing(outcome: Outcome) -> Result<Standing, StoreError> {
    match outcome {
        Outcome::Standing(standing) => Ok(standing),
        Outcome::Done | Outcome::Ack(_) => Err(StoreError::Corrupt("standing")),
    }
}
