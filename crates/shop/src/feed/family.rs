//! Variants that belong together become one product: sizes and colours as attributes, the lowest price, to be had if any
//! variant is.

use std::collections::HashMap;

use alap_protocol::{
    id::ProductId,
    locale::Localized,
    pack::{Attribute, Availability, Image, Price, Product},
};

use crate::{
    Problem,
    fault::Faults,
    feed::{
        cell::{self, Refused},
        shelf::{MOST_PRODUCTS, Shelf},
    },
    money::Money,
};

/// A product with what its variants add.
#[derive(Default)]
pub(crate) struct Family {
    pub(crate) line: u32,
    pub(crate) id: String,
    pub(crate) title: Localized,
    pub(crate) description: Localized,
    pub(crate) url: Option<String>,
    pub(crate) image: Option<Image>,
    pub(crate) category: Vec<String>,
    pub(crate) added: Option<String>,
    /// The codes of its variants, where they have some of their own.
    variants: Vec<String>,
    options: Vec<(String, Vec<String>)>,
    lowest: Option<Offer>,
    best: Option<Availability>,
    /// A price is missing or cannot be read, and has been named.
    pub(crate) refused: bool,
}

/// What one variant costs.
struct Offer {
    price: Money,
    was: Option<i64>,
}

/// The most attributes of a product, and the most values of one: no shopper reads more.
const MOST_OPTIONS: usize = 20;
const MOST_VALUES: usize = 100;

impl Family {
    pub(crate) fn new(id: &str, line: u32) -> Self {
        Self { id: id.to_owned(), line, ..Self::default() }
    }

    /// Adds a value of an attribute, once. Values with commas are several.
    pub(crate) fn option(&mut self, name: &str, values: &str) {
        let name = crate::plain::plain_line(name);
        if name.is_empty() {
            return;
        }
        for value in values.split(',').map(crate::plain::plain_line).filter(|value| !value.is_empty()) {
            let is_full = self.options.len() == MOST_OPTIONS;
            let known = self.options.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(&name));
            match known {
                Some((_, values)) if values.len() == MOST_VALUES || values.contains(&value) => {}
                Some((_, values)) => values.push(value),
                None if is_full => {}
                None => self.options.push((name.clone(), vec![value])),
            }
        }
    }

    /// Adds the code of a variant.
    pub(crate) fn variant(&mut self, code: &str) {
        let code = code.trim();
        if !code.is_empty() && code != self.id {
            self.variants.push(code.to_owned());
        }
    }

    /// Adds what a variant costs: its regular price and, if a sale holds, the sale's. A sale that is no cheaper is none.
    pub(crate) fn offer(
        &mut self,
        regular: Result<Option<Money>, Refused>,
        sale: Result<Option<Money>, Refused>,
        availability: Availability,
    ) {
        let (Ok(regular), Ok(sale)) = (regular, sale) else {
            self.refused = true;
            return;
        };
        let (price, was) = match (regular, sale) {
            (Some(regular), Some(sale)) if sale.amount < regular.amount => (sale, Some(regular)),
            (Some(price), _) | (None, Some(price)) => (price, None),
            (None, None) => return,
        };
        if self.lowest.as_ref().is_none_or(|lowest| price.amount < lowest.price.amount) {
            self.lowest = Some(Offer { price, was: was.map(|was| was.amount) });
        }
        self.best =
            self.best.into_iter().chain([availability]).min_by_key(|availability| match availability {
                Availability::InStock => 0,
                Availability::Preorder => 1,
                Availability::OutOfStock => 2,
            });
    }

    /// The same where the file has the price of now, and the one of before if that was higher.
    pub(crate) fn offer_before(
        &mut self,
        price: Result<Option<Money>, Refused>,
        before: Result<Option<Money>, Refused>,
        availability: Availability,
    ) {
        let is_higher =
            matches!((&price, &before), (Ok(Some(price)), Ok(Some(before))) if before.amount > price.amount);
        if is_higher {
            self.offer(before, price, availability)
        } else {
            self.offer(price, Ok(None), availability)
        }
    }

    pub(crate) fn has_offer(&self) -> bool {
        self.lowest.is_some() || self.refused
    }

    /// Checks the whole and puts it on the shelf.
    pub(crate) fn shelve(mut self, shelf: &mut Shelf, faults: &mut Faults) {
        let line = self.line;
        let variants = std::mem::take(&mut self.variants);
        let Some(id) = cell::id(&self.id, line, faults) else {
            return;
        };
        if self.title.is_empty() {
            faults.add(line, Problem::NoTitle { sku: self.id });
            return;
        }
        let Some(price) = self.price(faults) else {
            return;
        };
        let product = self.into_product(id, price);
        shelf.put_with(line, product, variants, faults);
    }

    fn price(&self, faults: &mut Faults) -> Option<Price> {
        let Some(lowest) = &self.lowest else {
            if !self.refused {
                faults.add(self.line, Problem::NoPrice { sku: self.id.clone() });
            }
            return None;
        };
        let amount = lowest.price.amount;
        if amount == 0 {
            faults.add(self.line, Problem::ZeroPrice { sku: self.id.clone() });
        }
        Some(Price { amount, was: lowest.was, currency: lowest.price.currency.clone() })
    }

    fn into_product(self, id: ProductId, price: Price) -> Product {
        let attributes = self.options.into_iter();
        Product {
            id,
            title: self.title,
            description: self.description,
            url: self.url,
            image: self.image,
            price,
            category: self.category,
            availability: self.best.unwrap_or(Availability::OutOfStock),
            attributes: attributes
                .map(|(name, values)| Attribute { name, value: values.join(", ") })
                .collect(),
            added: self.added,
        }
    }
}

/// The families of a file, in the order in which they first come.
#[derive(Default)]
pub(crate) struct Families {
    list: Vec<Family>,
    places: HashMap<String, usize>,
}

impl Families {
    /// The family of this key, if it has come.
    pub(crate) fn find(&mut self, key: &str) -> Option<&mut Family> {
        self.places.get(key).map(|place| &mut self.list[*place])
    }

    /// Adds a family that its variants may call by any of these names. The first of a name keeps it. One more than the
    /// shelf takes is kept, so that the shelf can say so.
    pub(crate) fn add(&mut self, family: Family, keys: impl IntoIterator<Item = String>) {
        if self.list.len() > MOST_PRODUCTS {
            return;
        }
        for key in keys {
            self.places.entry(key).or_insert(self.list.len());
        }
        self.list.push(family);
    }

    pub(crate) fn shelve(self, shelf: &mut Shelf, faults: &mut Faults) {
        for family in self.list {
            family.shelve(shelf, faults);
        }
    }
}
