//! The talk: confirmed messages, then the outbox.

use std::collections::HashSet;

use alap_protocol::{
    error::ErrorCode,
    id::{ClientId, Sequence},
    message::{Ack, Author, Body, Message, NewMessage},
};

use crate::outbox::{Pending, PendingState};

/// A conversation as this device sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    confirmed: Vec<Message>,
    outbox: Vec<Pending>,
}

/// What taking in a message from the server did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// It is the newest now.
    Added,
    /// It was here already.
    Known,
    /// Messages before it are missing: fetch after [`Thread::head`].
    Gap,
}

/// One line of the talk as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Stays the same from the first moment to the last, so that a list can keep its place on the screen.
    pub client_id: ClientId,
    /// Who.
    pub author: Author,
    /// What.
    pub body: Body,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// The place that the server gave it, or how far it has come.
    pub state: Result<Sequence, PendingState>,
}

impl Thread {
    /// Puts a talk together from what was kept: confirmed messages up to the first gap, and the outbox in its order.
    pub fn from_kept(mut messages: Vec<Message>, mut outbox: Vec<Pending>) -> Self {
        messages.sort_by_key(|message| message.seq);
        outbox.sort_by_key(|pending| (pending.order, pending.message.client_id));
        let mut thread = Self { confirmed: Vec::new(), outbox };
        for message in messages {
            thread.merge(message);
        }
        thread
    }

    /// The newest confirmed message's place: the cursor to fetch after.
    pub fn head(&self) -> Sequence {
        self.confirmed.last().map_or(Sequence(0), |message| message.seq)
    }

    /// Nothing has been said.
    pub fn is_empty(&self) -> bool {
        self.confirmed.is_empty() && self.outbox.is_empty()
    }

    /// What the server has confirmed, in order.
    pub fn confirmed(&self) -> &[Message] {
        &self.confirmed
    }

    /// What waits, in the order in which it was written.
    pub fn outbox(&self) -> &[Pending] {
        &self.outbox
    }

    /// Everything in the order in which it is shown.
    pub fn shown(&self) -> Vec<Shown> {
        let confirmed = self.confirmed.iter().map(|message| Shown {
            client_id: message.client_id,
            author: message.author.clone(),
            body: message.body.clone(),
            at: message.at,
            state: Ok(message.seq),
        });
        let outbox = self.outbox.iter().map(|pending| Shown {
            client_id: pending.message.client_id,
            author: pending.author.clone(),
            body: pending.message.body.clone(),
            at: pending.at,
            state: Err(pending.state),
        });
        confirmed.chain(outbox).collect()
    }

    /// Writes a message that stays on the device for now. A client id that is here already is left as it is.
    pub fn write(&mut self, message: NewMessage, author: Author, at: i64) {
        self.push(message, author, at, PendingState::Local);
    }

    /// Writes a message that is to be sent.
    pub fn write_to_send(&mut self, message: NewMessage, author: Author, at: i64) {
        self.push(message, author, at, PendingState::Queued);
    }

    fn push(&mut self, message: NewMessage, author: Author, at: i64, state: PendingState) {
        let known = self.confirmed.iter().any(|known| known.client_id == message.client_id)
            || self.outbox.iter().any(|known| known.message.client_id == message.client_id);
        if !known {
            let order = self.outbox.iter().map(|pending| pending.order).max().map_or(0, |last| last + 1);
            self.outbox.push(Pending { message, author, order, at, state });
        }
    }

    /// Takes a pending message in from another copy of the talk, as it is.
    pub fn put_back(&mut self, pending: Pending) {
        let Pending { message, author, at, state, .. } = pending;
        self.push(message, author, at, state);
    }

    /// The shopper asked for a person: all that was said on the device is to be sent, in its order.
    pub fn queue_all(&mut self) {
        for pending in &mut self.outbox {
            if pending.state == PendingState::Local {
                pending.state = PendingState::Queued;
            }
        }
    }

    /// The first message to send. The next is sent when this one is acknowledged, so that order is kept.
    pub fn next_to_send(&self) -> Option<&NewMessage> {
        self.outbox
            .iter()
            .find(|pending| pending.state == PendingState::Queued)
            .map(|pending| &pending.message)
    }

    /// The server has it on disk. Says whether messages before it have to be fetched.
    pub fn acknowledge(&mut self, ack: &Ack) -> Merge {
        let Some(place) = self.outbox.iter().position(|pending| pending.message.client_id == ack.client_id)
        else {
            return Merge::Known;
        };
        if ack.seq != self.head().next() {
            self.outbox[place].state = PendingState::Acknowledged;
            return if ack.seq > self.head() { Merge::Gap } else { Merge::Known };
        }
        let pending = self.outbox.remove(place);
        self.confirmed.push(Message {
            seq: ack.seq,
            client_id: ack.client_id,
            author: pending.author,
            body: pending.message.body,
            at: ack.at,
        });
        Merge::Added
    }

