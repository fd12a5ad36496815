//! A conversation's row, and the rules by which it changes. No SQL here but the names of its columns.

use alap_protocol::{
    conversation::{ConversationState, PageContext},
    id::{AgentId, ConversationId, Sequence, ShopId},
    locale::Locale,
    message::{Author, Body},
};
use sqlx::{Row as _, any::AnyRow};

use crate::StoreError;

/// The row.
#[derive(Clone, Debug)]
pub(crate) struct Conversation {
    pub(crate) id: ConversationId,
    pub(crate) shop: ShopId,
    pub(crate) secret_hash: String,
    pub(crate) state: ConversationState,
    pub(crate) locale: Locale,
    pub(crate) page: Option<PageContext>,
    pub(crate) head: Sequence,
    pub(crate) shopper_seen: Sequence,
    pub(crate) agent_seen: Sequence,
    pub(crate) assignee: Option<AgentId>,
    pub(crate) waiting_since: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// One of the two who read along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Shopper,
    Agent,
}

impl Conversation {
    /// Gives out the next place, and changes who has to act.
    pub(crate) fn take_message(&mut self, author: &Author, body: &Body, now: i64) -> Sequence {
        self.head = self.head.next();
        self.updated_at = now;
        match author {
            // A word on an answer awaits none, and neither does what was looked at.
            Author::Shopper {}
                if matches!(body, Body::Feedback { .. } | Body::Viewed { .. } | Body::Moment { .. }) => {}
            Author::Shopper {} if self.state == ConversationState::Closed => self.wait(now),
            Author::Agent { id, .. } => {
                self.assignee.get_or_insert(*id);
                self.answer();
            }
            Author::Shopper {} | Author::Bot {} | Author::System {} => {}
        }
        self.head
    }

    /// Hands it to a person, or back to the queue. False if it stood so already.
    pub(crate) fn assign(&mut self, agent: Option<AgentId>, now: i64) -> bool {
        let state = if agent.is_some() { ConversationState::Open } else { ConversationState::Waiting };
        if self.assignee == agent && self.state == state {
            return false;
        }
        self.assignee = agent;
        self.updated_at = now;
        if agent.is_some() {
            self.answer()
        } else {
            self.wait(now)
        }
        true
    }

    /// Ends it. False if it was closed already.
    pub(crate) fn close(&mut self, now: i64) -> bool {
        if self.state == ConversationState::Closed {
            return false;
        }
        self.state = ConversationState::Closed;
        self.waiting_since = None;
        self.updated_at = now;
        true
    }

    /// Takes a closed one up again. False if it was not closed.
    pub(crate) fn reopen(&mut self, now: i64) -> bool {
        if self.state != ConversationState::Closed {
            return false;
        }
        self.updated_at = now;
        if self.assignee.is_some() {
            self.answer()
        } else {
            self.wait(now)
        }
        true
    }

    /// Moves how far one side has read: never back, never past the head. False if nothing moved.
    pub(crate) fn see(&mut self, side: Side, up_to: Sequence) -> bool {
        let seen = match side {
            Side::Shopper => &mut self.shopper_seen,
            Side::Agent => &mut self.agent_seen,
        };
        let up_to = up_to.min(self.head);
        let moved = *seen < up_to;
        *seen = up_to.max(*seen);
        moved
    }

    fn wait(&mut self, now: i64) {
        if self.state != ConversationState::Waiting {
            self.waiting_since = Some(now);
        }
        self.state = ConversationState::Waiting;
    }

    fn answer(&mut self) {
        self.state = ConversationState::Open;
        self.waiting_since = None;
    }
}

