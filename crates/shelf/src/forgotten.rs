//! What the shopper took out of the history.
//!
//! The shop page may tell an event again, with what it now knows of it: for how long the page was looked at. What was
//! taken out must not come back that way.

use alap_suggest::{Event, HISTORY_DAYS};

/// More are not remembered; the oldest fall out.
const ENTRIES: usize = 100;
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Until when, in milliseconds since 1970 UTC, nothing is known of a product, or of any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Newest last; an empty name stands for all products.
    entries: Vec<(String, i64)>,
}

impl Forgotten {
    /// Reads what [`Forgotten::text`] wrote. What cannot be read is left out.
    pub fn read(text: &str) -> Self {
        let entry = |line: &str| {
            let (at, product) = line.split_once(' ')?;
            Some((product.to_owned(), at.parse().ok()?))
        };
        Self { entries: text.lines().filter_map(entry).take(ENTRIES).collect() }
    }

    /// As a text to be kept: a line each, the time and the product.
    pub fn text(&self) -> String {
        self.entries.iter().map(|(product, at)| format!("{at} {product}\n")).collect()
    }

    /// All that was done until `now` is forgotten.
    pub fn forget_all(&mut self, now: i64) {
        self.entries = vec![(String::new(), now)];
    }

    /// All that was done to this product until `now` is forgotten.
    pub fn forget(&mut self, product: &str, now: i64) {
        self.entries.retain(|(known, at)| known != product && *at > now.saturating_sub(HISTORY_DAYS * DAY));
        self.entries.push((product.to_owned(), now));
        let over = self.entries.len().saturating_sub(ENTRIES);
        self.entries.drain(..over);
    }

    /// What was taken out of this product is known again.
    pub fn remember(&mut self, product: &str) {
        self.entries.retain(|(known, _)| known != product);
    }

    /// Was this taken out? A time that lies ahead of `now` is of a clock that was wrong: it counts as of now.
    pub fn covers(&self, event: &Event, now: i64) -> bool {
        self.entries.iter().any(|(product, at)| {
            event.at <= (*at).min(now) && (product.is_empty() || *product == event.product)
        })
    }
}

#[cfg(test)]
mod tests {
    use alap_suggest::{Kind, Near};
    use proptest::prelude::*;

    use super::*;

    fn view(product: &str, at: i64) -> Event {
        Event { product: product.to_owned(), kind: Kind::View, at, dwell: 0, near: Near::default() }
    }

    #[test]
    fn what_was_taken_out_stays_out_and_what_comes_later_is_known() {
        let mut forgotten = Forgotten::default();
        forgotten.forget("NK 1", 10);
        assert!(forgotten.covers(&view("NK 1", 10), 99));
        assert!(!forgotten.covers(&view("NK 1", 11), 99));
        assert!(!forgotten.covers(&view("NK 2", 9), 99));
        forgotten.forget_all(20);
        assert!(forgotten.covers(&view("NK 2", 20), 99));
        assert!(!forgotten.covers(&view("NK 2", 21), 99));
        assert_eq!(Forgotten::read(&forgotten.text()), forgotten);
    }

    #[test]
    fn a_clock_that_was_ahead_forgets_nothing_of_later() {
        let mut forgotten = Forgotten::default();
        forgotten.forget_all(400 * DAY);
        assert!(forgotten.covers(&view("a", 5), 10));
        assert!(!forgotten.covers(&view("a", 11), 10));
    }

    #[test]
    fn a_product_can_be_remembered_without_the_others() {
        let mut forgotten = Forgotten::default();
        forgotten.forget("a", 10);
        forgotten.forget("b", 10);
        forgotten.remember("a");
        assert!(!forgotten.covers(&view("a", 5), 20) && forgotten.covers(&view("b", 5), 20));
    }

    #[test]
    fn it_stays_small() {
        let mut forgotten = Forgotten::default();
        for at in 0..1_000 {
            forgotten.forget(&format!("p{at}"), at);
        }
        assert_eq!(forgotten.entries.len(), ENTRIES);
        assert!(forgotten.covers(&view("p999", 5), 2_000));
        forgotten.forget("later", 1_000 * DAY);
        assert_eq!(forgotten.entries.len(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text: String) {
            Forgotten::read(&text);
        }
    }
}
