//! What the pages are made from.

use std::collections::HashMap;

use alap_protocol::pack::{Product, ShopPack};

/// The shop's data and where its support is.
pub(crate) struct Shop {
    pub(crate) pack: ShopPack,
    /// Such as `https://support.example`.
    pub(crate) support: String,
    /// Places in the catalogue by SKU in small letters, as addresses have it.
    places: HashMap<String, usize>,
}

impl Shop {
    pub(crate) fn new(pack: ShopPack, support: String) -> Self {
        let places =
            pack.products.iter().enumerate().map(|(place, product)| (slug(product), place)).collect();
        Self { pack, support, places }
    }

    /// The product at `/p/{slug}`.
    pub(crate) fn product(&self, slug: &str) -> Option<&Product> {
        self.pack.products.get(*self.places.get(&slug.to_lowercase())?)
    }

    /// The widest categories, in the order of the catalogue.
    pub(crate) fn categories(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for name in self.pack.products.iter().filter_map(|product| product.category.first()) {
            if !names.contains(&name.as_str()) {
                names.push(name.as_str());
            }
        }
        names
    }

    /// Other products of the same narrowest category, then of the widest one.
    pub(crate) fn like<'a>(&'a self, product: &'a Product, most: usize) -> Vec<&'a Product> {
        let others = || self.pack.products.iter().filter(|other| other.id != product.id);
        let near = others().filter(|other| other.category == product.category);
        let far = others().filter(|other| {
            other.category != product.category && other.category.first() == product.category.first()
        });
        near.chain(far).take(most).collect()
    }

    /// The currency of a product's price.
    pub(crate) fn currency<'a>(&'a self, product: &'a Product) -> &'a str {
        product.price.currency.as_deref().unwrap_or(&self.pack.shop.currency)
    }

    /// The shop's own origin, or nothing: then addresses stay paths.
    pub(crate) fn origin(&self) -> &str {
        self.pack.shop.page_origins.first().map_or("", String::as_str)
    }
}

/// The SKU as it stands in addresses.
pub(crate) fn slug(product: &Product) -> String {
    product.id.as_str().to_lowercase()
}

/// The product's picture.
pub(crate) fn picture(product: &Product) -> Option<String> {
    product.image.as_ref().map(|image| own_path(&image.src))
}

/// A picture's address on this site. The pack has the folder's own pictures under `/media/{shop}/` of the support origin; here they
/// are the shop's, under `/media/`. Others stay where they are.
pub(crate) fn own_path(src: &str) -> String {
    let own = src.strip_prefix("/media/").and_then(|path| path.split_once('/'));
    own.map_or_else(|| src.to_owned(), |(_, path)| format!("/media/{path}"))
}
