//! What has to be written down after a change, so that storage does not write the whole talk each time.

use alap_protocol::{id::ClientId, message::Message};

use crate::{Pending, Thread};

/// The difference between two states of one talk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// All confirmed messages that are kept have to go first.
    pub clear_confirmed: bool,
    /// Newly confirmed.
    pub confirmed: Vec<Message>,
    /// New in the outbox, or changed there.
    pub pending: Vec<Pending>,
    /// Gone from the outbox.
    pub gone: Vec<ClientId>,
}

impl Changes {
    /// What turns `before` into `after`.
    pub fn between(before: &Thread, after: &Thread) -> Self {
        let kept = before.confirmed().len();
        let continues = after.confirmed().len() >= kept && after.confirmed()[..kept] == *before.confirmed();
        let new = if continues { &after.confirmed()[kept..] } else { after.confirmed() };
        Self {
            clear_confirmed: !continues,
            confirmed: new.to_vec(),
            pending: after.outbox().iter().filter(|new| !before.outbox().contains(new)).cloned().collect(),
            gone: before
                .outbox()
                .iter()
                .map(|old| old.message.client_id)
                .filter(|id| !after.outbox().iter().any(|new| new.message.client_id == *id))
                .collect(),
        }
    }

    /// Nothing to write.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        id::Sequence,
        message::{Ack, Author, Body, NewMessage},
        text::MessageText,
    };
    use uuid::Uuid;

    use super::*;

    fn message(number: u128) -> NewMessage {
        let text = MessageText::parse("দাম কত?").unwrap();
        NewMessage { client_id: ClientId(Uuid::from_u128(number)), body: Body::Text { text } }
    }

    #[test]
    fn an_acknowledged_message_moves_from_the_outbox_to_the_talk() {
        let mut before = Thread::default();
        before.write_to_send(message(1), Author::Shopper {}, 0);
        before.write_to_send(message(2), Author::Shopper {}, 0);
        let mut after = before.clone();
        after.acknowledge(&Ack { client_id: message(1).client_id, seq: Sequence(1), at: 9 });
        let changes = Changes::between(&before, &after);
        assert_eq!((changes.clear_confirmed, changes.confirmed.len()), (false, 1));
        assert_eq!(changes.gone, [message(1).client_id]);
        assert!(changes.pending.is_empty());
    }

    #[test]
    fn a_reset_clears_what_was_kept() {
        let mut before = Thread::default();
        before.write_to_send(message(1), Author::Shopper {}, 0);
        before.acknowledge(&Ack { client_id: message(1).client_id, seq: Sequence(1), at: 9 });
        let mut after = before.clone();
        after.reset();
        assert!(Changes::between(&before, &after).clear_confirmed);
    }

    #[test]
    fn what_was_written_down_comes_back_the_same() {
        let mut thread = Thread::default();
        for number in 1..4 {
            thread.write_to_send(message(number), Author::Shopper {}, 0);
        }
        thread.acknowledge(&Ack { client_id: message(1).client_id, seq: Sequence(1), at: 9 });
        let Changes { confirmed, mut pending, .. } = Changes::between(&Thread::default(), &thread);
        pending.reverse();
        assert_eq!(Thread::from_kept(confirmed, pending), thread);
        assert!(Changes::between(&thread, &thread).is_empty());
    }
}
