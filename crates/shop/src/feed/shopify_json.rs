//! Shopify's `products.json`.

use alap_protocol::pack::{Availability, Image};
use serde::Deserialize;

use crate::{
    fault::Faults,
    feed::{cell, family::Family, json::Loose, shelf::Shelf},
};

#[derive(Deserialize)]
pub(crate) struct Item {
    handle: String,
    title: String,
    #[serde(default)]
    body_html: Option<String>,
    #[serde(default)]
    product_type: Option<String>,
    #[serde(default)]
    published_at: Option<String>,
    variants: Vec<Variant>,
    #[serde(default)]
    images: Vec<Picture>,
    #[serde(default)]
    options: Vec<ItemOption>,
}

#[derive(Deserialize)]
struct Variant {
    #[serde(default)]
    sku: Option<String>,
    #[serde(default)]
    price: Loose,
    #[serde(default)]
    compare_at_price: Loose,
    #[serde(default)]
    available: Option<bool>,
    #[serde(default)]
    option1: Option<String>,
    #[serde(default)]
    option2: Option<String>,
    #[serde(default)]
    option3: Option<String>,
}

#[derive(Deserialize)]
struct Picture {
    src: String,
    #[serde(default)]
    width: Option<u32>,
    #[serde(default)]
    height: Option<u32>,
}

#[derive(Deserialize)]
struct ItemOption {
    name: String,
}

pub(crate) fn add(item: Item, line: u32, shelf: &mut Shelf, faults: &mut Faults) {
    let handle = item.handle.trim();
    let mut family = Family::new(handle, line);
    family.title = cell::by_letters(cell::title(&item.title, handle, line, faults));
    let text = item.body_html.unwrap_or_default();
    family.description = cell::by_letters(cell::description(&text, handle, line, faults));
    family.url = cell::page(&format!("/products/{handle}"), line, faults);
    family.image = item.images.first().and_then(|picture| {
        let image = cell::image(&picture.src, line, faults)?;
        Some(Image { width: picture.width, height: picture.height, ..image })
    });
    family.category = cell::category(&item.product_type.unwrap_or_default());
    family.added = item.published_at.as_deref().and_then(cell::day).map(|day| day.to_string());
    for variant in &item.variants {
        family.variant(variant.sku.as_deref().unwrap_or_default());
        let values = [&variant.option1, &variant.option2, &variant.option3];
        for (option, value) in item.options.iter().zip(values) {
            let value = value.as_deref().unwrap_or_default();
            // A product without options has one of this name and value.
            if !(option.name == "Title" && value == "Default Title") {
                family.option(&option.name, value);
            }
        }
        let price = cell::price(&variant.price.text(), "price", line, faults);
        let before = cell::price(&variant.compare_at_price.text(), "compare_at_price", line, faults);
        let is_gone = variant.available == Some(false);
        let availability = if is_gone { Availability::OutOfStock } else { Availability::InStock };
        family.offer_before(price, before, availability);
    }
    family.shelve(shelf, faults);
}
