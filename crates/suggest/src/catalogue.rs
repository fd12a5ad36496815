//! The products that can be suggested.

use crate::{hash::hash, item::Item, likeness::Likeness, order::in_order};

/// The products, made ready.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    pub(crate) facts: Vec<Facts>,
    pub(crate) likeness: Likeness,
    /// Places in the order of a hash of their SKUs.
    by_id: Vec<usize>,
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
        let category = (!item.category.is_empty()).then(|| hash(item.category.iter().copied()));
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
        let facts = &mut catalogue.facts;
        let by_id = in_order(0..facts.len(), |place| key(&facts[place].id));
        let mut first = 0;
        for i in 1..by_id.len() {
            if key(&facts[by_id[i]].id) != key(&facts[by_id[first]].id) {
                first = i;
            }
            if by_id[first..i].iter().any(|before| facts[*before].id == facts[by_id[i]].id) {
                facts[by_id[i]].available = false;
            }
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
        let key_of = |place: usize| key(&self.facts[place].id);
        let from = self.by_id.partition_point(|place| key_of(*place) < key(id));
        let same = self.by_id.get(from..)?.iter().take_while(|place| key_of(**place) == key(id));
        same.copied().find(|place| &*self.facts[*place].id == id)
    }

    /// The SKUs, by place.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.facts.iter().map(|facts| &*facts.id)
    }
}

/// A hash, so that places are sorted as all else is.
fn key(id: &str) -> u64 {
    hash([id]).into()
}

/// By how many percent the price has fallen, rounded down; 0 for what cannot be.
fn discount(item: &Item<'_>) -> u8 {
    match item.was {
        Some(was) if was > item.price && item.price >= 0 => {
            let fallen = was - item.price;
            let percent = fallen.checked_mul(100).map_or(fallen / (was / 100).max(1), |part| part / was);
            percent.clamp(0, 100) as u8
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
