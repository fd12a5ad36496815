//! What time brings: offers run out, booked times come near. Every node looks; the conversation's lock lets one of them write.

use alap_deal::Party;
use alap_protocol::{
    deal::Step,
    id::{ClientId, RequestId, ShopId},
    message::Author,
    request::Standing,
};
use sqlx::{AnyConnection, Row as _};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{Errand, at_hand::AtHand, row::Request};
use crate::{
    Store, StoreError,
    conversation::Conversation,
    write::{Outcome, What, Who, Write},
};

/// Requests that are looked at in one go; the others follow in the next.
const AT_ONCE: i64 = 500;

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    Expiry,
    Reminder,
}

impl Store {
    /// Says of each offer that ran out that it did; how many. What another node said already is not said again.
    pub async fn expire_offers(&self, now: i64) -> Result<usize, StoreError> {
        let sql =
            "SELECT id, conversation, shop FROM requests WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2";
        self.strike_all(sql, Due::Expiry, now).await
    }

    /// Reminds of each booked time that is near; how many. What another node said already is not said again.
    pub async fn remind(&self, now: i64) -> Result<usize, StoreError> {
        let sql =
            "SELECT id, conversation, shop FROM requests WHERE remind_at <= $1 ORDER BY remind_at LIMIT $2";
        self.strike_all(sql, Due::Reminder, now).await
    }

    async fn strike_all(&self, sql: &'static str, due: Due, now: i64) -> Result<usize, StoreError> {
        let rows = sqlx::query(sql).bind(now).bind(AT_ONCE).fetch_all(&self.pool).await?;
        let mut writes = JoinSet::new();
        for row in rows {
            let corrupt = || StoreError::Corrupt("request");
            let text = |column: &str| row.try_get::<String, _>(column);
            let request: RequestId = text("id")?.parse().map_err(|_| corrupt())?;
            let note = ClientId(Uuid::new_v4());
            let write = Write {
                conversation: text("conversation")?.parse().map_err(|_| corrupt())?,
                who: Who::Shop(ShopId::parse(text("shop")?).map_err(|_| corrupt())?),
                what: What::Request(Box::new(Errand::Due { request, due, note })),
                now,
            };
            let writer = self.writer.clone();
            writes.spawn(async move { writer.write(write).await });
        }
        let mut written = 0;
        while let Some(done) = writes.join_next().await {
            match done.map_err(|_| StoreError::Closed)? {
                Ok(Outcome::Standing(_)) => written += 1,
                Ok(Outcome::Done | Outcome::Ack(_)) => {}
                // One that cannot be read must not keep the others from being told.
                Err(error @ (StoreError::Unavailable(_) | StoreError::Closed)) => return Err(error),
                Err(error) => tracing::warn!(%error, ?due, "the clock could not act on a request"),
            }
        }
        Ok(written)
    }
}

/// Takes the step if it is still due; `None` where there is nothing to do any more.
pub(super) async fn strike(
    connection: &mut AnyConnection,
    talk: &mut Conversation,
    (request, due): (RequestId, Due),
    note: ClientId,
    now: i64,
) -> Result<Option<Standing>, StoreError> {
    let request = Request::of(connection, talk.id, request).await?;
    let deal = &request.deal;
    let (at, step) = match due {
        Due::Expiry => (request.expires_at(), Some(Step::Expired { number: deal.number() })),
        Due::Reminder => {
            // After an hour without a server: what has begun, nobody is reminded of.
            let slot = deal.slot.map(|(starts_at, _)| starts_at).filter(|starts_at| *starts_at > now);
            (request.remind_at, slot.map(|slot| Step::Reminded { slot }))
        }
    };
    if at.is_none_or(|at| at > now) {
        return Ok(None);
    }
    let mut at_hand = AtHand { connection, talk, request, now };
    let Some(step) = step.filter(|_| at_hand.has_room(1)) else {
        at_hand.let_go(due).await?;
        return Ok(None);
    };
    at_hand.take((Party::Clock, &Author::System {}), step, note).await?;
    at_hand.save().await.map(Some)
}

impl AtHand<'_> {
    /// Nothing can be said of it any more: it is no longer looked for.
    async fn let_go(&mut self, due: Due) -> Result<(), StoreError> {
        let sql = match due {
            Due::Expiry => "UPDATE requests SET expires_at = NULL WHERE id = $1",
            Due::Reminder => "UPDATE requests SET remind_at = NULL WHERE id = $1",
        };
        sqlx::query(sql).bind(self.request.id.to_string()).execute(&mut *self.connection).await?;
        Ok(())
    }
}
