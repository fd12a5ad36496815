//! What is suggested: `[suggestions]`.

use alap_protocol::{id::ProductId, pack::Suggestions};

use crate::{Problem, fault::Faults, section::Section};

/// The most days for which a product is new.
const MOST_DAYS: u16 = 365;
/// The most products of one category that can be asked for in a row.
const MOST_OF_A_CATEGORY: u16 = 20;
/// The most products on clearance: with more of them nothing else would be suggested.
const MOST_CLEARANCE: usize = 500;

/// The wishes without the clearance, and its SKUs with their lines: whether they are in the catalogue is not known yet.
pub(crate) fn read(section: &Section<'_>, faults: &mut Faults) -> (Suggestions, Vec<(ProductId, u32)>) {
    section.known(&["shown", "new_days", "per_category", "clearance"], faults);
    let usual = Suggestions::default();
    let per_category = section.number("per_category", 0, MOST_OF_A_CATEGORY, faults);
    let suggestions = Suggestions {
        shown: section.switch("shown", faults).unwrap_or(usual.shown),
        new_days: section.number("new_days", 1, MOST_DAYS, faults).unwrap_or(usual.new_days),
        per_category: per_category.and_then(|most| u8::try_from(most).ok()).unwrap_or(usual.per_category),
        clearance: Vec::new(),
    };
    (suggestions, clearance(section, faults))
}

fn clearance(section: &Section<'_>, faults: &mut Faults) -> Vec<(ProductId, u32)> {
    let mut skus: Vec<(ProductId, u32)> = Vec::new();
    for (text, line) in section.texts("clearance", faults).unwrap_or_default() {
        match ProductId::parse(text) {
            Ok(sku) => skus.push((sku, line)),
            Err(_) => faults.add(line, Problem::BadSku { text: text.to_owned() }),
        }
    }
    if skus.len() > MOST_CLEARANCE {
        let (count, most) = (skus.len() as u64, MOST_CLEARANCE as u64);
        faults.add(section.line_of("clearance"), Problem::TooManyClearance { count, most });
        skus.truncate(MOST_CLEARANCE);
    }
    skus
}
