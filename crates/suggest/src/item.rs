//! What is known of a product.

/// A product, as the catalogue has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item<'a> {
    /// Its SKU.
    pub id: &'a str,
    /// Its title, in each language it is known in.
    pub titles: Vec<&'a str>,
    /// From the widest to the narrowest.
    pub category: Vec<&'a str>,
    /// Names and values, such as `Fabric` and `Cotton`.
    pub attributes: Vec<(&'a str, &'a str)>,
    /// In the smallest unit.
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
