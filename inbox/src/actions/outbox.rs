//! Replies: shown at once, kept until they are on disk at the server, sent in their order.

use alap_protocol::{
    id::{AgentId, ClientId, ConversationId},
    message::{Author, Body, NewMessage},
    text::MessageText,
};
use alap_thread::{Merge, Pending, PendingState};
use alap_ui::device_time;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{Failure, http},
    keep, random,
    state::Inbox,
};

impl Inbox {
    pub(crate) fn reply(self, id: ConversationId, text: MessageText) {
        let Some(me) = self.me_now() else { return };
        let message = NewMessage { client_id: random::client_id(), body: Body::Text { text } };
        let author = Author::Agent { id: me.id, name: me.name };
        self.with_talk(id, |talk| talk.thread.write_to_send(message, author, device_time::now()));
        self.keep_outbox(id);
        spawn_local(self.flush(id));
    }

    /// Sends what waits in a conversation, one after the other.
    pub(crate) async fn flush(self, id: ConversationId) {
        if !self.sending.write_value().insert(id) {
            return;
        }
        while let Some(message) = self.next_to_send(id) {
            match http::send(id, &message).await {
                Ok(ack) => {
                    let merge = self.with_talk(id, |talk| talk.thread.acknowledge(&ack));
                    keep_confirmed(self, id, message.client_id);
                    if merge == Merge::Gap {
                        spawn_local(self.catch_up(id));
                    } else {
                        self.mark_seen();
                    }
                }
                Err(Failure::Refused(code)) => {
                    self.with_talk(id, |talk| talk.thread.refuse(message.client_id, code));
                    self.keep_outbox(id);
                }
                Err(failure) => {
                    self.note(failure);
                    if failure.passes() {
                        self.later(move || spawn_local(self.flush(id)));
                    }
                    break;
                }
            }
        }
        self.sending.write_value().remove(&id);
    }

    /// Sends whatever waits anywhere: the server is back.
    pub(crate) fn flush_all(self) {
        let ids: Vec<_> = self.talks.with_untracked(|talks| {
            let waits = talks.iter().filter(|(_, talk)| talk.thread.next_to_send().is_some());
            waits.map(|(id, _)| *id).collect()
        });
        for id in ids {
            spawn_local(self.flush(id));
        }
    }

    /// What this agent wrote before the session ended, where the browser keeps nothing.
    pub(crate) fn unsent_of(self, me: AgentId) -> Vec<(ConversationId, Pending)> {
        let mine = |pending: &&Pending| matches!(&pending.author, Author::Agent { id, .. } if *id == me);
        self.talks.with_untracked(|talks| {
            let all = talks.iter().flat_map(|(id, talk)| {
                talk.thread.outbox().iter().filter(mine).map(|pending| (*id, pending.clone()))
            });
            all.collect()
        })
    }

    /// Takes a refused reply back; the words go into the field again.
    pub(crate) fn take_back(self, id: ConversationId, client_id: ClientId) -> Option<MessageText> {
        let pending = self.with_talk(id, |talk| talk.thread.take_refused(client_id))?;
        if let Some(me) = self.me_now() {
            keep::drop_pending(me.id, id, client_id);
        }
        pending.message.body.text().cloned()
    }

    /// Replies that came back with the history need not be kept any longer.
    pub(crate) fn forget_confirmed(self, id: ConversationId) {
        let Some(me) = self.me_now() else { return };
        self.talks.with_untracked(|talks| {
            let Some(talk) = talks.get(&id) else { return };
            let mine = talk.thread.confirmed().iter().rev().take(50);
            for message in mine.filter(|message| matches!(message.author, Author::Agent { .. })) {
                keep::drop_pending(me.id, id, message.client_id);
            }
        });
    }

    fn next_to_send(self, id: ConversationId) -> Option<NewMessage> {
        self.talks.with_untracked(|talks| talks.get(&id)?.thread.next_to_send().cloned())
    }

    fn keep_outbox(self, id: ConversationId) {
        let Some(me) = self.me_now() else { return };
        self.talks.with_untracked(|talks| {
            for pending in talks.get(&id).into_iter().flat_map(|talk| talk.thread.outbox()) {
                if pending.state != PendingState::Acknowledged {
                    keep::put_pending(me.id, id, pending);
                }
            }
        });
    }
}

fn keep_confirmed(inbox: Inbox, id: ConversationId, client_id: ClientId) {
    if let Some(me) = inbox.me_now() {
        keep::drop_pending(me.id, id, client_id);
    }
}
