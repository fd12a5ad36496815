//! The products that can be suggested.

use crate::item::Item;

/// The products, made ready.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    pub(crate) facts: Vec<Facts>,
    /// Places in the order of their SKUs; of two with one SKU, the first.
    by_id: Vec<u32>,
}

/// What stays known of a product.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) id: Box<str>,
    /// A number for each category path.
    pub(crate) category: u32,
    pub(crate) price: i64,
    pub(crate) discount: u8,
    pub(crate) added: Option<i32>,
    pub(crate) available: bool,
    pub(crate) clearance: bool,
}

/// Makes a [`Catalogue`], one product at a time.
#[derive(Debug, Default)]
pub struct CatalogueBuilder {
    catalogue: Catalogue,
    categories: std::collections::HashMap<String, u32>,
}

impl CatalogueBuilder {
    /// The next product.
    pub fn add(&mut self, item: &Item<'_>) {
        let next = self.categories.len() as u32;
        let category = *self.categories.entry(item.category.join("\u{1f}")).or_insert(next);
        let discount = match item.was {
            Some(was) if was > item.price && item.price >= 0 => {
                ((was - item.price) * 100 / was).clamp(0, 100) as u8
            }
            _ => 0,
        };
        self.catalogue.facts.push(Facts {
            id: item.id.into(),
            category,
            price: item.price,
            discount,
            added: item.added,
            available: item.available,
            clearance: item.clearance,
        });
    }

    /// All of them.
    pub fn finish(self) -> Catalogue {
        let mut catalogue = self.catalogue;
        let mut by_id: Vec<u32> = (0..catalogue.facts.len() as u32).collect();
        let id = |place: &u32| &*catalogue.facts[*place as usize].id;
        by_id.sort_by(|a, b| id(a).cmp(id(b)));
        by_id.dedup_by(|later, first| id(later) == id(first));
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
}
