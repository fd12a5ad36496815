//! The IndexedDB database: stores of texts under text keys.

use futures::{
    channel::oneshot,
    future::{Either, select},
};
use gloo_timers::future::TimeoutFuture;
use indexed_db_futures::{
    database::Database as Idb,
    error::{Error, OpenDbError},
    object_store::ObjectStore,
    prelude::*,
    transaction::{Transaction, TransactionMode},
};
use leptos::task::spawn_local;

/// 2 added the history, 3 the requests.
const VERSION: u8 = 3;
/// So long is waited for a tab that holds an older version open, or for a browser that never answers.
const OPENS_WITHIN_MILLISECONDS: u32 = 4_000;

/// Single values.
pub(super) const VALUES: &str = "values";
/// Confirmed messages, under their place.
pub(super) const MESSAGES: &str = "messages";
/// What waits to be sent, under its client id.
pub(super) const OUTBOX: &str = "outbox";
/// What was looked at and bought, a line each.
pub(super) const HISTORY: &str = "history";
/// Forms being filled in or sent, and what is to be done to a request: a text each.
pub(super) const DRAFTS: &str = "drafts";
/// Pictures that wait to be sent, under their ids.
pub(super) const PHOTOS: &str = "photos";
pub(super) const STORES: [&str; 6] = [VALUES, MESSAGES, OUTBOX, HISTORY, DRAFTS, PHOTOS];

pub(super) struct Database(Idb);

impl Database {
    /// `None` where there is no database to be had, or not soon.
    pub(super) async fn open(name: &str) -> Option<Self> {
        let (tell, opened) = oneshot::channel();
        let name = name.to_owned();
        spawn_local(async move {
            if let Err(Ok(late)) = tell.send(open(&name).await) {
                // The panel went on without it: open, it would only stand in the way of the next tab.
                late.close();
            }
        });
        match select(opened, TimeoutFuture::new(OPENS_WITHIN_MILLISECONDS)).await {
            Either::Left((Ok(Ok(database)), _)) => Some(Self(database)),
            _ => None,
        }
    }

    /// Returns when another tab wants to change the database's form; `false` if that can never be known.
    pub(super) async fn is_to_go(&self) -> bool {
        match self.0.version_changes() {
            Ok(mut changes) => changes.recv().await.is_some(),
            Err(_) => false,
        }
    }

    pub(super) fn close(&self) {
        self.0.clone().close();
    }

    pub(super) fn reading(&self, stores: &[&str]) -> Result<Transaction<'_>, Error> {
        self.0.transaction(stores.to_vec()).build()
    }

    pub(super) fn writing(&self, stores: &[&str]) -> Result<Transaction<'_>, Error> {
        self.0.transaction(stores.to_vec()).with_mode(TransactionMode::Readwrite).build()
    }
}

async fn open(name: &str) -> Result<Idb, OpenDbError> {
    Idb::open(name)
        .with_version(VERSION)
        .with_on_upgrade_needed(|_, database| {
            let there: Vec<_> = database.object_store_names().collect();
            // What was there before stays as it is.
            for store in STORES {
                if !there.iter().any(|name| name == store) {
                    database.create_object_store(store).build()?;
                }
            }
            Ok(())
        })
        .await
}

/// Every text of a store, in the order of their keys.
pub(super) async fn texts(store: &ObjectStore<'_>) -> Result<Vec<String>, Error> {
    Ok(store.get_all::<String>().primitive()?.await?.filter_map(Result::ok).collect())
}

pub(super) async fn put(store: &ObjectStore<'_>, key: &str, text: &str) -> Result<(), Error> {
    store.put(text).with_key(key).without_key_type().primitive()?.await?;
    Ok(())
}

pub(super) async fn delete(store: &ObjectStore<'_>, key: &str) -> Result<(), Error> {
    store.delete(key).primitive()?.await?;
    Ok(())
}
