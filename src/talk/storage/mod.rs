//! The talk on this device's disk, in IndexedDB: messages, outbox, the conversation's proof, the shop pack.
//!
//! Where the browser keeps nothing (blocked, full, private), everything goes on from memory, and the shopper is told.

mod database;

use std::{cell::RefCell, rc::Rc};

use alap_protocol::id::ShopId;
use alap_thread::{Changes, Thread};
use database::Database;
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

/// The keeper of it all. Cheap to clone.
#[derive(Clone)]
pub(in crate::talk) struct Storage {
    database: Rc<RefCell<Option<Rc<Database>>>>,
    blocked: RwSignal<bool>,
}

impl Storage {
    /// Opens what is kept for a shop. Never fails: without a database it keeps nothing, and sets `blocked`.
    pub(in crate::talk) async fn open(shop: &ShopId, blocked: RwSignal<bool>) -> Self {
        let opened = Database::open(&format!("alap:{shop}")).await;
        blocked.set(opened.is_err());
        Self { database: Rc::new(RefCell::new(opened.ok().map(Rc::new))), blocked }
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

    /// What proves the conversation, as a text.
    pub(in crate::talk) async fn read_proof(&self) -> Option<String> {
        self.give_up(self.database()?.read_proof().await)?
    }

    /// Keeps what proves the conversation.
    pub(in crate::talk) async fn write_proof(&self, proof: &str) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write_proof(proof).await);
    }

    /// The kept shop pack.
    pub(in crate::talk) async fn read_pack(&self) -> Option<ArrayBuffer> {
        self.give_up(self.database()?.read_pack().await)?
    }

    /// Keeps the shop pack as it came.
    pub(in crate::talk) async fn write_pack(&self, pack: &ArrayBuffer) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write_pack(pack).await);
    }

    /// The talk as it was kept.
    pub(in crate::talk) async fn read_thread(&self) -> Thread {
        let Some(database) = self.database() else { return Thread::default() };
        let Some((messages, outbox)) = self.give_up(database.read_thread().await) else {
            return Thread::default();
        };
        Thread::from_kept(parse_all(&messages), parse_all(&outbox))
    }

    /// Writes down what changed in the talk, all of it or nothing.
    pub(in crate::talk) async fn write_changes(&self, changes: &Changes) {
        let Some(database) = self.database() else { return };
        if !changes.is_empty() {
            self.give_up(database.write_changes(changes).await);
        }
    }

    /// Forgets everything but the shop pack.
    pub(in crate::talk) async fn erase(&self) {
        let Some(database) = self.database() else { return };
        self.give_up(database.erase_talk().await);
    }
}

/// What cannot be read any more is left out: one broken line does not take the others with it.
fn parse_all<T: DeserializeOwned>(texts: &[String]) -> Vec<T> {
    texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
}
