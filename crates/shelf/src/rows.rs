//! Which products stand in which row.

use alap_suggest::{History, Kind, Reason, Recommender, Suggestion, Wish};

use crate::row_kind::RowKind;

/// The most products of a row.
pub(crate) const ROW: usize = 8;
/// Fewer look lost in a row.
const FEW: usize = 4;

/// A product in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its place in the catalogue.
    pub place: usize,
    /// Why it is here, where that is not said by the row's heading alone.
    pub reason: Option<Reason>,
}

/// A row with at least one product.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub kind: RowKind,
    /// The first one first.
    pub products: Vec<Place>,
}

/// All that rows are made from.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// Knows the products.
    pub recommender: &'a Recommender,
    /// What the shopper did; none where that may not be used.
    pub history: Option<&'a History>,
    /// The time, in milliseconds since 1970 UTC.
    pub now: i64,
    /// The SKU of the product on the page.
    pub viewing: Option<&'a str>,
    /// How many of one category stand in one row, at most; 0 for any number.
    pub per_category: usize,
    /// For how many days a product is new.
    pub new_days: i32,
}

impl Shelf<'_> {
    /// The rows of the home view, without empty ones. No product stands in two of them.
    pub fn home(&self) -> Vec<Row> {
        let mut taken: Vec<usize> = self.viewing_place().into_iter().collect();
        // What was looked at last has a row of its own: it takes no place in the others.
        let last = self.last_viewed(&taken);
        taken.extend(last.iter().map(|product| product.place));
        let mut rows = Vec::new();
        for kind in [RowKind::ForYou, RowKind::New, RowKind::Discount] {
            // Discounts show among what fits; where no history may be used they have a row of their own.
            if kind == RowKind::Discount && self.history.is_some() {
                continue;
            }
            let mut row = self.suggested(kind, &taken);
            if row.kind == RowKind::ForYou {
                leave_fillers(&mut row.products);
            }
            taken.extend(row.products.iter().map(|product| product.place));
            rows.push(row);
        }
        rows.push(Row { kind: RowKind::LastViewed, products: last });
        rows.retain(|row| !row.products.is_empty());
        rows
    }

    /// One row by itself; none if there is nothing to show in it.
    pub fn row(&self, kind: RowKind) -> Option<Row> {
        let taken: Vec<usize> = self.viewing_place().into_iter().collect();
        let row = match kind {
            RowKind::LastViewed => Row { kind, products: self.last_viewed(&taken) },
            _ => self.suggested(kind, &taken),
        };
        Some(row).filter(|row| !row.products.is_empty())
    }

    /// The products looked at last that the shop still has in its catalogue, newest first; not what was bought.
    pub fn last_viewed(&self, without: &[usize]) -> Vec<Place> {
        let Some(history) = self.history else { return Vec::new() };
        let bought = |product: &str| {
            history.events().iter().any(|event| event.kind == Kind::Purchase && event.product == product)
        };
        let catalogue = self.recommender.catalogue();
        history
            .last_viewed()
            .filter(|product| !bought(product))
            .filter_map(|product| catalogue.place(product))
            .filter(|place| !without.contains(place))
            .take(ROW)
            .map(|place| Place { place, reason: None })
            .collect()
    }

    fn suggested(&self, kind: RowKind, taken: &[usize]) -> Row {
        let wish = self.wish(taken);
        let nothing = History::default();
        let history = self.history.unwrap_or(&nothing);
        match kind {
            RowKind::New => Row { kind, products: places(self.recommender.new_items(history, &wish)) },
            RowKind::Discount => Row { kind, products: places(self.recommender.discounted(history, &wish)) },
            _ => {
                // What the shop no longer has says nothing of what may fit.
                let there = |sku: &str| self.recommender.catalogue().place(sku).is_some();
                let known = history.events().iter().any(|event| there(&event.product))
                    || wish.viewing.is_some_and(there);
                let products = places(self.recommender.for_you(history, &wish));
                Row { kind: if known { RowKind::ForYou } else { RowKind::Popular }, products }
            }
        }
    }

    pub(crate) fn wish<'w>(&'w self, without: &'w [usize]) -> Wish<'w> {
        Wish {
            now: self.now,
            count: ROW,
            per_category: self.per_category,
            new_days: self.new_days,
            // Without a history, not even the page at hand is used.
            viewing: self.viewing.filter(|_| self.history.is_some()),
            without,
        }
    }

    fn viewing_place(&self) -> Option<usize> {
        self.recommender.catalogue().place(self.viewing?)
    }
}

