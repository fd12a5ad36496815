//! What this device keeps for one shop, in IndexedDB.
//!
//! Where the browser keeps nothing (blocked, full, private), everything goes on from memory, and the shopper is told.

mod database;

use std::{cell::RefCell, rc::Rc};

use alap_protocol::id::ShopId;
use alap_thread::{Changes, Thread};
use database::Database;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

/// A single value that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The language that the shopper chose.
    Locale,
    /// Something has been said.
    Begun,
    /// The conversation and its secret.
    Conversation,
    /// The shop pack, as it came.
    Pack,
    /// What is being written.
    Draft,
    /// How far the shopper has read.
    Seen,
}

impl Slot {
    fn key(self) -> &'static str {
        match self {
            Self::Locale => "locale",
            Self::Begun => "begun",
            Self::Conversation => "conversation",
            Self::Pack => "pack",
            Self::Draft => "draft",
            Self::Seen => "seen",
        }
    }
}

/// The keeper of it all. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Storage {
    database: Rc<RefCell<Option<Rc<Database>>>>,
    blocked: RwSignal<bool>,
}

impl Storage {
    /// Opens what is kept for a shop. Never fails: without a database it keeps nothing and says so.
    pub(crate) async fn open(shop: &ShopId) -> Self {
        let opened = Database::open(&format!("alap:{shop}")).await;
        let blocked = RwSignal::new(opened.is_err());
        Self { database: Rc::new(RefCell::new(opened.ok().map(Rc::new))), blocked }
    }

    /// The browser keeps nothing.
    pub(crate) fn blocked(&self) -> ReadSignal<bool> {
        self.blocked.read_only()
    }

    fn database(&self) -> Option<Rc<Database>> {
        self.database.borrow().clone()
    }

    /// From now on from memory only: one write that is lost is one too many to go on hoping.
    fn give_up<T>(&self, result: Result<T, indexed_db_futures::error::Error>) -> Option<T> {
        if result.is_err() {
            self.database.borrow_mut().take();
            self.blocked.set(true);
        }
        result.ok()
    }

    /// A kept text.
    pub(crate) async fn read(&self, slot: Slot) -> Option<String> {
        self.give_up(self.database()?.read(slot.key()).await)?
    }

    /// Keeps a text.
    pub(crate) async fn write(&self, slot: Slot, text: &str) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write(slot.key(), text).await);
    }

    /// Forgets a value.
    pub(crate) async fn forget(&self, slot: Slot) {
        let Some(database) = self.database() else { return };
        self.give_up(database.forget(slot.key()).await);
    }

    /// The talk as it was kept.
    pub(crate) async fn read_thread(&self) -> Thread {
        let Some(database) = self.database() else { return Thread::default() };
        let Some((messages, outbox)) = self.give_up(database.read_thread().await) else {
            return Thread::default();
        };
        Thread::from_kept(parse_all(&messages), parse_all(&outbox))
    }

    /// Writes down what changed in the talk, all of it or nothing.
    pub(crate) async fn write_changes(&self, changes: &Changes) {
        let Some(database) = self.database() else { return };
        if !changes.is_empty() {
            self.give_up(database.write_changes(changes).await);
        }
    }

    /// Forgets everything but the shop pack.
    pub(crate) async fn erase(&self) {
        let Some(database) = self.database() else { return };
        self.give_up(database.erase_talk().await);
        for slot in [Slot::Begun, Slot::Conversation, Slot::Draft, Slot::Seen, Slot::Locale] {
            self.forget(slot).await;
        }
    }
}

/// What cannot be read any more is left out: one broken line does not take the others with it.
fn parse_all<T: DeserializeOwned>(texts: &[String]) -> Vec<T> {
    texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
}
