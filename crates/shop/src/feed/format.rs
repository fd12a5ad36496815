//! Which format a file is in.

use crate::{feed::own, nearest::nearest, table::Columns};

/// The formats of catalogue files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeedFormat {
    /// Our own CSV.
    OwnCsv,
    /// Google Merchant XML: RSS 2.0 or Atom.
    GoogleXml,
    /// Google Merchant, separated by tabs.
    GoogleTsv,
    /// WooCommerce's product CSV export.
    WooCommerceCsv,
    /// Shopify's product CSV export.
    ShopifyCsv,
    /// The WooCommerce Store API's products.
    WooCommerceJson,
    /// Shopify's `products.json`.
    ShopifyJson,
    /// None of them.
    Unknown,
}

impl FeedFormat {
    /// Its name, as its maker writes it; empty if it is none.
    pub fn name(self) -> &'static str {
        match self {
            Self::OwnCsv => "CSV",
            Self::GoogleXml => "Google Merchant XML",
            Self::GoogleTsv => "Google Merchant TSV",
            Self::WooCommerceCsv => "WooCommerce CSV",
            Self::ShopifyCsv => "Shopify CSV",
            Self::WooCommerceJson => "WooCommerce JSON",
            Self::ShopifyJson => "Shopify JSON",
            Self::Unknown => "",
        }
    }

    /// Tells the format of a table by its columns.
    pub(crate) fn of_columns(columns: &Columns) -> Self {
        let has = |names: &[&str]| names.iter().all(|name| columns.has(name));
        if columns.has("handle") && (columns.has("title") || columns.has("variant price")) {
            Self::ShopifyCsv
        } else if has(&["type", "sku", "name"]) {
            Self::WooCommerceCsv
        } else if has(&["id", "title"]) && (columns.has("link") || columns.has("price")) {
            Self::GoogleTsv
        } else if columns.has("sku") || Self::looks_like_own(columns) {
            Self::OwnCsv
        } else {
            Self::Unknown
        }
    }

    /// Two of our columns, slips of the pen counted, and one of them ours alone or needed.
    fn looks_like_own(columns: &Columns) -> bool {
        let near = |name: &&str| nearest(name, own::COLUMNS).is_some();
        columns.names().filter(near).count() >= 2
    }
}
