//! What an agent does with a conversation as a whole: take it, hand it on, close it.

use alap_protocol::{
    conversation::ConversationSummary,
    id::{AgentId, ConversationId},
};
use leptos::prelude::*;

use crate::{
    client::{Failure, http},
    state::Inbox,
};

impl Inbox {
    pub(crate) async fn assign(self, id: ConversationId, agent: Option<AgentId>) {
        self.take_in(http::assign(id, agent).await);
    }

    pub(crate) async fn close(self, id: ConversationId) {
        self.take_in(http::close(id).await);
    }

    pub(crate) async fn reopen(self, id: ConversationId) {
        self.take_in(http::reopen(id).await);
    }

    fn take_in(self, answer: Result<ConversationSummary, Failure>) {
        match answer {
            Ok(summary) => {
                self.trouble.set(None);
                self.changed(summary);
            }
            Err(failure) => {
                self.trouble.set(Some("inbox.not_done"));
                self.note(failure);
            }
        }
    }

    /// A conversation is new or stands otherwise than before.
    pub(crate) fn changed(self, summary: ConversationSummary) {
        let (id, last) = (summary.id, summary.last.clone());
        self.conversations.update(|all| all.put(summary));
        if let Some(last) = last {
            self.merge(id, last);
        }
    }
}
