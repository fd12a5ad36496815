//! The talk's part: messages, outbox, the conversation's proof, the shop pack.

use alap_thread::{Changes, Thread};
use indexed_db_futures::{error::Error, prelude::*};
use js_sys::ArrayBuffer;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Storage,
    database::{DRAFTS, Database, HISTORY, MESSAGES, OUTBOX, PHOTOS, VALUES, delete, put, texts},
};

/// The key of the shop pack, in postcard.
const PACK: &str = "pack";
/// The key of what proves the conversation.
const PROOF: &str = "conversation";

impl Storage {
    /// What proves the conversation, as a text.
    pub(crate) async fn read_proof(&self) -> Option<String> {
        self.give_up(self.database()?.read_proof().await)?
    }

    /// Keeps what proves the conversation.
    pub(crate) async fn write_proof(&self, proof: &str) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write_proof(proof).await);
    }

    /// The kept shop pack.
    pub(crate) async fn read_pack(&self) -> Option<ArrayBuffer> {
        self.give_up(self.database()?.read_pack().await)?
    }

    /// Keeps the shop pack as it came.
    pub(crate) async fn write_pack(&self, pack: &ArrayBuffer) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write_pack(pack).await);
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

    /// Forgets everything but what the shop shows to all: pack, desk, places.
    pub(crate) async fn erase(&self) {
        let Some(database) = self.database() else { return };
        self.give_up(database.erase().await);
    }
}

impl Database {
    async fn read_proof(&self) -> Result<Option<String>, Error> {
        let transaction = self.reading(&[VALUES])?;
        transaction.object_store(VALUES)?.get(PROOF).primitive()?.await
    }

    async fn write_proof(&self, proof: &str) -> Result<(), Error> {
        let transaction = self.writing(&[VALUES])?;
        put(&transaction.object_store(VALUES)?, PROOF, proof).await?;
        transaction.commit().await
    }

    async fn read_pack(&self) -> Result<Option<ArrayBuffer>, Error> {
        let transaction = self.reading(&[VALUES])?;
        transaction.object_store(VALUES)?.get(PACK).primitive()?.await
    }

    async fn write_pack(&self, pack: &ArrayBuffer) -> Result<(), Error> {
        let transaction = self.writing(&[VALUES])?;
        let store = transaction.object_store(VALUES)?;
        store.put(pack.clone()).with_key(PACK).without_key_type().primitive()?.await?;
        transaction.commit().await
    }

    async fn read_thread(&self) -> Result<(Vec<String>, Vec<String>), Error> {
        let transaction = self.reading(&[MESSAGES, OUTBOX])?;
        let messages = texts(&transaction.object_store(MESSAGES)?).await?;
        Ok((messages, texts(&transaction.object_store(OUTBOX)?).await?))
    }

    async fn write_changes(&self, changes: &Changes) -> Result<(), Error> {
        let transaction = self.writing(&[MESSAGES, OUTBOX])?;
        let messages = transaction.object_store(MESSAGES)?;
        let outbox = transaction.object_store(OUTBOX)?;
        if changes.clear_confirmed {
            messages.clear()?.await?;
        }
        for message in &changes.confirmed {
            put(&messages, &format!("{:012}", message.seq.0), &json(message)).await?;
        }
        for pending in &changes.pending {
            put(&outbox, &pending.message.client_id.to_string(), &json(pending)).await?;
        }
        for id in &changes.gone {
            delete(&outbox, &id.to_string()).await?;
        }
        transaction.commit().await
    }

    async fn erase(&self) -> Result<(), Error> {
        let transaction = self.writing(&[VALUES, MESSAGES, OUTBOX, HISTORY, DRAFTS, PHOTOS])?;
        delete(&transaction.object_store(VALUES)?, PROOF).await?;
        for store in [MESSAGES, OUTBOX, HISTORY, DRAFTS, PHOTOS] {
            transaction.object_store(store)?.clear()?.await?;
        }
        transaction.commit().await
    }
}

/// The types of the contract have no map keys and no failing parts: they always have a JSON text.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What cannot be read any more is left out: one broken line does not take the others with it.
fn parse_all<T: DeserializeOwned>(texts: &[String]) -> Vec<T> {
    texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
}