impl Conversation {
    /// Reads a row that has the columns `id, shop, secret_hash, state, locale, page, head, shopper_seen, agent_seen,
    /// assignee, waiting_since, created_at, updated_at`.
    pub(crate) fn from_row(row: &AnyRow) -> Result<Self, StoreError> {
        let corrupt = || StoreError::Corrupt("conversation");
        let text = |column: &str| row.try_get::<String, _>(column);
        let optional = |column: &str| row.try_get::<Option<String>, _>(column);
        let page = optional("page")?.map(|page| serde_json::from_str(&page)).transpose();
        let assignee = optional("assignee")?.map(|id| id.parse()).transpose();
        Ok(Self {
            id: text("id")?.parse().map_err(|_| corrupt())?,
            shop: ShopId::parse(text("shop")?).map_err(|_| corrupt())?,
            secret_hash: text("secret_hash")?,
            state: ConversationState::from_word(&text("state")?).ok_or_else(corrupt)?,
            locale: Locale::from_tag(&text("locale")?).ok_or_else(corrupt)?,
            page: page.map_err(|_| corrupt())?,
            head: sequence(row, "head")?,
            shopper_seen: sequence(row, "shopper_seen")?,
            agent_seen: sequence(row, "agent_seen")?,
            assignee: assignee.map_err(|_| corrupt())?,
            waiting_since: row.try_get("waiting_since")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// Reads a sequence number.
pub(crate) fn sequence(row: &AnyRow, column: &str) -> Result<Sequence, StoreError> {
    let number: i64 = row.try_get(column)?;
    u64::try_from(number).map(Sequence).map_err(|_| StoreError::Corrupt("sequence"))
}

/// Writes one. No conversation gets near the end of 63 bits, so a larger cursor is one past every head.
pub(crate) fn number(sequence: Sequence) -> i64 {
    i64::try_from(sequence.0).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        id::{ClientId, ProductId},
        text::MessageText,
    };
    use uuid::Uuid;

    use super::*;

    fn words() -> Body {
        Body::Text { text: MessageText::parse("দাম কত?").unwrap() }
    }

    fn waiting() -> Conversation {
        Conversation {
            id: ConversationId(Uuid::nil()),
            shop: ShopId::parse("nokshi").unwrap(),
            secret_hash: String::new(),
            state: ConversationState::Waiting,
            locale: Locale::Bn,
            page: None,
            head: Sequence(0),
            shopper_seen: Sequence(0),
            agent_seen: Sequence(0),
            assignee: None,
            waiting_since: Some(1),
            created_at: 1,
            updated_at: 1,
        }
    }

    fn agent(number: u128) -> Author {
        Author::Agent { id: AgentId(Uuid::from_u128(number)), name: "রিমা".into() }
    }

    #[test]
    fn an_agents_answer_takes_the_conversation_up_and_ends_the_waiting() {
        let mut talk = waiting();
        assert_eq!(talk.take_message(&Author::Shopper {}, &words(), 5), Sequence(1));
        assert_eq!((talk.state, talk.waiting_since), (ConversationState::Waiting, Some(1)));
        assert_eq!(talk.take_message(&agent(7), &words(), 9), Sequence(2));
        assert_eq!((talk.state, talk.waiting_since), (ConversationState::Open, None));
        assert_eq!(talk.assignee, Some(AgentId(Uuid::from_u128(7))));
        talk.take_message(&agent(8), &words(), 10);
        assert_eq!(talk.assignee, Some(AgentId(Uuid::from_u128(7))), "a colleague's word takes nothing away");
    }

    #[test]
    fn a_shoppers_word_wakes_a_closed_conversation_but_the_bots_does_not() {
        let mut talk = waiting();
        assert!(talk.close(20));
        assert!(!talk.close(21));
        talk.take_message(&Author::Bot {}, &words(), 30);
        assert_eq!(talk.state, ConversationState::Closed);
        talk.take_message(&Author::Shopper {}, &words(), 40);
        assert_eq!((talk.state, talk.waiting_since), (ConversationState::Waiting, Some(40)));
    }

    #[test]
    fn a_word_on_an_answer_wakes_nothing_nor_what_was_looked_at() {
        let mut talk = waiting();
        talk.close(20);
        let helped = Body::Feedback { answer: ClientId(Uuid::nil()), helped: false };
        assert_eq!(talk.take_message(&Author::Shopper {}, &helped, 30), Sequence(1));
        let viewed = Body::Viewed { products: vec![ProductId::parse("NK-1").unwrap()] };
        assert_eq!(talk.take_message(&Author::Shopper {}, &viewed, 31), Sequence(2));
        assert_eq!((talk.state, talk.waiting_since), (ConversationState::Closed, None));
    }

    #[test]
    fn given_back_it_waits_again_and_reopened_it_goes_to_whom_it_had() {
        let mut talk = waiting();
        let rima = Some(AgentId(Uuid::from_u128(7)));
        assert!(talk.assign(rima, 5));
        assert!(!talk.assign(rima, 6), "twice is once");
        assert!(talk.assign(None, 8));
        assert_eq!((talk.state, talk.waiting_since), (ConversationState::Waiting, Some(8)));
        talk.assign(rima, 9);
        talk.close(10);
        assert!(talk.reopen(11));
        assert!(!talk.reopen(12));
        assert_eq!((talk.state, talk.assignee), (ConversationState::Open, rima));
    }

    #[test]
    fn what_was_read_moves_on_only_and_not_past_the_head() {
        let mut talk = waiting();
        talk.head = Sequence(4);
        assert!(talk.see(Side::Shopper, Sequence(3)));
        assert!(!talk.see(Side::Shopper, Sequence(2)));
        assert!(talk.see(Side::Shopper, Sequence(u64::MAX)));
        assert_eq!((talk.shopper_seen, talk.agent_seen), (Sequence(4), Sequence(0)));
    }
}
