//! Old stock that has to go, held against the catalogue.

use std::collections::HashSet;

use alap_protocol::{id::ProductId, pack::Product};

use crate::{
    Problem,
    fault::Faults,
    nearest::{MOST_GUESSES, nearest},
};

/// What of the clearance can be suggested: products that are sold out may have left the catalogue before their line.
pub(super) fn in_catalogue(
    skus: &[(ProductId, u32)],
    products: &[Product],
    faults: &mut Faults,
) -> Vec<ProductId> {
    if skus.is_empty() {
        return Vec::new();
    }
    let known: HashSet<&ProductId> = products.iter().map(|product| &product.id).collect();
    let (mut found, mut guesses) = (Vec::new(), 0);
    for (sku, line) in skus {
        if !known.contains(sku) {
            guesses += 1;
            let guess = (guesses <= MOST_GUESSES)
                .then(|| nearest(sku.as_str(), known.iter().map(|id| id.as_str())))
                .flatten();
            faults.add(*line, Problem::UnknownClearance { sku: sku.to_string(), guess });
        } else if !found.contains(sku) {
            found.push(sku.clone());
        }
    }
    found
}
