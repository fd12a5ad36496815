//! Google Merchant products, from a table or from XML. Items of one `item_group_id` are one product.

use crate::{
    Problem, ReadOptions,
    fault::Faults,
    feed::{
        cell,
        family::{Families, Family},
        sale,
        shelf::Shelf,
    },
    plain::plain_line,
    table::Table,
};

/// Attributes that shoppers ask for: the field and how it is shown.
pub(crate) const ATTRIBUTES: [(&str, &str); 5] = [
    ("size", "Size"),
    ("color", "Colour"),
    ("material", "Material"),
    ("pattern", "Pattern"),
    ("brand", "Brand"),
];

/// The fields of one item, by their names with underscores.
pub(crate) trait Fields {
    fn field(&self, name: &str) -> &str;
}

pub(crate) fn read_table(table: &mut Table<'_>, shelf: &mut Shelf, faults: &mut Faults) {
    let mut families = Families::default();
    while let Some(row) = table.next(faults) {
        add(&row, row.line, shelf.options, &mut families, faults);
    }
    families.shelve(shelf, faults);
}

/// Column names are written with spaces or with underscores.
impl Fields for crate::table::Row<'_> {
    fn field(&self, name: &str) -> &str {
        let cell = self.get(name);
        if cell.is_empty() && name.contains('_') { self.get(&name.replace('_', " ")) } else { cell }
    }
}

/// Adds one item to its family.
pub(crate) fn add(
    item: &dyn Fields,
    line: u32,
    options: ReadOptions,
    families: &mut Families,
    faults: &mut Faults,
) {
    let (id, group) = (item.field("id"), item.field("item_group_id"));
    if id.is_empty() && group.is_empty() {
        faults.add(line, Problem::NoSku {});
        return;
    }
    if group.is_empty() {
        let mut family = family(item, id, line, faults);
        offer(item, &mut family, line, options, faults);
        families.add(family, []);
        return;
    }
    if families.find(group).is_none() {
        let new = family(item, group, line, faults);
        families.add(new, [group.to_owned()]);
    }
    if let Some(family) = families.find(group) {
        family.variant(id);
        offer(item, family, line, options, faults);
    }
}

fn family(item: &dyn Fields, id: &str, line: u32, faults: &mut Faults) -> Family {
    let mut family = Family::new(id, line);
    family.title = cell::by_letters(cell::title(item.field("title"), id, line, faults));
    family.description = cell::by_letters(cell::description(item.field("description"), id, line, faults));
    family.url = cell::page(item.field("link"), line, faults);
    family.image = cell::image(item.field("image_link"), line, faults);
    family.category = cell::category(item.field("product_type"));
    let taxonomy = item.field("google_product_category");
    if family.category.is_empty() && !taxonomy.bytes().all(|byte| byte.is_ascii_digit()) {
        family.category = cell::category(taxonomy);
    }
    family
}

fn offer(item: &dyn Fields, family: &mut Family, line: u32, options: ReadOptions, faults: &mut Faults) {
    for (field, name) in ATTRIBUTES {
        family.option(name, &plain_line(item.field(field)));
    }
    let regular = cell::price(item.field("price"), "price", line, faults);
    let sale = cell::price(item.field("sale_price"), "sale_price", line, faults);
    let dates = item.field("sale_price_effective_date");
    let (first, last) = dates.split_once('/').unwrap_or((dates, ""));
    let holds = matches!(sale, Ok(Some(_))) && sale::holds(first, last, options.today, line, faults);
    let availability = cell::availability(item.field("availability"), line, faults);
    if matches!(regular, Ok(None)) && family.has_offer() {
        faults.add(line, Problem::NoPrice { sku: item.field("id").to_owned() });
    }
    family.offer(regular, if holds { sale } else { Ok(None) }, availability);
}
