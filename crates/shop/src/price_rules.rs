//! `price-rules.toml`: what the server may answer by itself. None of it goes into the pack or the desk, and no sentence about
//! it says an amount that could be read.

use std::collections::HashMap;

use alap_deal::rules::{PriceRules, Rule, Share};
use alap_protocol::{coupon::CouponCode, id::ProductId, pack::Product};

use crate::{
    Place, Problem,
    fault::Faults,
    lines::LineStarts,
    nearest::{MOST_GUESSES, nearest},
    section::{self, Section},
};

/// The file's name.
pub(crate) const FILE: &str = "price-rules.toml";
/// How many proposals of a request a rule answers, at most and usually.
const MOST_ROUNDS: u16 = 10;
const USUAL_ROUNDS: u8 = 3;

/// Reads the rules and holds them against the catalogue.
pub(crate) fn read(
    text: &str,
    products: &[Product],
    currency: Option<&str>,
    faults: &mut Faults,
) -> PriceRules {
    let Some(table) = section::parse(text, faults) else {
        return PriceRules::default();
    };
    let lines = LineStarts::of(text);
    let root = Section::root(&lines, table.get_ref());
    root.known(&["usual", "product", "consolation_coupon"], faults);
    let usual = root.section("usual", faults).and_then(|section| usual(&section, faults));
    let mut rules = PriceRules { usual, consolation: consolation(&root, faults), ..PriceRules::default() };
    let known: HashMap<&ProductId, &Product> =
        products.iter().map(|product| (&product.id, product)).collect();
    let (mut places, mut guesses) = (HashMap::new(), 0);
    for section in root.sections("product", faults) {
        let Some((id, rule)) = product(&section, currency, faults) else {
            continue;
        };
        let line = section.line_of("sku").unwrap_or_default();
        let sku = id.to_string();
        if let Some(before) = places.insert(id.clone(), line) {
            let place = Place { file: None, line: before };
            faults.add(line, Problem::DuplicateRule { sku, place });
            continue;
        }
        let Some(product) = known.get(&id) else {
            guesses += 1;
            let names = known.keys().map(|id| id.as_str());
            let guess = (guesses <= MOST_GUESSES).then(|| nearest(&sku, names)).flatten();
            faults.add(line, Problem::UnknownRuleProduct { sku, guess });
            continue;
        };
        if let Some(rule) = rule {
            if product.price.currency.as_deref().is_some_and(|code| Some(code) != currency) {
                faults.add(line, Problem::ForeignRule { sku });
                continue;
            }
            compare(&section, rule, product, faults);
            rules.products.insert(id, rule);
        }
    }
    rules
}

fn usual(section: &Section<'_>, faults: &mut Faults) -> Option<Share> {
    section.known(&["floor_percent", "accept_percent", "rounds"], faults);
    let mut percent = |key| {
        section.needs(key, faults)?;
        section.number(key, 1, 100, faults).and_then(|percent| u8::try_from(percent).ok())
    };
    let (floor_percent, accept_percent) = (percent("floor_percent"), percent("accept_percent"));
    let rounds = rounds(section, faults);
    let (floor_percent, accept_percent) = (floor_percent?, accept_percent?);
    if floor_percent > accept_percent {
        faults.add(section.line_of("floor_percent"), Problem::FloorAboveAccept {});
        return None;
    }
    Some(Share { floor_percent, accept_percent, rounds })
}

/// A product and, where nothing of it is wrong, its rule.
fn product(
    section: &Section<'_>,
    currency: Option<&str>,
    faults: &mut Faults,
) -> Option<(ProductId, Option<Rule>)> {
    section.known(&["sku", "floor", "accept", "rounds"], faults);
    let floor = section.needed_amount("floor", currency, faults);
    let accept = section.needed_amount("accept", currency, faults);
    let rounds = rounds(section, faults);
    let (text, line) = section.needed_text("sku", faults)?;
    let id = ProductId::parse(text).ok();
    if id.is_none() {
        faults.add(line, Problem::BadSku { text: text.to_owned() });
    }
    let rule = floor.zip(accept).map(|(floor, accept)| Rule { floor, accept, rounds });
    let turned = rule.is_some_and(|rule| rule.floor > rule.accept);
    if turned {
        faults.add(section.line_of("floor"), Problem::FloorAboveAccept {});
    }
    Some((id?, rule.filter(|_| !turned)))
}

fn rounds(section: &Section<'_>, faults: &mut Faults) -> u8 {
    let rounds = section.number("rounds", 1, MOST_ROUNDS, faults);
    rounds.and_then(|rounds| u8::try_from(rounds).ok()).unwrap_or(USUAL_ROUNDS)
}

/// A sale may bring a price below a rule for some days: that keeps no shop from being served.
fn compare(section: &Section<'_>, rule: Rule, product: &Product, faults: &mut Faults) {
    let sku = product.id.to_string();
    if rule.floor > product.price.amount {
        faults.add(section.line_of("floor"), Problem::FloorAbovePrice { sku });
    } else if rule.accept > product.price.amount {
        faults.add(section.line_of("accept"), Problem::AcceptAbovePrice { sku });
    }
}

/// Written as people write codes: in any case, with spaces and dashes, in Bangla digits too.
fn consolation(root: &Section<'_>, faults: &mut Faults) -> Option<CouponCode> {
    let (text, line) = root.text("consolation_coupon", faults)?;
    let code = alap_deal::coupon::read(text);
    if code.is_none() {
        faults.add(line, Problem::BadCouponCode { text: text.to_owned() });
    }
    code
}
