//! Where a socket is woken, and what it is told: what happened since it last looked, never more than a bounded summary.

use std::{
    collections::{HashMap, HashSet},
    fmt, mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use alap_protocol::id::{ConversationId, ShopId};
use tokio::sync::Notify;

/// Conversations that an agent's socket may be behind. More, and it is told to fetch the list again.
pub(super) const BEHIND: usize = 256;

/// What happened since a shopper's socket last looked.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ShopperNews {
    /// The conversation may have changed.
    pub changed: bool,
    /// Somebody of the shop types, or stopped.
    pub typing: Option<(String, bool)>,
}

/// What happened since an agent's socket last looked.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct AgentNews {
    /// Too much, or nobody knows: fetch everything again.
    pub missed: bool,
    /// These conversations changed.
    pub changed: HashSet<ConversationId>,
    /// In these a shopper types, or stopped.
    pub typing: HashMap<ConversationId, bool>,
}

impl AgentNews {
    pub(super) fn add_changed(&mut self, conversation: ConversationId) {
        if self.changed.len() < BEHIND {
            self.changed.insert(conversation);
        } else {
            self.missed = true;
        }
    }

    pub(super) fn add_typing(&mut self, conversation: ConversationId, on: bool) {
        if self.typing.len() < BEHIND {
            self.typing.insert(conversation, on);
        }
    }
}

/// A place at which a socket is woken.
#[derive(Debug)]
pub(super) struct Seat<N> {
    shop: ShopId,
    news: Mutex<N>,
    wake: Notify,
}

impl<N: Default> Seat<N> {
    pub(super) fn of(shop: ShopId) -> Arc<Self> {
        Arc::new(Self { shop, news: Mutex::default(), wake: Notify::new() })
    }

    pub(super) fn shop(&self) -> &ShopId {
        &self.shop
    }

    /// Adds to the news, and wakes.
    pub(super) fn note(&self, add: impl FnOnce(&mut N)) {
        add(&mut locked(&self.news));
        self.wake.notify_one();
    }
}

/// What gives a seat up.
type Leave<N> = Box<dyn FnOnce(&Arc<Seat<N>>) + Send + Sync>;

/// A seat that is given up when this is dropped.
pub struct Seated<N> {
    seat: Arc<Seat<N>>,
    leave: Option<Leave<N>>,
}

impl<N: Default> Seated<N> {
    pub(super) fn new(seat: Arc<Seat<N>>, leave: impl FnOnce(&Arc<Seat<N>>) + Send + Sync + 'static) -> Self {
        Self { seat, leave: Some(Box::new(leave)) }
    }

    /// Waits until something happened, and takes it.
    pub async fn news(&self) -> N {
        self.seat.wake.notified().await;
        self.so_far()
    }

    /// Takes what happened so far.
    pub(super) fn so_far(&self) -> N {
        mem::take(&mut *locked(&self.seat.news))
    }
}

impl<N> Drop for Seated<N> {
    fn drop(&mut self) {
        if let Some(leave) = self.leave.take() {
            leave(&self.seat);
        }
    }
}

impl<N: fmt::Debug> fmt::Debug for Seated<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seated").field("seat", &self.seat).finish_non_exhaustive()
    }
}

/// Nothing breaks between the halves of a change here, so a poisoned lock is as good as any.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
