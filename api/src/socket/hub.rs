//! Who is connected, and who has to be woken when something changes.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex},
};

use alap_protocol::id::{ConversationId, ShopId};
use alap_store::{Change, Typist};
use tokio::sync::broadcast;

use super::seat::{AgentNews, Seat, Seated, ShopperNews, locked};

/// Every socket of this node.
#[derive(Debug, Default)]
pub struct Hub {
    seats: Mutex<Seats>,
}

#[derive(Debug, Default)]
struct Seats {
    shoppers: Rows<ConversationId, ShopperNews>,
    agents: Rows<ShopId, AgentNews>,
}

type Rows<K, N> = HashMap<K, Vec<Arc<Seat<N>>>>;

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
    pub fn seat_shopper(self: &Arc<Self>, shop: ShopId, conversation: ConversationId) -> Seated<ShopperNews> {
        let (hub, seat) = (Arc::clone(self), Seat::of(shop));
        locked(&self.seats).shoppers.entry(conversation).or_default().push(Arc::clone(&seat));
        Seated::new(seat, move |seat| leave(&mut locked(&hub.seats).shoppers, &conversation, seat))
    }

    /// Seats an agent's socket; it leaves when the guard is dropped.
    pub fn seat_agent(self: &Arc<Self>, shop: ShopId) -> Seated<AgentNews> {
        let (hub, seat) = (Arc::clone(self), Seat::of(shop.clone()));
        locked(&self.seats).agents.entry(shop.clone()).or_default().push(Arc::clone(&seat));
        Seated::new(seat, move |seat| leave(&mut locked(&hub.seats).agents, &shop, seat))
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
                for seat in here.filter(|seat| *seat.shop() == shop) {
                    seat.note(|news| news.typing = Some((name.clone(), on)));
                }
            }
            // No socket tells of it: the pack is asked for anew by who needs it.
            Change::Learnt { .. } => {}
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

fn leave<K: Eq + Hash, N>(rows: &mut Rows<K, N>, key: &K, seat: &Arc<Seat<N>>) {
    if let Some(row) = rows.get_mut(key) {
        row.retain(|other| !Arc::ptr_eq(other, seat));
        if row.is_empty() {
            rows.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use uuid::Uuid;

    use super::{super::seat::BEHIND, *};

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
        assert_eq!(other.so_far(), ShopperNews::default());
        assert_eq!(stranger.so_far(), AgentNews::default());
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
