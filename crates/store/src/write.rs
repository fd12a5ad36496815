//! What can be done to a conversation, and how it is done inside a transaction.

use alap_protocol::{
    conversation::PageContext,
    id::{AgentId, ClientId, ConversationId, Sequence, ShopId},
    limits::CONVERSATION_MESSAGES,
    locale::Locale,
    message::{Ack, Author, Body, Event, NewMessage},
    request::Standing,
};
use sqlx::{AnyConnection, Row as _};

use crate::{
    Film, StoreError, TokenHash,
    conversation::{Conversation, Side, number},
    hash::message_hash,
    messages, missed,
    requests::Errand,
    watched,
};

/// One thing to do to one conversation. Kept as it is until it is done, so that it can be tried again.
#[derive(Debug)]
pub(crate) struct Write {
    pub(crate) conversation: ConversationId,
    pub(crate) who: Who,
    pub(crate) what: What,
    pub(crate) now: i64,
}

/// Who asks, with what proves it.
#[derive(Debug)]
pub(crate) enum Who {
    Shopper(TokenHash),
    Shop(ShopId),
}

#[derive(Debug)]
pub(crate) enum What {
    Open { shop: ShopId, locale: Locale, page: Option<PageContext> },
    Append { author: Author, message: NewMessage, film: Option<Film> },
    Assign { agent: Option<AgentId>, note: ClientId },
    Close { note: ClientId },
    Reopen { note: ClientId },
    Seen { side: Side, up_to: Sequence },
    Request(Box<Errand>),
}