    /// The server will never take it.
    pub fn refuse(&mut self, client_id: ClientId, code: ErrorCode) {
        if let Some(pending) = self.outbox.iter_mut().find(|pending| pending.message.client_id == client_id) {
            pending.state = PendingState::Refused(code);
        }
    }

    /// Takes a message out of the outbox that was refused, to be mended and written anew.
    pub fn take_refused(&mut self, client_id: ClientId) -> Option<Pending> {
        let place = self.outbox.iter().position(|pending| {
            pending.message.client_id == client_id && matches!(pending.state, PendingState::Refused(_))
        })?;
        Some(self.outbox.remove(place))
    }

    /// Takes in a message from the server.
    pub fn merge(&mut self, message: Message) -> Merge {
        if message.seq <= self.head() {
            return Merge::Known;
        }
        if message.seq != self.head().next() {
            return Merge::Gap;
        }
        self.outbox.retain(|pending| pending.message.client_id != message.client_id);
        self.confirmed.push(message);
        Merge::Added
    }

    /// The server no longer knows this cursor: drops what was confirmed. What was acknowledged but never fetched is
    /// sent again; the server knows it by its client id if it is there.
    pub fn reset(&mut self) {
        self.confirmed.clear();
        for pending in &mut self.outbox {
            if pending.state == PendingState::Acknowledged {
                pending.state = PendingState::Queued;
            }
        }
    }

    /// How many messages of the other side lie after `seen`.
    pub fn unread(&self, seen: Sequence, mine: impl Fn(&Author) -> bool) -> usize {
        self.confirmed
            .iter()
            .filter(|message| message.seq > seen && !mine(&message.author))
            .filter(|message| !matches!(message.body, Body::Event { .. }))
            .count()
    }

