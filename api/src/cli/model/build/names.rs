//! The names that the shop's catalogue has for the products of a log: orders name variants.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use alap_protocol::{id::ProductId, locale::Locale};
use alap_shop::Severity;
use alap_suggest::log::Log;

use crate::{
    cli::{Failure, check::print_faults, say},
    clock,
};

/// Products, and the variants that lead to them.
pub(super) struct Names {
    products: HashSet<ProductId>,
    variants: HashMap<String, ProductId>,
}

impl Names {
    /// From a shop folder. One that cannot be served has no products that could be relied on.
    pub(super) fn of(folder: &Path) -> Result<Self, Failure> {
        let options = alap_shop::ReadOptions { today: Some(clock::today()) };
        let reading = alap_shop::read_folder_with(folder, &options);
        match reading.pack {
            Some(pack) if reading.faults.iter().all(|fault| fault.severity != Severity::Error) => {
                let products = pack.products.into_iter().map(|product| product.id).collect();
                Ok(Self { products, variants: reading.variants })
            }
            _ => {
                print_faults(&reading.faults, Locale::En)?;
                Err(Failure::new(format!("{}: the shop folder has errors", folder.display())))
            }
        }
    }

    /// Gives them to a log, and says what the catalogue does not have.
    pub(super) fn give(&self, log: &mut Log) -> Result<(), Failure> {
        log.rename(|sku| {
            let is_product = ProductId::parse(sku).is_ok_and(|id| self.products.contains(&id));
            let variant = (!is_product).then(|| self.variants.get(sku)).flatten();
            variant.map(ToString::to_string)
        });
        let is_known =
            |sku: &&String| ProductId::parse(sku.as_str()).is_ok_and(|id| self.products.contains(&id));
        let known = log.products.iter().filter(is_known).count();
        let unknown = log.products.len() - known;
        if known == 0 && unknown > 0 {
            return Err(Failure::new(
                "none of the products in the events is in the shop's catalogue; perhaps they go by other codes there",
            ));
        }
        if unknown > 0 {
            say(format_args!(
                "{known} of the products are in the catalogue, {unknown} are not and will not be shown"
            ))?;
        }
        Ok(())
    }
}
