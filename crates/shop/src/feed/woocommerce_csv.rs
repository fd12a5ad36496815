//! WooCommerce's product CSV export. A `variable` row has no price: its `variation` rows have.

use std::collections::HashSet;

use alap_protocol::pack::Availability;

use crate::{
    Problem, ReadOptions,
    fault::Faults,
    feed::{
        cell::{self, Refused},
        family::{Families, Family},
        sale,
        shelf::{MOST_PRODUCTS, Shelf},
    },
    money::Money,
    plain::plain_line,
    table::{Row, Table},
};

/// The most attributes that a row is searched for.
const ATTRIBUTES: usize = 20;

/// A variation, kept until its product has come.
struct Variation {
    line: u32,
    sku: String,
    parent: String,
    regular: Result<Option<Money>, Refused>,
    sale: Result<Option<Money>, Refused>,
    availability: Availability,
    options: Vec<(String, String)>,
}

pub(crate) fn read(table: &mut Table<'_>, shelf: &mut Shelf, faults: &mut Faults) {
    let (mut families, mut early, mut hidden) = (Families::default(), Vec::new(), HashSet::new());
    while let Some(row) = table.next(faults) {
        let kind = row.get("type").split(',').next().unwrap_or_default().trim().to_lowercase();
        let is_hidden = !matches!(row.get("published"), "" | "1");
        if kind == "variation" {
            let variation = variation(&row, shelf.options, faults);
            // Nearly always its product has come before.
            if families.find(&variation.parent).is_none() && early.len() < MOST_PRODUCTS {
                early.push(variation);
            } else {
                variation.join(&mut families, &hidden, faults);
            }
        } else if kind == "grouped" {
            faults.add(row.line, Problem::NotForSale { sku: name(&row).to_owned(), kind });
        } else if is_hidden {
            faults.add(row.line, Problem::NotPublished { sku: name(&row).to_owned() });
            if hidden.len() < MOST_PRODUCTS {
                hidden.extend(keys(&row));
            }
        } else {
            families.add(product(&row, &kind, shelf.options, faults), keys(&row));
        }
    }
    for variation in early {
        variation.join(&mut families, &hidden, faults);
    }
    families.shelve(shelf, faults);
}

impl Variation {
    /// Adds it to its product.
    fn join(self, families: &mut Families, hidden: &HashSet<String>, faults: &mut Faults) {
        if hidden.contains(&self.parent) {
            faults.add(self.line, Problem::NotPublished { sku: self.sku });
        } else if let Some(family) = families.find(&self.parent) {
            family.variant(&self.sku);
            for (name, value) in &self.options {
                family.option(name, value);
            }
            family.offer(self.regular, self.sale, self.availability);
        } else {
            faults.add(self.line, Problem::LostVariant { text: self.parent });
        }
    }
}

/// The SKU, or else WooCommerce's own number.
fn name<'r>(row: &'r Row<'_>) -> &'r str {
    let sku = row.get("sku");
    if sku.is_empty() { row.get("id") } else { sku }
}

/// What a variation may call its product.
fn keys(row: &Row<'_>) -> Vec<String> {
    let (id, sku) = (row.get("id"), row.get("sku"));
    let keys = [(!id.is_empty()).then(|| format!("id:{id}")), (!sku.is_empty()).then(|| sku.to_owned())];
    keys.into_iter().flatten().collect()
}

fn product(row: &Row<'_>, kind: &str, options: ReadOptions, faults: &mut Faults) -> Family {
    let (line, sku) = (row.line, name(row));
    let mut family = Family::new(sku, line);
    family.title = cell::by_letters(cell::title(row.get("name"), sku, line, faults));
    let short = row.get("short description");
    let text = if short.is_empty() { row.get("description") } else { short };
    // The export writes line ends as a backslash and an n.
    let text = text.replace("\\n", "\n");
    family.description = cell::by_letters(cell::description(&text, sku, line, faults));
    let images = row.get("images");
    family.image = cell::image(images.split(',').next().unwrap_or_default().trim(), line, faults);
    // Categories are separated by commas; a comma in a name has a backslash before it.
    let first = row.get("categories").replace("\\,", "\u{1f}");
    let first = first.split(',').next().unwrap_or_default().replace('\u{1f}', ",");
    family.category = cell::category(&first);
    family.url = match row.get("external url") {
        "" if row.get("id").is_empty() => None,
        "" => Some(format!("/?post_type=product&p={}", row.get("id"))),
        url => cell::page(url, line, faults),
    };
    for (name, value) in attributes(row) {
        family.option(&name, &value);
    }
    if kind != "variable" {
        let (regular, sale) = prices(row, options, faults);
        family.offer(regular, sale, availability(row));
    }
    family
}

fn variation(row: &Row<'_>, options: ReadOptions, faults: &mut Faults) -> Variation {
    let (regular, sale) = prices(row, options, faults);
    if matches!((&regular, &sale), (Ok(None), Ok(None))) {
        faults.add(row.line, Problem::NoPrice { sku: name(row).to_owned() });
    }
    Variation {
        line: row.line,
        sku: name(row).to_owned(),
        parent: row.get("parent").to_owned(),
        regular,
        sale,
        availability: availability(row),
        options: attributes(row),
    }
}

type Prices = (Result<Option<Money>, Refused>, Result<Option<Money>, Refused>);

fn prices(row: &Row<'_>, options: ReadOptions, faults: &mut Faults) -> Prices {
    let regular = cell::price(row.get("regular price"), "Regular price", row.line, faults);
    let sale = cell::price(row.get("sale price"), "Sale price", row.line, faults);
    let (first, last) = (row.get("date sale price starts"), row.get("date sale price ends"));
    let holds = matches!(sale, Ok(Some(_))) && sale::holds(first, last, options.today, row.line, faults);
    (regular, if holds || sale.is_err() { sale } else { Ok(None) })
}

/// Missing stock means that nobody counts: it can be had.
fn availability(row: &Row<'_>) -> Availability {
    match row.get("in stock?").to_lowercase().as_str() {
        "0" | "no" | "outofstock" => Availability::OutOfStock,
        "backorder" | "onbackorder" => Availability::Preorder,
        _ => Availability::InStock,
    }
}

fn attributes(row: &Row<'_>) -> Vec<(String, String)> {
    let pairs = (1..=ATTRIBUTES).map(|number| {
        let name = row.get(&format!("attribute {number} name"));
        let value = row.get(&format!("attribute {number} value(s)"));
        (plain_line(name), plain_line(&value.replace("\\,", ",")))
    });
    pairs.filter(|(name, _)| !name.is_empty()).collect()
}
