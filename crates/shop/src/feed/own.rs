//! Our own CSV: one row a product.

use alap_protocol::{
    hours::parse_date,
    locale::Localized,
    pack::{Attribute, Price, Product},
};

use crate::{
    Problem,
    fault::Faults,
    feed::{cell, shelf::Shelf},
    nearest::nearest,
    table::{Row, Table},
};

/// All columns.
pub(crate) const COLUMNS: [&str; 13] = [
    "sku",
    "title_bn",
    "title_en",
    "description_bn",
    "description_en",
    "price",
    "old_price",
    "category",
    "availability",
    "image",
    "url",
    "attributes",
    "added",
];

pub(crate) fn read(table: &mut Table<'_>, shelf: &mut Shelf, faults: &mut Faults) {
    let is_complete = check_columns(table, faults);
    while let Some(row) = table.next(faults) {
        if is_complete && let Some(product) = product(&row, faults) {
            shelf.put(row.line, product, faults);
        }
    }
}

/// Are the columns there without which no row can be read?
fn check_columns(table: &Table<'_>, faults: &mut Faults) -> bool {
    let columns = table.columns();
    for column in columns.names().filter(|name| !COLUMNS.contains(name)) {
        let free = COLUMNS.into_iter().filter(|known| !columns.has(known));
        let guess = nearest(column, free);
        faults.add(columns.line, Problem::UnknownColumn { column: column.to_owned(), guess });
    }
    let mut missing: Vec<String> =
        ["sku", "price"].into_iter().filter(|name| !columns.has(name)).map(Into::into).collect();
    if !columns.has("title_bn") && !columns.has("title_en") {
        missing.push("title_bn / title_en".into());
    }
    let is_complete = missing.is_empty();
    if !is_complete {
        faults.add(columns.line, Problem::MissingColumns { columns: missing });
    }
    is_complete
}

fn product(row: &Row<'_>, faults: &mut Faults) -> Option<Product> {
    let (line, sku) = (row.line, row.get("sku"));
    let id = cell::id(sku, line, faults);
    let title = Localized {
        bn: some(cell::title(row.get("title_bn"), sku, line, faults)),
        en: some(cell::title(row.get("title_en"), sku, line, faults)),
    };
    if title.is_empty() && id.is_some() {
        faults.add(line, Problem::NoTitle { sku: sku.to_owned() });
    }
    let description = Localized {
        bn: some(cell::description(row.get("description_bn"), sku, line, faults)),
        en: some(cell::description(row.get("description_en"), sku, line, faults)),
    };
    let price = price(row, faults);
    let url = cell::page(row.get("url"), line, faults);
    let image = cell::image(row.get("image"), line, faults);
    let availability = cell::availability(row.get("availability"), line, faults);
    let attributes = attributes(row.get("attributes"), line, faults);
    let written = row.get("added");
    let added = parse_date(&alap_text::digits::fold(written));
    if !written.is_empty() && added.is_none() {
        faults.add(line, Problem::BadDate { text: written.to_owned() });
    }
    Some(Product {
        id: id?,
        title: Some(title).filter(|title| !title.is_empty())?,
        description,
        url,
        image,
        price: price?,
        category: cell::category(row.get("category")),
        availability,
        attributes,
        added: added.map(|day| day.to_string()),
    })
}

fn price(row: &Row<'_>, faults: &mut Faults) -> Option<Price> {
    let (line, sku) = (row.line, row.get("sku").to_owned());
    let was = cell::price(row.get("old_price"), "old_price", line, faults).ok().flatten();
    let Some(price) = cell::price(row.get("price"), "price", line, faults).ok()? else {
        faults.add(line, Problem::NoPrice { sku });
        return None;
    };
    if price.amount == 0 {
        faults.add(line, Problem::ZeroPrice { sku: sku.clone() });
    }
    let was = was.map(|was| was.amount);
    if was.is_some_and(|was| was <= price.amount) {
        faults.add(line, Problem::OldPriceNotHigher { sku });
    }
    Some(Price { amount: price.amount, was: was.filter(|was| *was > price.amount), currency: price.currency })
}

/// `Size: S, M, L | Colour: red`.
fn attributes(text: &str, line: u32, faults: &mut Faults) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    for part in text.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        let pair = part.split_once(':').map(|(name, value)| (name.trim(), value.trim()));
        match pair.filter(|(name, value)| !name.is_empty() && !value.is_empty()) {
            Some((name, value)) => {
                attributes.push(Attribute { name: name.to_owned(), value: value.to_owned() })
            }
            None => faults.add(line, Problem::BadAttribute { text: part.to_owned() }),
        }
    }
    attributes
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