    /// Joins what another tab wrote: the longer confirmed part, and every pending message that is not in it.
    pub fn join(&mut self, other: Self) {
        if other.head() > self.head() {
            self.confirmed = other.confirmed;
        }
        let confirmed: HashSet<_> = self.confirmed.iter().map(|message| message.client_id).collect();
        let here: HashSet<_> = self.outbox.iter().map(|pending| pending.message.client_id).collect();
        self.outbox
            .extend(other.outbox.into_iter().filter(|pending| !here.contains(&pending.message.client_id)));
        self.outbox.retain(|pending| !confirmed.contains(&pending.message.client_id));
        self.outbox.sort_by_key(|pending| (pending.order, pending.message.client_id));
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::text::MessageText;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn text(words: &str) -> Body {
        Body::Text { text: MessageText::parse(words).unwrap() }
    }

    fn new(number: u128) -> NewMessage {
        NewMessage { client_id: ClientId(Uuid::from_u128(number)), body: text(&format!("message {number}")) }
    }

    fn from_server(seq: u64, number: u128) -> Message {
        let NewMessage { client_id, body } = new(number);
        Message { seq: Sequence(seq), client_id, author: Author::Shopper {}, body, at: 5 }
    }

    fn ack(seq: u64, number: u128) -> Ack {
        Ack { client_id: ClientId(Uuid::from_u128(number)), seq: Sequence(seq), at: 5 }
    }

    #[test]
    fn nothing_is_sent_before_a_person_is_asked_for() {
        let mut thread = Thread::default();
        thread.write(new(1), Author::Shopper {}, 0);
        thread.write(new(2), Author::Bot {}, 0);
        assert_eq!(thread.next_to_send(), None);
        thread.queue_all();
        assert_eq!(thread.next_to_send(), Some(&new(1)));
    }

    #[test]
    fn an_acknowledged_message_keeps_its_place_and_is_shown_once() {
        let mut thread = Thread::default();
        thread.write_to_send(new(1), Author::Shopper {}, 0);
        assert_eq!(thread.acknowledge(&ack(1, 1)), Merge::Added);
        assert_eq!(thread.merge(from_server(1, 1)), Merge::Known);
        assert_eq!(thread.shown().len(), 1);
        assert_eq!(thread.next_to_send(), None);
    }

    #[test]
    fn an_acknowledgement_behind_a_gap_waits_for_the_missing_message() {
        let mut thread = Thread::default();
        thread.write_to_send(new(1), Author::Shopper {}, 0);
        assert_eq!(thread.acknowledge(&ack(2, 1)), Merge::Gap);
        assert_eq!(thread.next_to_send(), None, "it is on disk: it is not sent again");
        assert_eq!(thread.merge(from_server(1, 9)), Merge::Added);
        assert_eq!(thread.merge(from_server(2, 1)), Merge::Added);
        assert!(thread.outbox().is_empty());
    }

    #[test]
    fn a_push_from_the_future_is_a_gap() {
        let mut thread = Thread::default();
        assert_eq!(thread.merge(from_server(3, 1)), Merge::Gap);
        assert!(thread.is_empty());
    }

    #[test]
    fn a_refused_message_stays_until_it_is_taken_back() {
        let mut thread = Thread::default();
        thread.write_to_send(new(1), Author::Shopper {}, 0);
        thread.refuse(new(1).client_id, ErrorCode::Invalid);
        assert_eq!(thread.next_to_send(), None);
        assert_eq!(thread.shown().len(), 1);
        assert!(thread.take_refused(new(1).client_id).is_some());
        assert!(thread.is_empty());
    }

    #[test]
    fn after_a_reset_all_that_is_not_known_to_be_there_goes_again() {
        let mut thread = Thread::default();
        thread.merge(from_server(1, 7));
        thread.write_to_send(new(1), Author::Shopper {}, 0);
        thread.acknowledge(&ack(3, 1));
        thread.reset();
        assert_eq!(thread.head(), Sequence(0));
        assert_eq!(thread.next_to_send(), Some(&new(1)));
    }

    #[test]
    fn only_words_of_the_other_side_count_as_unread() {
        let mut thread = Thread::default();
        thread.merge(from_server(1, 1));
        let agent = Author::Agent { id: alap_protocol::id::AgentId(Uuid::nil()), name: "Mita".into() };
        thread.merge(Message { author: agent.clone(), ..from_server(2, 2) });
        let event = Body::Event { event: alap_protocol::message::Event::Closed {} };
        thread.merge(Message { author: Author::System {}, body: event, ..from_server(3, 3) });
        assert_eq!(thread.unread(Sequence(0), |author| *author == Author::Shopper {}), 1);
        assert_eq!(thread.unread(Sequence(2), |author| *author == Author::Shopper {}), 0);
    }

    #[test]
    fn what_another_tab_wrote_joins_without_doubling() {
        let mut here = Thread::default();
        here.write_to_send(new(1), Author::Shopper {}, 0);
        let mut there = here.clone();
        there.acknowledge(&ack(1, 1));
        there.write_to_send(new(2), Author::Shopper {}, 0);
        here.join(there);
        assert_eq!(here.shown().len(), 2);
        assert_eq!(here.head(), Sequence(1));
    }

    /// What can reach a device, in any order and any number of times.
    #[derive(Clone, Debug)]
    enum Step {
        Push(usize),
        Ack(usize),
        Fetch,
        Reset,
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            (0_usize..12).prop_map(Step::Push),
            (0_usize..12).prop_map(Step::Ack),
            Just(Step::Fetch),
            Just(Step::Reset),
        ]
    }

    proptest! {
        #[test]
        fn dense_once_and_nothing_lost_in_any_order(steps in prop::collection::vec(step(), 0..60)) {
            // The server's truth: twelve messages, the even ones written here.
            let server: Vec<_> = (0..12).map(|i| from_server(i + 1, u128::from(i))).collect();
            let mut thread = Thread::default();
            for i in (0..12).step_by(2) {
                thread.write_to_send(new(i), Author::Shopper {}, 0);
            }
            let fetch = |thread: &mut Thread| {
                for message in server.iter().skip(thread.head().0 as usize) {
                    thread.merge(message.clone());
                }
            };
            for step in steps {
                match step {
                    Step::Push(i) => { thread.merge(server[i].clone()); }
                    Step::Ack(i) => { thread.acknowledge(&ack(i as u64 + 1, i as u128)); }
                    Step::Fetch => fetch(&mut thread),
                    Step::Reset => thread.reset(),
                }
                let ids: HashSet<_> = thread.shown().iter().map(|shown| shown.client_id).collect();
                prop_assert_eq!(ids.len(), thread.shown().len());
                for (i, message) in thread.confirmed().iter().enumerate() {
                    prop_assert_eq!(message.seq, Sequence(i as u64 + 1));
                }
            }
            fetch(&mut thread);
            prop_assert_eq!(thread.confirmed(), &server[..]);
            prop_assert!(thread.outbox().is_empty());
        }
    }
}
