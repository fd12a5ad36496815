//! The products that are measured with.

use crate::chance::Chance;
use crate::packed::{Packer, Unpacker};
use crate::shoppers::{DAY, KIN, NOW};
use crate::words::{COLOURS, FABRICS, KINDS, PATTERNS};

/// So many products: with more of them, a model gets no more room.
pub const PRODUCTS: usize = 5_000;

/// Stands for a number that is not there.
const NONE: i64 = i64::MIN;

/// A product, as the page has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Product {
    /// Its SKU.
    pub sku: String,
    /// In Bangla and English.
    pub titles: [String; 2],
    /// From the widest to the narrowest.
    pub category: Vec<String>,
    /// Names and values.
    pub attributes: Vec<(String, String)>,
    /// In poisha.
    pub price: i64,
    /// What it cost before, if that was more.
    pub was: Option<i64>,
    /// The day it came in, in days since 1970.
    pub added: Option<i32>,
    /// Can it be had?
    pub available: bool,
    /// The seller wants it to go.
    pub clearance: bool,
}

impl Product {
    /// All of them, the same each time: forty of a category behind each other.
    pub fn all() -> Vec<Self> {
        let mut chance = Chance(0xA076_1D64_78BD_642F);
        (0..PRODUCTS).map(|at| Self::made(at, &mut chance)).collect()
    }

    fn made(at: usize, chance: &mut Chance) -> Self {
        let group = at / KIN;
        let (kind, pattern) = (group % KINDS.len(), PATTERNS[group / KINDS.len() % PATTERNS.len()]);
        let (fabric, colour) = (chance.of(&FABRICS), chance.of(&COLOURS));
        let title = |language: usize, written: usize| {
            let kind = KINDS[kind][written];
            format!("{} {} {} {kind}", colour[language], fabric[language], pattern[language])
        };
        let section = match kind {
            4..=6 => "Accessories",
            7..=10 => "Home",
            _ => "Clothes",
        };
        let attribute = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut attributes = vec![attribute("Colour", colour[1]), attribute("Fabric", fabric[1])];
        if section == "Clothes" {
            attributes.push(attribute("Size", ["S, M, L", "M, L, XL", "Free"][chance.below(3)]));
        }
        let price = (300 + 50 * chance.below(230) as i64) * 100;
        let today = (NOW / DAY) as i32;
        let age = if chance.one_in(10) { chance.below(30) } else { 30 + chance.below(700) };
        Self {
            sku: format!("SKU-{at:05}"),
            titles: [title(0, 0), title(1, 2)],
            category: [section, KINDS[kind][2], pattern[1]].map(str::to_owned).to_vec(),
            attributes,
            price,
            was: chance.one_in(6).then(|| price * (110 + chance.below(50) as i64) / 100),
            added: (!chance.one_in(20)).then_some(today - age as i32),
            available: !chance.one_in(15),
            clearance: chance.one_in(40),
        }
    }

    /// Adds it to what the page fetches.
    pub fn pack(&self, packer: &mut Packer) {
        packer.text(&self.sku);
        self.titles.iter().for_each(|title| _ = packer.text(title));
        packer.number(self.category.len() as i64);
        self.category.iter().for_each(|part| _ = packer.text(part));
        packer.number(self.attributes.len() as i64);
        self.attributes.iter().for_each(|(name, value)| _ = packer.text(name).text(value));
        packer.number(self.price).number(self.was.unwrap_or(NONE));
        packer.number(self.added.map_or(NONE, i64::from));
        packer.number(self.available.into()).number(self.clearance.into());
    }

    /// Reads the next.
    pub fn unpack(unpacker: &mut Unpacker<'_>) -> Self {
        let some = |number: i64| (number != NONE).then_some(number);
        Self {
            sku: unpacker.text(),
            titles: [unpacker.text(), unpacker.text()],
            category: unpacker.list(Unpacker::text),
            attributes: unpacker.list(|one| (one.text(), one.text())),
            price: unpacker.number(),
            was: some(unpacker.number()),
            added: some(unpacker.number()).map(|day| day as i32),
            available: unpacker.number() != 0,
            clearance: unpacker.number() != 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn what_was_packed_is_unpacked() {
        let all = Product::all();
        let mut packer = Packer::default();
        all.iter().for_each(|product| product.pack(&mut packer));
        let packed = packer.finish();
        let mut unpacker = Unpacker::new(&packed);
        assert!(all.iter().all(|product| Product::unpack(&mut unpacker) == *product));
        assert!(unpacker.is_empty());
    }

    #[test]
    fn the_catalogue_has_something_of_everything() {
        let all = Product::all();
        let count = |is: fn(&&Product) -> bool| all.iter().filter(is).count();
        assert_eq!(all.len(), PRODUCTS);
        assert!((500..1_200).contains(&count(|one| one.was.is_some())));
        assert!((200..500).contains(&count(|one| !one.available)));
        assert!((50..250).contains(&count(|one| one.clearance)));
        assert!(
            (300..700).contains(&count(|one| one.added.is_some_and(|day| day > (NOW / DAY) as i32 - 30)))
        );
        assert!((100..500).contains(&count(|one| one.added.is_none())));
        let categories: HashSet<_> = all.iter().map(|one| &one.category).collect();
        assert!(categories.len() >= 100, "{}", categories.len());
        let skus: HashSet<_> = all.iter().map(|one| &one.sku).collect();
        assert_eq!(skus.len(), PRODUCTS);
    }
}