impl What {
    /// Does it touch what the conversations of a shop share?
    pub(crate) fn shares_shop(&self) -> bool {
        match self {
            Self::Request(errand) => errand.shares_shop(),
            // What is watched is counted for the shop, not for the conversation.
            Self::Append { film, .. } => film.is_some(),
            _ => false,
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outcome {
    Done,
    Ack(Ack),
    Standing(Standing),
}

/// The conversation at hand: its row is locked while the transaction lasts.
pub(crate) struct Hand<'c> {
    pub(crate) connection: &'c mut AnyConnection,
    pub(crate) row: Option<Conversation>,
    pub(crate) changed: bool,
}

impl Hand<'_> {
    /// Does one thing. A refusal leaves the transaction as good as before.
    pub(crate) async fn apply(&mut self, write: &Write) -> Result<Outcome, StoreError> {
        if let (What::Open { shop, locale, page }, Who::Shopper(secret)) = (&write.what, &write.who) {
            return self.open(write, shop, secret, *locale, page.as_ref()).await;
        }
        let Some(mut row) = self.locked(write.conversation).await? else { return Err(StoreError::NotFound) };
        let may = match &write.who {
            Who::Shopper(secret) => secret.is(&row.secret_hash),
            Who::Shop(shop) => *shop == row.shop,
        };
        if !may {
            return Err(StoreError::NotFound);
        }
        let (outcome, changed) = match &write.what {
            What::Open { .. } => return Err(StoreError::NotFound),
            What::Append { author, message, film } => {
                self.append(&mut row, author, message, film.as_ref(), write.now).await?
            }
            What::Assign { agent, note } => {
                let name = match agent {
                    Some(agent) => Some(self.agent_name(&row.shop, *agent).await?),
                    None => None,
                };
                let changed = row.assign(*agent, write.now);
                if let (true, Some(name)) = (changed, name) {
                    self.note(&mut row, *note, Event::Assigned { name }, write.now).await?;
                }
                (Outcome::Done, changed)
            }
            What::Close { note } => {
                let changed = row.close(write.now);
                if changed {
                    self.note(&mut row, *note, Event::Closed {}, write.now).await?;
                }
                (Outcome::Done, changed)
            }
            What::Reopen { note } => {
                let changed = row.reopen(write.now);
                if changed {
                    self.note(&mut row, *note, Event::Reopened {}, write.now).await?;
                }
                (Outcome::Done, changed)
            }
            What::Request(errand) => self.errand(&mut row, errand, write.now).await?,
            What::Seen { side, up_to } => (Outcome::Done, row.see(*side, *up_to)),
        };
        self.row = Some(row);
        self.changed |= changed;
        Ok(outcome)
    }

    /// Writes the row back. Called once, after the last thing done to this conversation.
    pub(crate) async fn save(&mut self) -> Result<(), StoreError> {
        let Some(row) = self.row.as_ref().filter(|_| self.changed) else { return Ok(()) };
        sqlx::query(
            "UPDATE conversations SET state = $1, head = $2, shopper_seen = $3, agent_seen = $4, assignee = $5, \
             waiting_since = $6, updated_at = $7 WHERE id = $8",
        )
        .bind(row.state.as_str())
        .bind(number(row.head))
        .bind(number(row.shopper_seen))
        .bind(number(row.agent_seen))
        .bind(row.assignee.map(|agent| agent.to_string()))
        .bind(row.waiting_since)
        .bind(row.updated_at)
        .bind(row.id.to_string())
        .execute(&mut *self.connection)
        .await?;
        Ok(())
    }

    /// The row, locked by an update that changes nothing: the same statement holds on both databases.
    async fn locked(&mut self, id: ConversationId) -> Result<Option<Conversation>, StoreError> {
        if self.row.is_none() {
            let row = sqlx::query(
                "UPDATE conversations SET head = head WHERE id = $1 RETURNING id, shop, secret_hash, state, locale, page, \
                 head, shopper_seen, agent_seen, assignee, waiting_since, created_at, updated_at",
            )
            .bind(id.to_string())
            .fetch_optional(&mut *self.connection)
            .await?;
            self.row = row.as_ref().map(Conversation::from_row).transpose()?;
        }
        Ok(self.row.clone())
    }

    async fn open(
        &mut self,
        write: &Write,
        shop: &ShopId,
        secret: &TokenHash,
        locale: Locale,
        page: Option<&PageContext>,
    ) -> Result<Outcome, StoreError> {
        if self.row.is_none() {
            let page =
                page.map(serde_json::to_string).transpose().map_err(|_| StoreError::Corrupt("page"))?;
            let made = sqlx::query(
                "INSERT INTO conversations (id, shop, secret_hash, state, locale, page, waiting_since, created_at, updated_at) \
                 VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $6, $6) ON CONFLICT (id) DO NOTHING",
            )
            .bind(write.conversation.to_string())
            .bind(shop.as_str())
            .bind(secret.as_str())
            .bind(locale.tag())
            .bind(page)
            .bind(write.now)
            .execute(&mut *self.connection)
            .await?;
            self.changed |= made.rows_affected() > 0;
        }
        match self.locked(write.conversation).await? {
            Some(row) if row.shop == *shop && secret.is(&row.secret_hash) => Ok(Outcome::Done),
            _ => Err(StoreError::NotFound),
        }
    }

    /// De-duplicates, gives the next place, writes.
    async fn append(
        &mut self,
        row: &mut Conversation,
        author: &Author,
        message: &NewMessage,
        film: Option<&Film>,
        now: i64,
    ) -> Result<(Outcome, bool), StoreError> {
        let hash = message_hash(author, &message.body)?;
        if let Some(earlier) = messages::earlier(self.connection, row.id, message.client_id).await? {
            if earlier.hash != hash {
                return Err(StoreError::Conflict);
            }
            let ack = Ack { client_id: message.client_id, seq: earlier.seq, at: earlier.at };
            return Ok((Outcome::Ack(ack), false));
        }
        if row.head.0 >= CONVERSATION_MESSAGES {
            return Err(StoreError::Full);
        }
        let seq = row.take_message(author, &message.body, now);
        messages::insert(self.connection, (row.id, seq), author, message, hash, now).await?;
        missed::note(self.connection, row, message, seq).await?;
        if let Some(film) = film {
            watched::note(self.connection, row, (&message.body, seq), film, now).await?;
        }
        Ok((Outcome::Ack(Ack { client_id: message.client_id, seq, at: now }), true))
    }

    /// The system's own message. In a full conversation it is left out; what happened, happened.
    async fn note(
        &mut self,
        row: &mut Conversation,
        client_id: ClientId,
        event: Event,
        now: i64,
    ) -> Result<(), StoreError> {
        let message = NewMessage { client_id, body: Body::Event { event } };
        match self.append(row, &Author::System {}, &message, None, now).await {
            Ok(_) | Err(StoreError::Full) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn agent_name(&mut self, shop: &ShopId, agent: AgentId) -> Result<String, StoreError> {
        let row = sqlx::query("SELECT name FROM agents WHERE id = $1 AND shop = $2 AND disabled = 0")
            .bind(agent.to_string())
            .bind(shop.as_str())
            .fetch_optional(&mut *self.connection)
            .await?;
        Ok(row.ok_or(StoreError::NotFound)?.try_get("name")?)
    }
}
