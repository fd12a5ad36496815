//! Who is connected, and who has to be woken when something changes.

use std::{
    collections::{HashMap, HashSet},
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use alap_protocol::id::{ConversationId, ShopId};
use alap_store::{Change, Typist};
use tokio::sync::{Notify, broadcast};

/// Conversations that an agent's socket may be behind. More, and it is told to fetch the list again.
const BEHIND: usize = 256;

/// Every socket of this node.
#[derive(Debug, Default)]
pub struct Hub {
    seats: Mutex<Seats>,
}

#[derive(Debug, Default)]
struct Seats {
    shoppers: HashMap<ConversationId, Vec<Arc<ShopperSeat>>>,
    agents: HashMap<ShopId, Vec<Arc<AgentSeat>>>,
}

/// Where a shopper's socket is woken.
#[derive(Debug)]
pub struct ShopperSeat {
    shop: ShopId,
    conversation: ConversationId,
    news: Mutex<ShopperNews>,
    wake: Notify,
}

/// What happened since a shopper's socket last looked.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ShopperNews {
    /// The conversation may have changed.
    pub changed: bool,
    /// Somebody of the shop types, or stopped.
    pub typing: Option<(String, bool)>,
}

/// Where an agent's socket is woken.
#[derive(Debug)]
pub struct AgentSeat {
    shop: ShopId,
    news: Mutex<AgentNews>,
    wake: Notify,
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

impl Hub {
    /// Passes changes on for as long as the store lives.
    pub async fn run(self: Arc<Self>, mut changes: broadcast::Receiver<Change>) {
        loop {
            match changes.recv().await {
                Ok(change) => self.tell(change),
                Err(broadcast::error::RecvError::Lagged(_)) => self.tell(Change::Missed),
                Err(broadcast::error::RecvError::Closed) => return,
            }
        }
    }

    /// Seats a shopper's socket; it leaves when the guard is dropped.
    pub fn seat_shopper(self: &Arc<Self>, shop: ShopId, conversation: ConversationId) -> Seated<ShopperSeat> {
        let seat = Arc::new(ShopperSeat { shop, conversation, news: Mutex::default(), wake: Notify::new() });
        locked(&self.seats).shoppers.entry(conversation).or_default().push(Arc::clone(&seat));
        Seated { hub: Arc::clone(self), seat }
    }

    /// Seats an agent's socket; it leaves when the guard is dropped.
    pub fn seat_agent(self: &Arc<Self>, shop: ShopId) -> Seated<AgentSeat> {
        let seat = Arc::new(AgentSeat { shop: shop.clone(), news: Mutex::default(), wake: Notify::new() });
        locked(&self.seats).agents.entry(shop).or_default().push(Arc::clone(&seat));
        Seated { hub: Arc::clone(self), seat }
    }

    fn tell(&self, change: Change) {
        let seats = locked(&self.seats);
        match change {
            Change::Conversation { shop, conversation } => {
                for seat in seats.shoppers.get(&conversation).into_iter().flatten() {
                    seat.note(|news| news.changed = true);
                }
                for seat in seats.agents.get(&shop).into_iter().flatten() {
                    seat.note(|news| news.add_changed(conversation));
                }
            }
            Change::Typing { shop, conversation, who: Typist::Shopper, on } => {
                for seat in seats.agents.get(&shop).into_iter().flatten() {
                    seat.note(|news| news.add_typing(conversation, on));
                }
            }
            Change::Typing { shop, conversation, who: Typist::Agent(name), on } => {
                let here = seats.shoppers.get(&conversation).into_iter().flatten();
                for seat in here.filter(|seat| seat.shop == shop) {
                    seat.note(|news| news.typing = Some((name.clone(), on)));
                }
            }
            Change::Missed => {
                for seat in seats.shoppers.values().flatten() {
                    seat.note(|news| news.changed = true);
                }
                for seat in seats.agents.values().flatten() {
                    seat.note(|news| news.missed = true);
                }
            }
        }
    }
}

impl AgentNews {
    fn add_changed(&mut self, conversation: ConversationId) {
        if self.changed.len() < BEHIND {
            self.changed.insert(conversation);
        } else {
            self.missed = true;
        }
    }

