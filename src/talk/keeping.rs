//! The talk in memory, on this device's disk, and in other tabs: kept the same.

use std::collections::HashSet;

use alap_protocol::{
    id::{ClientId, Sequence},
    message::{Author, Body, NewMessage},
};
use alap_thread::{Changes, Thread};
use alap_ui::device_time;
use leptos::{prelude::*, task::spawn_local};

use super::{
    courier::Command,
    state::{After, TalkState},
};
use crate::{
    credentials::Credentials,
    kept::{self, Slot},
    pack,
    panel::View,
    random::new_id,
    storage::Storage,
    tabs::Kept,
};

/// Brings up what is kept.
pub(super) async fn read(talk: TalkState) {
    let storage = talk.storage();
    talk.thread.set(storage.read_thread().await);
    talk.credentials.set(read_credentials(&storage).await);
    let seen = talk.panel.shop.with_value(|shop| kept::read(shop, Slot::Seen));
    talk.seen.set(Sequence(seen.and_then(|seen| seen.parse().ok()).unwrap_or_default()));
}

/// Shows the kept pack where no newer one could be had, and from then on keeps each new one.
pub(super) async fn keep_pack(talk: TalkState) {
    let panel = talk.panel;
    if panel.pack.with_untracked(Option::is_none)
        && let Some(kept) = talk.storage().read_pack().await.as_ref().and_then(pack::parse)
        && panel.pack.with_untracked(Option::is_none)
    {
        pack::take(panel, kept);
    }
    Effect::new(move |_| {
        panel.pack.track();
        if let Some(bytes) = panel.pack_bytes.get_value() {
            spawn_local(async move { talk.storage().write_pack(&bytes).await });
        }
    });
}

async fn read_credentials(storage: &Storage) -> Option<Credentials> {
    serde_json::from_str(&storage.read_proof().await?).ok()
}

impl TalkState {
    /// Changes the talk, writes down what changed, then lets the courier and the other tabs know.
    pub(super) fn change_thread(self, change: impl FnOnce(&mut Thread)) {
        let before = self.thread.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        self.take_change(&before, after);
    }

    /// Apart from the closure, so that it is compiled once.
    fn take_change(self, before: &Thread, after: Thread) {
        let changes = Changes::between(before, &after);
        if changes.is_empty() {
            return;
        }
        let new: Vec<_> = changes.pending.iter().map(|pending| pending.message.client_id).collect();
        let unsaved = self.unsaved.get_value();
        unsaved.borrow_mut().extend(new.iter().copied());
        if before.is_empty() {
            self.panel.keep(Slot::Begun, "yes");
        }
        self.thread.set(after);
        spawn_local(async move {
            self.storage().write_changes(&changes).await;
            for id in &new {
                unsaved.borrow_mut().remove(id);
            }
            self.command(Command::Wake);
            self.tabs.with_value(|tabs| tabs.tell_changed(Kept::Talk));
        });
    }

    /// Writes a message: on this device only, or to be sent once the shopper has asked for a person.
    pub(super) fn write(self, author: Author, body: Body) {
        self.write_all(&author, vec![body]);
    }

    /// The same for messages that belong together: all of them are written, in their order, or none.
    pub(super) fn write_all(self, author: &Author, bodies: Vec<Body>) {
        let new = |body| Some(NewMessage { client_id: ClientId(new_id()?), body });
        let Some(messages) = bodies.into_iter().map(new).collect::<Option<Vec<_>>>() else { return };
        let at = device_time::now();
        let handed_over = self.credentials.with_untracked(Option::is_some);
        self.change_thread(move |thread| {
            for message in messages {
                if handed_over {
                    thread.write_to_send(message, author.clone(), at);
                } else {
                    thread.write(message, author.clone(), at);
                }
            }
        });
    }

    /// Takes in what another tab wrote.
    pub(super) async fn take_in_other_tabs(self) {
        let storage = self.storage();
        let there = storage.read_thread().await;
        let credentials = read_credentials(&storage).await;
        if credentials.is_none() && self.credentials.with_untracked(Option::is_some) {
            // Another tab forgot this shopper.
            self.forget();
            return;
        }
        if self.thread.with_untracked(|here| *here != there) {
            self.thread.update(|here| self.join(here, there));
        }
        if self.credentials.with_untracked(|here| *here != credentials) {
            self.credentials.set(credentials);
        }
        self.command(Command::Wake);
    }

    /// What is on the disk counts, and what this tab is about to write there.
    fn join(self, here: &mut Thread, mut there: Thread) {
        let unsaved = self.unsaved.get_value();
        let known: HashSet<_> = there.outbox().iter().map(|pending| pending.message.client_id).collect();
        for pending in here.outbox() {
            let id = pending.message.client_id;
            if !known.contains(&id) && unsaved.borrow().contains(&id) {
                there.put_back(pending.clone());
            }
        }
        if there.head() >= here.head() {
            *here = there;
        } else {
            here.join(there);
        }
    }

    /// Everything of this shopper goes, from memory and from this device.
    pub(super) fn reset(self) {
        self.forget();
        spawn_local(async move {
            self.storage().erase().await;
            self.tabs.with_value(|tabs| {
                tabs.tell_changed(Kept::Talk);
                tabs.tell_changed(Kept::History);
                tabs.tell_changed(Kept::Requests);
            });
        });
    }

    fn forget(self) {
        self.thread.set(Thread::default());
        self.credentials.set(None);
        self.requested.set_value(false);
        self.conversation.set(None);
        self.after.set(After::Nothing);
        self.waiting.set_value(Vec::new());
        self.moment.set(None);
        self.seen.set(Sequence(0));
        self.panel.shop.with_value(kept::forget);
        // The page may tell again what it noted until now: see `alap_shelf::Forgotten`.
        self.panel.keep(Slot::Forgotten, &format!("{} \n", device_time::now()));
        self.panel.draft.set(String::new());
        self.panel.link.set(crate::panel::Link::Idle);
        self.panel.view.set(View::Home);
        self.command(Command::Wake);
    }
}
