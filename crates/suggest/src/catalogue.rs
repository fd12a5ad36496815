//! The products that can be suggested.

use crate::{item::Item, likeness::Likeness};

/// The products, made ready.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    pub(crate) facts: Vec<Facts>,
    pub(crate) likeness: Likeness,
    /// Places in the order of their SKUs; of two with one SKU, the first.
    by_id: Vec<u32>,
}

/// What stays known of a product.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) id: Box<str>,
    /// A hash of the category path; none for a product without one.
    pub(crate) category: Option<u32>,
    /// By how many percent the price has fallen.
    pub(crate) discount: u8,
    pub(crate) added: Option<i32>,
    pub(crate) available: bool,
    pub(crate) clearance: bool,
}

/// Makes a [`Catalogue`], one product at a time, so that a page can draw in between.
#[derive(Debug, Default)]
pub struct CatalogueBuilder {
    catalogue: Catalogue,
}

impl CatalogueBuilder {
    /// The next product.
    pub fn add(&mut self, item: &Item<'_>) {
        let category =
            (!item.category.is_empty()).then(|| crate::model::fingerprint(item.category.iter().copied()));
        self.catalogue.facts.push(Facts {
            id: item.id.into(),
            category,
            discount: discount(item),
            added: item.added,
            available: item.available,
            clearance: item.clearance,
        });
        self.catalogue.likeness.add(item);
    }

    /// All of them. Of two with one SKU only the first is ever suggested.
    pub fn finish(self) -> Catalogue {
        let mut catalogue = self.catalogue;
        catalogue.likeness.finish();
        let mut by_id: Vec<u32> = (0..catalogue.facts.len() as u32).collect();
        let id = |place: &u32| &*catalogue.facts[*place as usize].id;
        by_id.sort_by(|a, b| id(a).cmp(id(b)));
        let mut again = Vec::new();
        by_id.dedup_by(|later, first| {
            let same = id(later) == id(first);
            if same {
                again.push(*later);
            }
            same
        });
        for place in again {
            catalogue.facts[place as usize].available = false;
        }
        catalogue.by_id = by_id;
        catalogue
    }
}

impl Catalogue {
    /// How many products.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// None at all.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Where a SKU stands.
    pub fn place(&self, id: &str) -> Option<usize> {
        let found = self.by_id.binary_search_by(|place| (*self.facts[*place as usize].id).cmp(id)).ok()?;
        Some(self.by_id[found] as usize)
    }

    /// The SKUs, by place.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.facts.iter().map(|facts| &*facts.id)
    }
}

/// By how many percent the price has fallen, rounded down; 0 for what cannot be.
fn discount(item: &Item<'_>) -> u8 {
    match item.was {
        Some(was) if was > item.price && item.price >= 0 => {
            let (was, fallen) = (i128::from(was), i128::from(was) - i128::from(item.price));
            u8::try_from(fallen * 100 / was).unwrap_or_default()
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_with_one_sku_the_first_counts() {
        let mut builder = CatalogueBuilder::default();
        for id in ["b", "a", "b"] {
            builder.add(&Item { id, available: true, ..Item::default() });
        }
        let catalogue = builder.finish();
        assert_eq!(
            (catalogue.place("a"), catalogue.place("b"), catalogue.place("c")),
            (Some(1), Some(0), None)
        );
        assert_eq!(
            catalogue.facts.iter().map(|facts| facts.available).collect::<Vec<_>>(),
            [true, true, false]
        );
    }

    #[test]
    fn a_discount_is_what_the_price_has_fallen_by() {
        let of = |price, was| discount(&Item { price, was, ..Item::default() });
        assert_eq!(of(750, Some(1_000)), 25);
        assert_eq!(of(999, Some(1_000)), 0);
        assert_eq!(of(0, Some(1_000)), 100);
        assert_eq!(of(1_000, Some(750)), 0);
        assert_eq!(of(-5, Some(750)), 0);
        assert_eq!(of(i64::MAX - 1, Some(i64::MAX)), 0);
        assert_eq!(of(1_000, None), 0);
    }
}
