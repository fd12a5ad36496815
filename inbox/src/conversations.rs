//! What the page knows of all conversations, and the order in which people should be answered.

use std::collections::HashMap;

use alap_protocol::{
    conversation::{ConversationState, ConversationSummary, ConversationView},
    id::{AgentId, ConversationId, Sequence},
    message::Author,
};

/// Which conversations are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Filter {
    /// All that are not done.
    #[default]
    Active,
    /// Those of the agent who looks.
    Mine,
    /// Done.
    Closed,
}

impl Filter {
    pub(crate) const ALL: [Self; 3] = [Self::Active, Self::Mine, Self::Closed];

    /// The states that have to be fetched for it.
    pub(crate) fn states(self) -> &'static [ConversationState] {
        match self {
            Self::Active | Self::Mine => &[ConversationState::Waiting, ConversationState::Open],
            Self::Closed => &[ConversationState::Closed],
        }
    }

    fn lets_through(self, summary: &ConversationSummary, me: Option<AgentId>) -> bool {
        self.states().contains(&summary.state) && (self != Self::Mine || summary.assignee == me)
    }
}

/// Every conversation that the page has heard of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conversations(HashMap<ConversationId, ConversationSummary>);

impl Conversations {
    pub(crate) fn get(&self, id: ConversationId) -> Option<&ConversationSummary> {
        self.0.get(&id)
    }

    /// Takes in how a conversation stands. What is older than what is known is left out: pushes and answers overtake
    /// each other.
    pub(crate) fn put(&mut self, summary: ConversationSummary) {
        let is_old = self
            .0
            .get(&summary.id)
            .is_some_and(|known| (summary.updated_at, summary.head) < (known.updated_at, known.head));
        if !is_old {
            self.0.insert(summary.id, summary);
        }
    }

    /// Takes in all conversations of some states: whatever else was thought to be in one of them no longer is.
    pub(crate) fn replace(
        &mut self,
        states: &[ConversationState],
        summaries: impl IntoIterator<Item = ConversationSummary>,
    ) {
        self.0.retain(|_, known| !states.contains(&known.state));
        for summary in summaries {
            self.put(summary);
        }
    }

    /// What came with a page of messages: how far each side has read, who has to act.
    pub(crate) fn update(&mut self, view: &ConversationView) {
        if let Some(known) = self.0.get_mut(&view.id).filter(|known| known.head <= view.head) {
            known.state = view.state;
            known.head = view.head;
            known.agent_seen = known.agent_seen.max(view.agent_seen);
            known.shopper_seen = known.shopper_seen.max(view.shopper_seen);
        }
    }

    /// The shop has read so far.
    pub(crate) fn mark_seen(&mut self, id: ConversationId, up_to: Sequence) {
        if let Some(known) = self.0.get_mut(&id) {
            known.agent_seen = known.agent_seen.max(up_to);
        }
    }

    /// Those that wait, the longest first; then the others, the latest changed first.
    pub(crate) fn listed(&self, filter: Filter, me: Option<AgentId>) -> Vec<ConversationSummary> {
        let mut listed: Vec<_> =
            self.0.values().filter(|summary| filter.lets_through(summary, me)).cloned().collect();
        listed.sort_by_key(|summary| {
            let waits = summary.state == ConversationState::Waiting;
            let when = if waits { waiting_since(summary) } else { -summary.updated_at };
            (!waits, when, summary.id)
        });
        listed
    }

    /// How many wait for a person.
    pub(crate) fn waiting(&self) -> usize {
        self.0.values().filter(|summary| summary.state == ConversationState::Waiting).count()
    }
}

/// Since when the shopper waits.
pub(crate) fn waiting_since(summary: &ConversationSummary) -> i64 {
    summary.waiting_since.unwrap_or(summary.updated_at)
}

/// Is there something that nobody of the shop has read?
pub(crate) fn is_unread(summary: &ConversationSummary) -> bool {
    let by_shopper =
        summary.last.as_ref().is_none_or(|last| matches!(last.author, Author::Shopper {} | Author::Bot {}));
    summary.head > summary.agent_seen && by_shopper
}

#[cfg(test)]
mod tests {
    use alap_protocol::locale::Locale;
    use uuid::Uuid;

    use super::*;

    fn summary(number: u128, state: ConversationState, at: i64) -> ConversationSummary {
        ConversationSummary {
            id: ConversationId(Uuid::from_u128(number)),
            state,
            head: Sequence(1),
            last: None,
            assignee: None,
            assignee_name: None,
            agent_seen: Sequence(0),
            shopper_seen: Sequence(0),
            locale: Locale::Bn,
            page: None,
            waiting_since: (state == ConversationState::Waiting).then_some(at),
            created_at: 0,
            updated_at: at,
        }
    }

    fn ids(listed: &[ConversationSummary]) -> Vec<u128> {
        listed.iter().map(|summary| summary.id.0.as_u128()).collect()
    }

    #[test]
    fn who_waits_longest_comes_first_and_the_rest_by_what_is_new() {
        let mut all = Conversations::default();
        for (number, state, at) in [
            (1, ConversationState::Open, 10),
            (2, ConversationState::Waiting, 9),
            (3, ConversationState::Open, 20),
            (4, ConversationState::Waiting, 5),
            (5, ConversationState::Closed, 30),
        ] {
            all.put(summary(number, state, at));
        }
        assert_eq!(ids(&all.listed(Filter::Active, None)), [4, 2, 3, 1]);
        assert_eq!(ids(&all.listed(Filter::Closed, None)), [5]);
        assert_eq!(all.waiting(), 2);
    }

    #[test]
    fn mine_are_those_that_i_have() {
        let me = AgentId(Uuid::from_u128(7));
        let mut all = Conversations::default();
        all.put(ConversationSummary { assignee: Some(me), ..summary(1, ConversationState::Open, 1) });
        all.put(summary(2, ConversationState::Waiting, 1));
        assert_eq!(ids(&all.listed(Filter::Mine, Some(me))), [1]);
    }

    #[test]
    fn an_answer_that_was_overtaken_changes_nothing() {
        let mut all = Conversations::default();
        all.put(summary(1, ConversationState::Closed, 10));
        all.put(summary(1, ConversationState::Open, 9));
        assert_eq!(ids(&all.listed(Filter::Closed, None)), [1]);
    }

    #[test]
    fn a_fetched_list_drops_what_left_its_state_unheard() {
        let mut all = Conversations::default();
        all.put(summary(1, ConversationState::Open, 1));
        all.put(summary(2, ConversationState::Closed, 1));
        all.replace(Filter::Active.states(), [summary(3, ConversationState::Waiting, 2)]);
        assert_eq!(ids(&all.listed(Filter::Active, None)), [3]);
        assert_eq!(ids(&all.listed(Filter::Closed, None)), [2]);
    }

    #[test]
    fn our_own_last_word_is_never_unread() {
        let mut line = summary(1, ConversationState::Open, 1);
        assert!(is_unread(&line));
        line.agent_seen = Sequence(1);
        assert!(!is_unread(&line));
    }
}
