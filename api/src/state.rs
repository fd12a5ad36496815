//! What the routes share.

use std::{ops::Deref, sync::Arc};

use alap_store::{Agent, Store, StoreError, TokenHash};
use tokio::sync::{Semaphore, watch};

use crate::{
    agent::password,
    http::{
        limits::{Limits, PerHour},
        origin::Origins,
        peer::{Peer, PeerCap},
        throttle::Throttle,
    },
    pages::Pages,
    shop::{ServedShop, served::Served},
    socket::hub::Hub,
};

/// Login tries that one name may make from one address, before it has to wait.
const LOGIN_TRIES: usize = 10;
/// For how long a try counts, in milliseconds.
const LOGIN_WITHIN: i64 = 5 * 60 * 1_000;
/// Passwords that are checked at once: each takes 19 MB of memory.
const PASSWORDS_AT_ONCE: usize = 4;

/// What the server is made of.
#[derive(Clone, Debug)]
pub struct Parts {
    /// What it keeps.
    pub store: Store,
    /// The shop's folder, as it was last read well.
    pub shop: watch::Receiver<Arc<ServedShop>>,
    /// The origins under which it is reached.
    pub origins: Origins,
    /// The built pages.
    pub pages: Pages,
    /// Sockets that one address may have open.
    pub sockets_per_address: usize,
    /// What one address may begin in an hour.
    pub per_hour: PerHour,
    /// Turns true when the server stops.
    pub stopping: watch::Receiver<bool>,
}

/// Shared by every request. Cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Inner>);

/// The state behind [`AppState`].
#[derive(Debug)]
pub struct Inner {
    /// What the server keeps.
    pub store: Store,
    /// The origins under which it is reached.
    pub origins: Origins,
    /// The built pages.
    pub pages: Pages,
    /// Who is connected.
    pub hub: Arc<Hub>,
    /// Sockets open, by address.
    pub sockets: PeerCap,
    /// Login tries, by name and address.
    pub logins: Throttle<(String, Peer)>,
    /// What has been asked for, by address.
    pub limits: Limits,
    /// Permits to check a password.
    pub passwords: Semaphore,
    /// The shop: its folder, and what was learnt beside it.
    pub served: Arc<Served>,
    stopping: watch::Receiver<bool>,
}

impl AppState {
    /// Puts the parts together and starts to listen for changes.
    pub async fn new(parts: Parts) -> Self {
        let hub = Arc::new(Hub::default());
        tokio::spawn(Arc::clone(&hub).run(parts.store.changes()));
        let served = Arc::new(Served::new(parts.shop, parts.store.clone()));
        let changes = parts.store.changes();
        if let Err(error) = served.refresh().await {
            tracing::warn!(%error, "the pack begins without what was learnt");
        }
        tokio::spawn(Arc::clone(&served).follow(changes));
        tokio::task::spawn_blocking(password::nobody);
        Self(Arc::new(Inner {
            store: parts.store,
            origins: parts.origins,
            pages: parts.pages,
            hub,
            sockets: PeerCap::new(parts.sockets_per_address),
            logins: Throttle::new(LOGIN_TRIES, LOGIN_WITHIN),
            limits: Limits::new(parts.per_hour),
            passwords: Semaphore::new(PASSWORDS_AT_ONCE),
            served,
            stopping: parts.stopping,
        }))
    }

    /// The shop as it is served: the folder as it was last read well, with what was learnt.
    pub fn shop(&self) -> Arc<ServedShop> {
        self.0.served.now()
    }

    /// Whose session this is. An agent of another shop is nobody here.
    pub async fn agent_of(&self, session: &TokenHash, now: i64) -> Result<Option<Agent>, StoreError> {
        let agent = self.0.store.session(session, now).await?;
        Ok(agent.filter(|agent| agent.shop == self.shop().pack.shop.id))
    }

    /// Ends when the server stops.
    pub async fn stopped(&self) {
        stopped(self.0.stopping.clone()).await;
    }

    /// Is the inbox reached over TLS only?
    pub fn is_secure(&self) -> bool {
        self.0.origins.all().iter().all(|origin| origin.starts_with("https://"))
    }
}

/// Ends when it turns true. Who is gone without a word never says so.
pub async fn stopped(mut stopping: watch::Receiver<bool>) {
    if stopping.wait_for(|stopping| *stopping).await.is_err() {
        std::future::pending::<()>().await;
    }
}

impl Deref for AppState {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
