//! This device's disk, in IndexedDB: the talk, the history and the requests, each read and written by its own part of the panel.
//!
//! Where the browser keeps nothing (blocked, full, private), everything goes on from memory, and the shopper is told.

mod database;
mod history;
mod requests;
mod talk;

use std::{cell::RefCell, rc::Rc};

use alap_protocol::id::ShopId;
use database::Database;
use futures::{
    FutureExt,
    channel::oneshot::{self, Sender},
};
use leptos::{prelude::*, task::spawn_local};

use crate::panel::Panel;

/// The keeper of it all. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Storage {
    name: Rc<str>,
    database: Rc<RefCell<Option<Rc<Database>>>>,
    /// Who waits until nothing is kept any more: they hear of it when their ends are dropped.
    waiting: Rc<RefCell<Vec<Sender<()>>>>,
    blocked: RwSignal<bool>,
}

impl Storage {
    /// Opens what is kept for a shop. Never fails: without a database it keeps nothing, and the panel says so.
    pub(crate) async fn open(shop: &ShopId, panel: Panel) -> Self {
        let name: Rc<str> = format!("alap:{shop}").into();
        let opened = Database::open(&name).await.map(Rc::new);
        if opened.is_none() {
            panel.blocked.set(true);
        }
        let database = Rc::new(RefCell::new(opened.clone()));
        let storage = Self { name, database, waiting: Rc::default(), blocked: panel.blocked };
        if let Some(database) = opened {
            let storage = storage.clone();
            spawn_local(async move {
                // A newer version of this page wants another form of the database, and would wait for this one for ever.
                if database.is_to_go().await {
                    storage.let_go();
                    database.close();
                    panel.outdated.set(true);
                }
            });
        }
        storage
    }

    /// Is anything kept?
    pub(crate) fn keeps(&self) -> bool {
        self.database.borrow().is_some()
    }

    /// Returns once nothing is kept any more.
    pub(crate) fn lost(&self) -> impl Future<Output = ()> + Unpin + use<> {
        let (tell, lost) = oneshot::channel();
        if self.keeps() {
            self.waiting.borrow_mut().push(tell);
        }
        lost.map(|_| ())
    }

    /// Was there anything to let go?
    fn let_go(&self) -> bool {
        self.waiting.borrow_mut().clear();
        self.database.borrow_mut().take().is_some()
    }

    fn database(&self) -> Option<Rc<Database>> {
        self.database.borrow().clone()
    }

    /// The database, opened once more where it was given up: a disk that takes nothing new may still forget.
    async fn database_again(&self) -> Option<Rc<Database>> {
        match self.database() {
            Some(database) => Some(database),
            None => Database::open(&self.name).await.map(Rc::new),
        }
    }

    /// From now on from memory only: one write that is lost is one too many to go on hoping.
    fn give_up<T>(&self, result: Result<T, indexed_db_futures::error::Error>) -> Option<T> {
        if result.is_err() {
            // Whoever closed it for a newer version has said so.
            if self.let_go() {
                self.blocked.set(true);
            }
        }
        result.ok()
    }
}