/// What is there only because it came in lately stands in a row of its own, and what there is no reason for in none, but for
/// the few that a row needs.
fn leave_fillers(products: &mut Vec<Place>) {
    let is_other = |product: &Place| !matches!(product.reason, Some(Reason::New | Reason::InShop));
    let mut wanting = FEW.saturating_sub(products.iter().filter(|product| is_other(product)).count());
    products.retain(|product| {
        let stays = is_other(product) || wanting > 0;
        if stays && !is_other(product) {
            wanting -= 1;
        }
        stays
    });
}

pub(crate) fn places(suggestions: impl IntoIterator<Item = Suggestion>) -> Vec<Place> {
    suggestions.into_iter().map(|found| Place { place: found.place, reason: Some(found.reason) }).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use alap_suggest::{CatalogueBuilder, Event, Item, Near};
    use proptest::prelude::*;

    use super::*;

    const NOW: i64 = 20_000 * 86_400_000;

    fn recommender(count: usize) -> Recommender {
        let mut builder = CatalogueBuilder::default();
        for number in 0..count {
            builder.add(&Item {
                id: &format!("P{number}"),
                titles: vec!["Red cotton saree"],
                category: vec!["Saree"],
                price: 1_000,
                was: (number % 3 == 0).then_some(2_000),
                added: Some(20_000),
                available: number % 5 != 4,
                ..Item::default()
            });
        }
        Recommender::new(builder.finish())
    }

    fn event(product: usize, kind: Kind, at: i64) -> Event {
        Event { product: format!("P{product}"), kind, at, dwell: 0, near: Near::default() }
    }

    fn shelf<'a>(recommender: &'a Recommender, history: Option<&'a History>) -> Shelf<'a> {
        Shelf { recommender, history, now: NOW, viewing: None, per_category: 0, new_days: 14 }
    }

    #[test]
    fn what_was_bought_is_not_shown_as_looked_at() {
        let recommender = recommender(10);
        let seen = [event(1, Kind::View, NOW - 9), event(2, Kind::View, NOW - 8)];
        let mut history = History::new(seen, NOW);
        let last = |history: &History| shelf(&recommender, Some(history)).last_viewed(&[]);
        assert_eq!(last(&history).iter().map(|it| it.place).collect::<Vec<_>>(), [2, 1]);
        history.add([event(2, Kind::Purchase, NOW - 7)], NOW);
        assert_eq!(last(&history).iter().map(|it| it.place).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn what_only_came_in_lately_stands_with_the_new_ones() {
        let of = |place, reason| Place { place, reason: Some(reason) };
        let (new, like) = (of(1, Reason::New), of(2, Reason::LookedAt { place: 9 }));
        let mut many = vec![like, new, like, new, like, like];
        leave_fillers(&mut many);
        assert_eq!(many, [like; 4]);
        let mut few = vec![like, new, like, new, new, new];
        leave_fillers(&mut few);
        assert_eq!(few, [like, new, like, new]);
    }

    #[test]
    fn without_a_history_nothing_of_the_shopper_is_used() {
        let recommender = recommender(40);
        let rows = shelf(&recommender, None).home();
        assert!(!rows.is_empty());
        assert!(rows.iter().all(|row| !matches!(row.kind, RowKind::ForYou | RowKind::LastViewed)));
        assert!(shelf(&recommender, None).below_answer(&["P1"]).is_empty());
        assert_eq!(shelf(&recommender, None).row(RowKind::LastViewed), None);
    }

    proptest! {
        #[test]
        fn no_product_is_shown_twice_nor_the_one_on_the_page(
            count in 0_usize..40,
            events in prop::collection::vec((0_usize..50, 0_u8..3), 0..60),
            viewing in prop::option::of(0_usize..50),
        ) {
            let recommender = recommender(count);
            let kinds = [Kind::View, Kind::Cart, Kind::Purchase];
            let events = events.iter().zip(0..).map(|((product, kind), age)| event(*product, kinds[*kind as usize], NOW - age));
            let history = History::new(events, NOW);
            let viewing = viewing.map(|product| format!("P{product}"));
            let shelf = Shelf { viewing: viewing.as_deref(), ..shelf(&recommender, Some(&history)) };
            let rows = shelf.home();
            let mut seen = HashSet::new();
            for row in &rows {
                prop_assert!(!row.products.is_empty());
                for product in &row.products {
                    prop_assert!(seen.insert(product.place), "{} twice", product.place);
                    prop_assert_ne!(viewing.as_deref(), Some(&*format!("P{}", product.place)));
                    prop_assert!(row.kind == RowKind::LastViewed || product.place % 5 != 4, "out of stock");
                }
            }
            for kind in [RowKind::ForYou, RowKind::New, RowKind::Discount, RowKind::LastViewed] {
                shelf.row(kind);
            }
            prop_assert!(shelf.below_answer(&["P1", "nothing"]).len() <= 3);
        }
    }
}
