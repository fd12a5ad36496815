//! Shopify's product CSV export: rows of one handle are one product; rows after the first add variants and pictures.

use std::collections::{HashMap, HashSet};

use alap_protocol::pack::Availability;

use crate::{
    Problem,
    fault::Faults,
    feed::{
        cell,
        family::{Families, Family},
        shelf::{MOST_PRODUCTS, Shelf},
    },
    table::{Row, Table},
};

pub(crate) fn read(table: &mut Table<'_>, shelf: &mut Shelf, faults: &mut Faults) {
    let mut families = Families::default();
    let mut hidden = HashSet::new();
    // The names of the options stand in the first row of a handle only.
    let mut names: HashMap<String, [String; 3]> = HashMap::new();
    while let Some(row) = table.next(faults) {
        let handle = row.get("handle");
        if handle.is_empty() {
            faults.add(row.line, Problem::NoSku {});
            continue;
        }
        if is_hidden(&row) && !hidden.contains(handle) {
            faults.add(row.line, Problem::NotPublished { sku: handle.to_owned() });
            if hidden.len() < MOST_PRODUCTS {
                hidden.insert(handle.to_owned());
            }
            continue;
        }
        if hidden.contains(handle) {
            continue;
        }
        if families.find(handle).is_none() {
            let new = product(&row, faults);
            families.add(new, [handle.to_owned()]);
        }
        if let Some(family) = families.find(handle) {
            let names = names.entry(handle.to_owned()).or_default();
            variant(&row, names, family, faults);
        }
    }
    families.shelve(shelf, faults);
}

fn is_hidden(row: &Row<'_>) -> bool {
    row.get("published").eq_ignore_ascii_case("false") || matches!(row.get("status"), "draft" | "archived")
}

fn product(row: &Row<'_>, faults: &mut Faults) -> Family {
    let (line, handle) = (row.line, row.get("handle"));
    let mut family = Family::new(handle, line);
    family.title = cell::by_letters(cell::title(row.get("title"), handle, line, faults));
    family.description = cell::by_letters(cell::description(row.get("body (html)"), handle, line, faults));
    family.url = cell::page(&format!("/products/{handle}"), line, faults);
    let kind = row.get("type");
    family.category = cell::category(if kind.is_empty() { row.get("product category") } else { kind });
    family
}

fn variant(row: &Row<'_>, names: &mut [String; 3], family: &mut Family, faults: &mut Faults) {
    let line = row.line;
    family.variant(row.get("variant sku"));
    if family.image.is_none() {
        family.image = cell::image(row.get("image src"), line, faults);
    }
    let mut has_option = false;
    for (place, known) in names.iter_mut().enumerate() {
        let name = row.get(&format!("option{} name", place + 1));
        if !name.is_empty() {
            name.clone_into(known);
        }
        let value = row.get(&format!("option{} value", place + 1));
        has_option |= !value.is_empty();
        // A product without options has one of this name and value.
        if !(known == "Title" && value == "Default Title") {
            family.option(known, value);
        }
    }
    let price = cell::price(row.get("variant price"), "Variant Price", line, faults);
    let before = cell::price(row.get("variant compare at price"), "Variant Compare At Price", line, faults);
    if matches!(price, Ok(None)) {
        if has_option {
            faults.add(line, Problem::NoPrice { sku: family.id.clone() });
            family.refused = true;
        }
        return;
    }
    family.offer_before(price, before, availability(row));
}

/// Stock counts only where Shopify counts it and does not sell on without it.
fn availability(row: &Row<'_>) -> Availability {
    let is_counted = !row.get("variant inventory tracker").is_empty();
    let sells_on = row.get("variant inventory policy").eq_ignore_ascii_case("continue");
    let is_gone = row.get("variant inventory qty").parse::<i64>().is_ok_and(|left| left <= 0);
    if is_counted && is_gone && !sells_on { Availability::OutOfStock } else { Availability::InStock }
}
