//! What shoppers get: the folder's pack with what was learnt in it, kept up to date with both.

use std::{sync::Arc, time::Duration};

use alap_store::{Change, Learnt, Store, StoreError};
use tokio::sync::{Mutex, broadcast, watch};

use super::ServedShop;
use crate::learning::pack::merged;

/// How soon it is tried again when the database does not answer.
const AGAIN: Duration = Duration::from_secs(1);

/// The shop as it is served.
#[derive(Debug)]
pub struct Served {
    store: Store,
    folder: watch::Receiver<Arc<ServedShop>>,
    now: watch::Sender<Arc<ServedShop>>,
    /// What `now` was made of.
    made_of: Mutex<Option<(Arc<ServedShop>, Vec<Learnt>)>>,
}

impl Served {
    /// The folder alone, until the first [`refresh`](Self::refresh).
    pub fn new(folder: watch::Receiver<Arc<ServedShop>>, store: Store) -> Self {
        let now = watch::Sender::new(Arc::clone(&folder.borrow()));
        Self { store, folder, now, made_of: Mutex::default() }
    }

    /// The folder with what was learnt.
    pub fn now(&self) -> Arc<ServedShop> {
        Arc::clone(&self.now.borrow())
    }

    /// The folder alone, as it was last read well.
    pub fn folder(&self) -> Arc<ServedShop> {
        Arc::clone(&self.folder.borrow())
    }

    /// Reads what was learnt and puts it into the pack. After it, whoever asks gets what was committed before it.
    pub async fn refresh(&self) -> Result<(), StoreError> {
        let mut made_of = self.made_of.lock().await;
        let folder = self.folder();
        let learnt = self.store.learnt(&folder.pack.shop.id).await;
        let (learnt, fault) = match (learnt, &*made_of) {
            (Ok(learnt), _) => (learnt, None),
            // The folder's changes reach shoppers while the database is away.
            (Err(error), Some((_, known))) => (known.clone(), Some(error)),
            (Err(error), None) => return Err(error),
        };
        let is_new =
            made_of.as_ref().is_none_or(|(of_folder, of)| !Arc::ptr_eq(of_folder, &folder) || *of != learnt);
        if is_new {
            self.now.send_replace(with_learnt(&folder, &learnt).await);
            *made_of = Some((folder, learnt));
        }
        fault.map_or(Ok(()), Err)
    }

    /// Follows the folder and the database for as long as the store lives.
    pub async fn follow(self: Arc<Self>, mut changes: broadcast::Receiver<Change>) {
        let mut folder = self.folder.clone();
        let mut watched = true;
        loop {
            if let Err(error) = self.refresh().await {
                if matches!(error, StoreError::Closed) {
                    return;
                }
                tracing::warn!(%error, "what was learnt could not be read; it is tried again");
                tokio::time::sleep(AGAIN).await;
                continue;
            }
            loop {
                tokio::select! {
                    change = changes.recv() => match change {
                        Ok(Change::Learnt { .. } | Change::Missed) => break,
                        Ok(Change::Conversation { .. } | Change::Typing { .. }) => {}
                        Err(broadcast::error::RecvError::Lagged(_)) => break,
                        Err(broadcast::error::RecvError::Closed) => return,
                    },
                    changed = folder.changed(), if watched => {
                        // Nobody watches the folder any more: then only the database changes.
                        watched = changed.is_ok();
                        break;
                    }
                }
            }
        }
    }
}

/// Compressing a large pack takes a while: not on a thread that serves.
async fn with_learnt(folder: &Arc<ServedShop>, learnt: &[Learnt]) -> Arc<ServedShop> {
    let (of, learnt) = (Arc::clone(folder), learnt.to_vec());
    let made = tokio::task::spawn_blocking(move || {
        merged(&of.pack, &learnt).map(|pack| of.with_pack(pack)).transpose()
    });
    match made.await {
        Ok(Ok(Some(shop))) => {
            tracing::info!(version = %shop.pack.version, "the pack has what was learnt");
            Arc::new(shop)
        }
        Ok(Ok(None)) => Arc::clone(folder),
        Ok(Err(error)) => {
            tracing::error!(%error, "the pack is served without what was learnt");
            Arc::clone(folder)
        }
        Err(error) => {
            tracing::error!(%error, "the pack is served without what was learnt");
            Arc::clone(folder)
        }
    }
}
