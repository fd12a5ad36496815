//! The products of one file as they are read, each id once.

use std::collections::HashMap;

use alap_protocol::{id::ProductId, pack::Product};

use crate::{Place, Problem, ReadOptions, fault::Faults};

/// The most products of one shop.
pub(crate) const MOST_PRODUCTS: usize = 50_000;

#[derive(Default)]
pub(crate) struct Shelf {
    pub(crate) options: ReadOptions,
    pub(crate) products: Vec<Product>,
    pub(crate) lines: Vec<u32>,
    pub(crate) rows: usize,
    pub(crate) variants: Vec<(String, ProductId)>,
    places: HashMap<ProductId, u32>,
    is_full: bool,
}

impl Shelf {
    pub(crate) fn new(options: ReadOptions) -> Self {
        Self { options, ..Self::default() }
    }

    /// Puts a product on the shelf, unless its id is there already or the shelf is full.
    pub(crate) fn put(&mut self, line: u32, product: Product, faults: &mut Faults) {
        self.put_with(line, product, Vec::new(), faults);
    }

    /// … with the codes of its variants.
    pub(crate) fn put_with(
        &mut self,
        line: u32,
        product: Product,
        variants: Vec<String>,
        faults: &mut Faults,
    ) {
        if let Some(first) = self.places.get(&product.id) {
            let place = Place { file: None, line: *first };
            faults.add(line, Problem::DuplicateSku { sku: product.id.to_string(), place });
            return;
        }
        if self.products.len() == MOST_PRODUCTS {
            if !std::mem::replace(&mut self.is_full, true) {
                faults.add(line, Problem::TooManyInAll { most: MOST_PRODUCTS as u64 });
            }
            return;
        }
        self.places.insert(product.id.clone(), line);
        self.variants.extend(variants.into_iter().map(|code| (code, product.id.clone())));
        self.lines.push(line);
        self.products.push(product);
    }
}