    fn add_typing(&mut self, conversation: ConversationId, on: bool) {
        if self.typing.len() < BEHIND {
            self.typing.insert(conversation, on);
        }
    }
}

/// A seat that is given up when this is dropped.
#[derive(Debug)]
pub struct Seated<S: Seat> {
    hub: Arc<Hub>,
    seat: Arc<S>,
}

impl<S: Seat> Seated<S> {
    /// Waits until something happened, and takes it.
    pub async fn news(&self) -> S::News {
        self.seat.wake().notified().await;
        mem::take(&mut *locked(self.seat.slot()))
    }
}

impl<S: Seat> Drop for Seated<S> {
    fn drop(&mut self) {
        let mut seats = locked(&self.hub.seats);
        self.seat.leave(&mut SeatsRef(&mut seats));
    }
}

/// The seats, as a seat sees them when it leaves.
#[derive(Debug)]
pub struct SeatsRef<'s>(&'s mut Seats);

/// A place at which a socket is woken.
pub trait Seat {
    /// What it is told.
    type News: Default;
    /// Where news gathers.
    fn slot(&self) -> &Mutex<Self::News>;
    /// What wakes it.
    fn wake(&self) -> &Notify;
    /// Gives the seat up.
    fn leave(self: &Arc<Self>, seats: &mut SeatsRef<'_>);

    /// Adds to the news, and wakes.
    fn note(&self, add: impl FnOnce(&mut Self::News)) {
        add(&mut locked(self.slot()));
        self.wake().notify_one();
    }
}

impl Seat for ShopperSeat {
    type News = ShopperNews;

    fn slot(&self) -> &Mutex<ShopperNews> {
        &self.news
    }

    fn wake(&self) -> &Notify {
        &self.wake
    }

    fn leave(self: &Arc<Self>, seats: &mut SeatsRef<'_>) {
        remove(&mut seats.0.shoppers, &self.conversation, self);
    }
}

impl Seat for AgentSeat {
    type News = AgentNews;

    fn slot(&self) -> &Mutex<AgentNews> {
        &self.news
    }

    fn wake(&self) -> &Notify {
        &self.wake
    }

    fn leave(self: &Arc<Self>, seats: &mut SeatsRef<'_>) {
        remove(&mut seats.0.agents, &self.shop, self);
    }
}

fn remove<K: Eq + std::hash::Hash, S>(rows: &mut HashMap<K, Vec<Arc<S>>>, key: &K, seat: &Arc<S>) {
    if let Some(row) = rows.get_mut(key) {
        row.retain(|other| !Arc::ptr_eq(other, seat));
        if row.is_empty() {
            rows.remove(key);
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn shop(name: &str) -> ShopId {
        ShopId::parse(name).unwrap()
    }

    fn talk(number: u128) -> ConversationId {
        ConversationId(Uuid::from_u128(number))
    }

    #[tokio::test]
    async fn only_those_are_woken_whom_it_concerns() {
        let hub = Arc::new(Hub::default());
        let shopper = hub.seat_shopper(shop("a"), talk(1));
        let other = hub.seat_shopper(shop("a"), talk(2));
        let agent = hub.seat_agent(shop("a"));
        let stranger = hub.seat_agent(shop("b"));
        hub.tell(Change::Conversation { shop: shop("a"), conversation: talk(1) });
        hub.tell(Change::Conversation { shop: shop("a"), conversation: talk(1) });
        assert!(shopper.news().await.changed);
        assert_eq!(agent.news().await.changed, HashSet::from([talk(1)]));
        assert_eq!(*locked(other.seat.slot()), ShopperNews::default());
        assert_eq!(*locked(stranger.seat.slot()), AgentNews::default());
    }

    #[tokio::test]
    async fn an_agent_of_another_shop_cannot_type_into_a_conversation() {
        let hub = Arc::new(Hub::default());
        let shopper = hub.seat_shopper(shop("a"), talk(1));
        let typing = |shop, name: &str| Change::Typing {
            shop,
            conversation: talk(1),
            who: Typist::Agent(name.into()),
            on: true,
        };
        hub.tell(typing(shop("b"), "stranger"));
        hub.tell(typing(shop("a"), "রিমা"));
        assert_eq!(shopper.news().await.typing, Some(("রিমা".into(), true)));
    }

    #[tokio::test]
    async fn who_falls_behind_fetches_everything_and_memory_stays_bounded() {
        let hub = Arc::new(Hub::default());
        let agent = hub.seat_agent(shop("a"));
        for number in 0..1_000 {
            hub.tell(Change::Conversation { shop: shop("a"), conversation: talk(number) });
        }
        let news = agent.news().await;
        assert!(news.missed);
        assert_eq!(news.changed.len(), BEHIND);
    }

    #[test]
    fn a_seat_is_given_up() {
        let hub = Arc::new(Hub::default());
        drop((hub.seat_shopper(shop("a"), talk(1)), hub.seat_agent(shop("a"))));
        let seats = locked(&hub.seats);
        assert!(seats.shoppers.is_empty() && seats.agents.is_empty());
    }
}
