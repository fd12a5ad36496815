//! The open conversation: its history, and how far it has been read.

use alap_protocol::{id::ConversationId, message::Message};
use alap_thread::Merge;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{Failure, http},
    state::Inbox,
};

impl Inbox {
    /// Brings a conversation onto the screen.
    pub(crate) async fn show(self, id: ConversationId) {
        if self.conversations.with_untracked(|all| all.get(id).is_none()) {
            match http::conversation(id).await {
                Ok(summary) => self.conversations.update(|all| all.put(summary)),
                Err(Failure::Refused(_)) => return self.trouble.set(Some("inbox.no_conversation")),
                Err(failure) => return self.note(failure),
            }
        }
        self.catch_up(id).await;
    }

    /// Fetches after what is here until nothing is missing.
    pub(crate) async fn catch_up(self, id: ConversationId) {
        // What is asked for while a page is on its way is done after it: two at once would fetch the same.
        let is_on_its_way = self.fetching.write_value().insert(id, true).is_some();
        if is_on_its_way {
            return;
        }
        while self.fetching.write_value().insert(id, false) == Some(true) {
            match self.fetch_to_head(id).await {
                Ok(()) => {
                    self.with_talk(id, |talk| talk.fetched = true);
                    self.mark_seen();
                }
                Err(Failure::Refused(_)) => self.trouble.set(Some("inbox.no_conversation")),
                Err(failure) => self.note(failure),
            }
        }
        self.fetching.write_value().remove(&id);
    }

    async fn fetch_to_head(self, id: ConversationId) -> Result<(), Failure> {
        loop {
            let page = http::messages(id, self.head_here(id)).await?;
            let got_some = !page.messages.is_empty();
            self.conversations.update(|all| all.update(&page.conversation));
            self.with_talk(id, |talk| {
                if page.reset {
                    talk.thread.reset();
                }
                for message in page.messages {
                    talk.thread.merge(message);
                }
            });
            self.forget_confirmed(id);
            if !got_some || self.head_here(id) >= page.conversation.head {
                return Ok(());
            }
        }
    }

    /// Takes in the newest message of a conversation whose history is here.
    pub(crate) fn merge(self, id: ConversationId, message: Message) {
        let fetched = self.talks.with_untracked(|talks| talks.get(&id).is_some_and(|talk| talk.fetched));
        if !fetched {
            return;
        }
        match self.with_talk(id, |talk| talk.thread.merge(message)) {
            Merge::Gap => spawn_local(self.catch_up(id)),
            Merge::Added => {
                self.forget_confirmed(id);
                self.mark_seen();
            }
            Merge::Known => {}
        }
    }

    /// What is on the screen of somebody who looks has been read.
    pub(crate) fn mark_seen(self) {
        let Some(id) = self.open.get_untracked().filter(|_| !document().hidden()) else { return };
        let head = self.head_here(id);
        let seen = self.conversations.with_untracked(|all| all.get(id).map(|known| known.agent_seen));
        if seen.is_some_and(|seen| seen < head) {
            // Told at once here; the server's push says the same a moment later.
            self.conversations.update(|all| all.mark_seen(id, head));
            spawn_local(async move {
                if let Err(failure) = http::seen(id, head).await {
                    self.note(failure);
                }
            });
        }
    }
}
