//! What the shopper did, as one device remembers it.

use crate::near::Near;

/// Lines that are kept at most; the oldest fall out.
pub const HISTORY_EVENTS: usize = 500;
/// Days after which a line is forgotten.
pub const HISTORY_DAYS: i64 = 180;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// What can be done to a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Looked at.
    View,
    /// Put into the cart.
    Cart,
    /// Bought.
    Purchase,
}

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The product's SKU.
    pub product: String,
    /// What was done.
    pub kind: Kind,
    /// When, in milliseconds since 1970 UTC, by the device's clock.
    pub at: i64,
    /// For how long it was looked at, in seconds; 0 where that is not known.
    pub dwell: u32,
    /// The neighbours that came with the product's page.
    pub near: Near,
}

/// Events in the order of time, oldest first; never more nor older than is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    events: Vec<Event>,
}

impl History {
    /// Orders and bounds what is known. An event of the future is from a clock that jumped: it counts as of now.
    pub fn new(events: impl IntoIterator<Item = Event>, now: i64) -> Self {
        let mut history = Self::default();
        history.add(events, now);
        history
    }

    /// Adds events; one that is known (same product, kind and time) takes the place of the one before.
    pub fn add(&mut self, events: impl IntoIterator<Item = Event>, now: i64) {
        // Those before, too: the clock may have jumped, and they are older now.
        for event in std::mem::take(&mut self.events) {
            self.put(event, now);
        }
        for event in events {
            self.put(event, now);
        }
    }

    fn put(&mut self, mut event: Event, now: i64) {
        event.at = event.at.min(now);
        let oldest = now.saturating_sub(HISTORY_DAYS * DAY);
        let is_full = self.events.len() >= HISTORY_EVENTS;
        let falls_out = is_full && self.events.first().is_some_and(|first| event.at < first.at);
        if event.at < oldest || event.product.is_empty() || falls_out {
            return;
        }
        let line = |event: &Event| (event.at, event.kind);
        let found = self.events.binary_search_by(|known| {
            line(known).cmp(&line(&event)).then_with(|| known.product.cmp(&event.product))
        });
        match found {
            Ok(at) => self.events[at] = event,
            Err(at) => {
                self.events.insert(at, event);
                if is_full {
                    self.events.remove(0);
                }
            }
        }
    }

    /// All of it, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Nothing is known.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The products looked at last, each once, newest first.
    pub fn last_viewed(&self) -> impl Iterator<Item = &str> {
        let mut said: Vec<&str> = Vec::new();
        self.events.iter().rev().filter(|event| event.kind == Kind::View).filter_map(move |event| {
            let product = event.product.as_str();
            if said.contains(&product) {
                return None;
            }
            said.push(product);
            Some(product)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn view(product: &str, at: i64) -> Event {
        Event { product: product.to_owned(), kind: Kind::View, at, dwell: 0, near: Near::default() }
    }

    #[test]
    fn the_oldest_fall_out_and_the_future_is_now() {
        let now = 1_000 * DAY;
        let history = History::new(
            [view("future", now + DAY), view("old", now - 181 * DAY), view("a", 999 * DAY)],
            now,
        );
        assert_eq!(history.last_viewed().collect::<Vec<_>>(), ["future", "a"]);
        assert_eq!(history.events()[1].at, now);
        let many = History::new((0..100_000).map(|i| view(&format!("p{i}"), now - i)), now);
        assert_eq!(many.events().len(), HISTORY_EVENTS);
        assert_eq!(many.last_viewed().next(), Some("p0"));
    }

    #[test]
    fn the_same_line_again_says_what_is_known_now() {
        let mut history = History::new([view("a", 5)], 10);
        history.add([Event { dwell: 7, ..view("a", 5) }], 10);
        assert_eq!(history.events(), [Event { dwell: 7, ..view("a", 5) }]);
    }

    proptest! {
        #[test]
        fn any_events_are_taken_in(times in prop::collection::vec(any::<i64>(), 0..700), now: i64) {
            let history = History::new(times.iter().map(|at| view("x", *at)), now);
            prop_assert!(history.events().len() <= HISTORY_EVENTS);
            prop_assert!(history.events().windows(2).all(|pair| pair[0].at <= pair[1].at));
            prop_assert!(history.events().iter().all(|event| event.at <= now));
        }
    }
}
