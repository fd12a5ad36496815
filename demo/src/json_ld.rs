//! The product as machines read it: schema.org `Product` in JSON-LD.

use alap_protocol::pack::{Availability, Product};
use serde_json::json;

use crate::{
    shop::{Shop, picture},
    words::Words,
};

/// The text of a `<script type="application/ld+json">`: no `<` in it, so that no name can end the element.
pub(crate) fn text(shop: &Shop, product: &Product, words: Words, address: &str) -> String {
    let value = json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "sku": product.id,
        "name": product.title.get(words.0),
        "description": product.description.get(words.0),
        "image": picture(product).map(|path| absolute(shop, &path)),
        "category": product.category.join(" > "),
        "offers": {
            "@type": "Offer",
            "url": absolute(shop, address),
            "price": decimal(product.price.amount),
            "priceCurrency": shop.currency(product),
            "availability": availability(product.availability),
        },
    });
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// A path of this site as a whole address.
pub(crate) fn absolute(shop: &Shop, address: &str) -> String {
    if address.starts_with('/') { format!("{}{address}", shop.origin()) } else { address.to_owned() }
}

/// `125050` → `1250.50`: taka, rupees, dollars and euros all have a hundred parts.
pub(crate) fn decimal(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, (minor % 100).abs())
}

fn availability(availability: Availability) -> &'static str {
    match availability {
        Availability::InStock => "https://schema.org/InStock",
        Availability::Preorder => "https://schema.org/PreOrder",
        Availability::OutOfStock => "https://schema.org/OutOfStock",
    }
}
