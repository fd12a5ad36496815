//! What can be done to a request, inside the transaction that has its conversation locked.

use std::sync::Arc;

use alap_protocol::{
    id::{ClientId, RequestId},
    message::Author,
    request::{AgentAct, AgentDeed, ShopperAct, ShopperDeed},
};
use sqlx::{AnyConnection, Executor as _};

use super::{
    House, RequestDraft, act,
    clock::{self, Due},
    open,
};
use crate::{
    StoreError,
    conversation::Conversation,
    write::{Hand, Outcome},
};

/// One thing to do. Kept as it is until it is done, so that it can be tried again.
#[derive(Debug)]
pub(crate) enum Errand {
    Open(RequestDraft),
    Act {
        request: RequestId,
        by: Act,
        house: Arc<House>,
        /// Names for the steps that a rule adds: made once, so that a second try writes no second ones.
        notes: [ClientId; 2],
    },
    Due {
        request: RequestId,
        due: Due,
        note: ClientId,
    },
}

/// Who acts, and how.
#[derive(Debug)]
pub(crate) enum Act {
    Shopper { act: ShopperAct, by_rule: bool },
    Shop { act: AgentAct, author: Author },
}

impl Errand {
    /// Does it touch what the conversations of a shop share: the numbers of orders, coupons, booked times, answers of rules?
    pub(crate) fn shares_shop(&self) -> bool {
        match self {
            Self::Open(draft) => draft.slot.is_some(),
            Self::Act { by: Act::Shopper { act, by_rule }, .. } => match &act.deed {
                ShopperDeed::Accept { .. } | ShopperDeed::Cancel { .. } => true,
                ShopperDeed::Propose { .. } => *by_rule,
                _ => false,
            },
            Self::Act { by: Act::Shop { act, .. }, .. } => {
                matches!(act.deed, AgentDeed::Accept { .. } | AgentDeed::Cancel { .. })
            }
            Self::Due { .. } => false,
        }
    }
}

impl Hand<'_> {
    /// Does it; also says whether the conversation changed. A savepoint makes sure that a refusal leaves nothing behind.
    pub(crate) async fn errand(
        &mut self,
        talk: &mut Conversation,
        errand: &Errand,
        now: i64,
    ) -> Result<(Outcome, bool), StoreError> {
        self.connection.execute("SAVEPOINT errand").await?;
        let head = talk.head;
        let done = run(self.connection, talk, errand, now).await;
        match &done {
            Ok(_) => {}
            // The whole transaction ends.
            Err(StoreError::Unavailable(_) | StoreError::Closed) => return done.map(|done| (done, false)),
            Err(_) => {
                self.connection.execute("ROLLBACK TO SAVEPOINT errand").await?;
            }
        }
        self.connection.execute("RELEASE SAVEPOINT errand").await?;
        Ok((done?, talk.head != head))
    }
}

async fn run(
    connection: &mut AnyConnection,
    talk: &mut Conversation,
    errand: &Errand,
    now: i64,
) -> Result<Outcome, StoreError> {
    match errand {
        Errand::Open(draft) => open::open(connection, talk, draft, now).await.map(Outcome::Standing),
        Errand::Act { request, by, house, notes } => {
            act::act(connection, talk, *request, by, (house, notes), now).await.map(Outcome::Standing)
        }
        Errand::Due { request, due, note } => {
            let standing = clock::strike(connection, talk, (*request, *due), *note, now).await?;
            Ok(standing.map_or(Outcome::Done, Outcome::Standing))
        }
    }
}
