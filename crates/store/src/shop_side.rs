//! What the people of a shop may do. Every step takes the shop; another shop's conversation is not found.

use alap_protocol::{
    conversation::{ConversationState, ConversationSummary},
    id::{AgentId, ClientId, ConversationId, Sequence, ShopId},
    message::{Ack, Author, NewMessage},
    shopper::MessagePage,
};
use sqlx::{Row as _, any::AnyRow};
use uuid::Uuid;

use crate::{
    Agent, Store, StoreError,
    conversation::Side,
    read::{Standing, message},
    write::{Outcome, What, Who, Write},
};

/// Lines of the inbox that are read at once.
const LIST: usize = 200;

/// A summary's columns; `$1` is the shop, `$2` a state or a conversation, `$3` how many.
macro_rules! summaries {
    ($filter_and_order:literal) => {
        concat!(
            "SELECT c.id, c.shop, c.secret_hash, c.state, c.locale, c.page, c.head, c.shopper_seen, c.agent_seen, ",
            "c.assignee, c.waiting_since, c.created_at, c.updated_at, a.name AS assignee_name, ",
            "m.seq, m.client_id, m.author, m.body, m.written_at FROM conversations c ",
            "LEFT JOIN agents a ON a.id = c.assignee ",
            "LEFT JOIN messages m ON m.conversation = c.id AND m.seq = c.head ",
            $filter_and_order,
            " LIMIT $3"
        )
    };
}

impl Store {
    /// The inbox's list: the longest waiting first, then the latest changed; at most 200.
    pub async fn conversations(
        &self,
        shop: &ShopId,
        state: Option<ConversationState>,
    ) -> Result<Vec<ConversationSummary>, StoreError> {
        let in_state = async |state: ConversationState| {
            let sql = if state == ConversationState::Waiting {
                summaries!("WHERE c.shop = $1 AND c.state = $2 ORDER BY c.waiting_since, c.id")
            } else {
                summaries!("WHERE c.shop = $1 AND c.state = $2 ORDER BY c.updated_at DESC, c.id")
            };
            self.summaries(sql, shop, state.as_str().to_owned()).await
        };
        if let Some(state) = state {
            return in_state(state).await;
        }
        let mut rest = in_state(ConversationState::Open).await?;
        rest.extend(in_state(ConversationState::Closed).await?);
        rest.sort_by_key(|summary| std::cmp::Reverse(summary.updated_at));
        let mut all = in_state(ConversationState::Waiting).await?;
        all.extend(rest);
        all.truncate(LIST);
        Ok(all)
    }

    /// One line of the inbox.
    pub async fn conversation(
        &self,
        shop: &ShopId,
        conversation: ConversationId,
    ) -> Result<ConversationSummary, StoreError> {
        let sql = summaries!("WHERE c.shop = $1 AND c.id = $2");
        self.summaries(sql, shop, conversation.to_string()).await?.pop().ok_or(StoreError::NotFound)
    }

    /// The messages after a cursor. A cursor past the head starts from the first and says so.
    pub async fn messages_for_shop(
        &self,
        shop: &ShopId,
        conversation: ConversationId,
        after: Sequence,
    ) -> Result<MessagePage, StoreError> {
        let standing = Standing::read(&self.pool, conversation).await?;
        if standing.row.shop == *shop {
            standing.page(&self.pool, after).await
        } else {
            Err(StoreError::NotFound)
        }
    }

    /// Writes an agent's words. A conversation that nobody had is the agent's from now on.
    pub async fn append_from_agent(
        &self,
        agent: &Agent,
        conversation: ConversationId,
        message: NewMessage,
        now: i64,
    ) -> Result<Ack, StoreError> {
        let author = Author::Agent { id: agent.id, name: agent.name.clone() };
        match self
            .as_shop(&agent.shop, conversation, What::Append { author, message, film: None }, now)
            .await?
        {
            Outcome::Ack(ack) => Ok(ack),
            Outcome::Done | Outcome::Standing(_) => Err(StoreError::Corrupt("acknowledgement")),
        }
    }

    /// Hands a conversation to an agent of the shop, or back to the queue.
    pub async fn assign(
        &self,
        shop: &ShopId,
        conversation: ConversationId,
        agent: Option<AgentId>,
        now: i64,
    ) -> Result<ConversationSummary, StoreError> {
        self.as_shop(shop, conversation, What::Assign { agent, note: new_note() }, now).await?;
        self.conversation(shop, conversation).await
    }

    /// Ends a conversation; the shopper's next word makes it wait again.
    pub async fn close_conversation(
        &self,
        shop: &ShopId,
        conversation: ConversationId,
        now: i64,
    ) -> Result<ConversationSummary, StoreError> {
        self.as_shop(shop, conversation, What::Close { note: new_note() }, now).await?;
        self.conversation(shop, conversation).await
    }

    /// Takes a closed conversation up again.
    pub async fn reopen(
        &self,
        shop: &ShopId,
        conversation: ConversationId,
        now: i64,
    ) -> Result<ConversationSummary, StoreError> {
        self.as_shop(shop, conversation, What::Reopen { note: new_note() }, now).await?;
        self.conversation(shop, conversation).await
    }

    /// "The shop has read so far."
    pub async fn agent_seen(
        &self,
        shop: &ShopId,
        conversation: ConversationId,
        up_to: Sequence,
        now: i64,
    ) -> Result<(), StoreError> {
        self.as_shop(shop, conversation, What::Seen { side: Side::Agent, up_to }, now).await?;
        Ok(())
    }

    pub(crate) async fn as_shop(
        &self,
        shop: &ShopId,
        conversation: ConversationId,
        what: What,
        now: i64,
    ) -> Result<Outcome, StoreError> {
        self.writer.write(Write { conversation, who: Who::Shop(shop.clone()), what, now }).await
    }

    async fn summaries(
        &self,
        sql: &'static str,
        shop: &ShopId,
        second: String,
    ) -> Result<Vec<ConversationSummary>, StoreError> {
        let limit = i64::try_from(LIST).unwrap_or(i64::MAX);
        let rows =
            sqlx::query(sql).bind(shop.as_str()).bind(second).bind(limit).fetch_all(&self.pool).await?;
        rows.iter().map(summary).collect()
    }
}

/// The name of the system's own message: made once, so that a second try writes no second one.
fn new_note() -> ClientId {
    ClientId(Uuid::new_v4())
}

fn summary(row: &AnyRow) -> Result<ConversationSummary, StoreError> {
    let has_last = row.try_get::<Option<i64>, _>("seq")?.is_some();
    let last = if has_last { Some(message(row)?) } else { None };
    let Standing { row, assignee_name } = Standing::from_row(row)?;
    Ok(ConversationSummary {
        id: row.id,
        state: row.state,
        head: row.head,
        last,
        assignee: row.assignee,
        assignee_name,
        agent_seen: row.agent_seen,
        shopper_seen: row.shopper_seen,
        locale: row.locale,
        page: row.page,
        waiting_since: row.waiting_since,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
