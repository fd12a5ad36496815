//! The WooCommerce Store API's products. Prices are texts in the currency's smallest unit; a variable product's price is
//! its lowest.

use alap_protocol::pack::Availability;
use serde::Deserialize;

use crate::{
    fault::Faults,
    feed::{
        cell::{self, Refused},
        family::Family,
        json::Loose,
        shelf::Shelf,
    },
    money::{Money, is_currency},
};

#[derive(Deserialize)]
pub(crate) struct Item {
    #[serde(default)]
    id: Loose,
    #[serde(default)]
    sku: Option<String>,
    name: String,
    #[serde(default)]
    permalink: Option<String>,
    #[serde(default)]
    short_description: Option<String>,
    #[serde(default)]
    description: Option<String>,
    prices: Prices,
    #[serde(default)]
    images: Vec<Picture>,
    #[serde(default)]
    categories: Vec<Name>,
    #[serde(default)]
    attributes: Vec<Attribute>,
    #[serde(default = "yes")]
    is_in_stock: bool,
    #[serde(default)]
    is_on_backorder: bool,
}

#[derive(Deserialize)]
struct Prices {
    #[serde(default)]
    price: Loose,
    #[serde(default)]
    regular_price: Loose,
    #[serde(default)]
    currency_code: Option<String>,
    #[serde(default = "two")]
    currency_minor_unit: u32,
}

#[derive(Deserialize)]
struct Picture {
    src: String,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

#[derive(Deserialize)]
struct Attribute {
    name: String,
    #[serde(default)]
    terms: Vec<Name>,
}

fn yes() -> bool {
    true
}

fn two() -> u32 {
    2
}

pub(crate) fn add(item: Item, line: u32, shelf: &mut Shelf, faults: &mut Faults) {
    let sku = item.sku.filter(|sku| !sku.trim().is_empty()).unwrap_or_else(|| item.id.text());
    let sku = sku.trim();
    let mut family = Family::new(sku, line);
    family.title = cell::by_letters(cell::title(&item.name, sku, line, faults));
    let short = item.short_description.filter(|text| !text.trim().is_empty());
    let text = short.or(item.description).unwrap_or_default();
    family.description = cell::by_letters(cell::description(&text, sku, line, faults));
    family.url = item.permalink.and_then(|url| cell::page(&url, line, faults));
    family.image = item.images.first().and_then(|picture| cell::image(&picture.src, line, faults));
    family.category =
        item.categories.first().map(|category| cell::category(&category.name)).unwrap_or_default();
    for attribute in &item.attributes {
        for term in &attribute.terms {
            family.option(&attribute.name, &term.name);
        }
    }
    let availability = match (item.is_in_stock, item.is_on_backorder) {
        (false, _) => Availability::OutOfStock,
        (true, true) => Availability::Preorder,
        (true, false) => Availability::InStock,
    };
    let price = money(&item.prices.price, "price", &item.prices, line, faults);
    let regular = money(&item.prices.regular_price, "regular_price", &item.prices, line, faults);
    family.offer_before(price, regular, availability);
    family.shelve(shelf, faults);
}

/// From the currency's smallest unit to hundredths.
fn money(
    amount: &Loose,
    field: &str,
    prices: &Prices,
    line: u32,
    faults: &mut Faults,
) -> Result<Option<Money>, Refused> {
    let text = amount.text();
    let unit = prices.currency_minor_unit.min(9) as usize;
    // `12345` in thousandths is `12.345`: a point in the right place, then read as any price.
    let is_whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let pointed = if is_whole && unit > 0 {
        let padded = format!("{text:0>width$}", width = unit + 1);
        let (whole, fraction) = padded.split_at(padded.len() - unit);
        format!("{whole}.{}", fraction.get(..6).unwrap_or(fraction))
    } else {
        text
    };
    let money = cell::price(&pointed, field, line, faults)?;
    let currency = prices.currency_code.clone().filter(|code| is_currency(code));
    Ok(money.map(|money| Money { currency, ..money }))
}
