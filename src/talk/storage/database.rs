//! The IndexedDB database: three stores of JSON texts under text keys.

use alap_thread::Changes;
use indexed_db_futures::{
    database::Database as Idb,
    error::{Error, OpenDbError},
    prelude::*,
    transaction::TransactionMode,
};
use js_sys::ArrayBuffer;
use serde::Serialize;

const VERSION: u8 = 1;
/// The key of the shop pack, in postcard.
const PACK: &str = "pack";
/// The key of what proves the conversation.
const PROOF: &str = "conversation";
/// Single values.
const VALUES: &str = "values";
/// Confirmed messages, under their place.
const MESSAGES: &str = "messages";
/// What waits to be sent, under its client id.
const OUTBOX: &str = "outbox";

pub(super) struct Database(Idb);

impl Database {
    pub(super) async fn open(name: &str) -> Result<Self, OpenDbError> {
        let database = Idb::open(name)
            .with_version(VERSION)
            .with_on_upgrade_needed(|_, database| {
                let there: Vec<_> = database.object_store_names().collect();
                for store in [VALUES, MESSAGES, OUTBOX] {
                    if !there.iter().any(|name| name == store) {
                        database.create_object_store(store).build()?;
                    }
                }
                Ok(())
            })
            .await?;
        Ok(Self(database))
    }

    pub(super) async fn read_proof(&self) -> Result<Option<String>, Error> {
        let transaction = self.0.transaction(VALUES).build()?;
        let store = transaction.object_store(VALUES)?;
        store.get(PROOF).primitive()?.await
    }

    pub(super) async fn write_proof(&self, proof: &str) -> Result<(), Error> {
        let transaction = self.0.transaction(VALUES).with_mode(TransactionMode::Readwrite).build()?;
        transaction.object_store(VALUES)?.put(proof).with_key(PROOF).without_key_type().primitive()?.await?;
        transaction.commit().await
    }

    pub(super) async fn read_pack(&self) -> Result<Option<ArrayBuffer>, Error> {
        let transaction = self.0.transaction(VALUES).build()?;
        let store = transaction.object_store(VALUES)?;
        store.get(PACK).primitive()?.await
    }

    pub(super) async fn write_pack(&self, pack: &ArrayBuffer) -> Result<(), Error> {
        let transaction = self.0.transaction(VALUES).with_mode(TransactionMode::Readwrite).build()?;
        transaction
            .object_store(VALUES)?
            .put(pack.clone())
            .with_key(PACK)
            .without_key_type()
            .primitive()?
            .await?;
        transaction.commit().await
    }

    pub(super) async fn read_thread(&self) -> Result<(Vec<String>, Vec<String>), Error> {
        let transaction = self.0.transaction([MESSAGES, OUTBOX]).build()?;
        let messages = transaction.object_store(MESSAGES)?.get_all::<String>().primitive()?.await?;
        let outbox = transaction.object_store(OUTBOX)?.get_all::<String>().primitive()?.await?;
        Ok((messages.filter_map(Result::ok).collect(), outbox.filter_map(Result::ok).collect()))
    }

    pub(super) async fn write_changes(&self, changes: &Changes) -> Result<(), Error> {
        let transaction =
            self.0.transaction([MESSAGES, OUTBOX]).with_mode(TransactionMode::Readwrite).build()?;
        let messages = transaction.object_store(MESSAGES)?;
        let outbox = transaction.object_store(OUTBOX)?;
        if changes.clear_confirmed {
            messages.clear()?.await?;
        }
        for message in &changes.confirmed {
            put(&messages, &format!("{:012}", message.seq.0), message).await?;
        }
        for pending in &changes.pending {
            put(&outbox, &pending.message.client_id.to_string(), pending).await?;
        }
        for id in &changes.gone {
            outbox.delete(id.to_string()).primitive()?.await?;
        }
        transaction.commit().await
    }

    pub(super) async fn erase_talk(&self) -> Result<(), Error> {
        let transaction =
            self.0.transaction([VALUES, MESSAGES, OUTBOX]).with_mode(TransactionMode::Readwrite).build()?;
        transaction.object_store(VALUES)?.delete(PROOF).primitive()?.await?;
        transaction.object_store(MESSAGES)?.clear()?.await?;
        transaction.object_store(OUTBOX)?.clear()?.await?;
        transaction.commit().await
    }
}

async fn put(
    store: &indexed_db_futures::object_store::ObjectStore<'_>,
    key: &str,
    value: &impl Serialize,
) -> Result<(), Error> {
    // The types of the contract have no map keys and no failing parts: they always have a JSON text.
    let text = serde_json::to_string(value).unwrap_or_default();
    store.put(text).with_key(key).without_key_type().primitive()?.await?;
    Ok(())
}
