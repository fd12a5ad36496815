//! The demo's forms, answered: what is asked next, and what the estimate comes to.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{collections::BTreeMap, path::Path};

use alap_intake::{Facts, path};
use alap_protocol::{
    answer::{Answer, Answers},
    form::Form,
    hours::parse_date,
    id::QuestionId,
};
use alap_shop::read_folder;

const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/shop");

fn form(name: &str) -> Form {
    let forms = read_folder(Path::new(DEMO)).desk.forms;
    forms.into_iter().find(|form| form.id.as_str() == name).unwrap()
}

fn facts(price: Option<i64>) -> Facts {
    Facts {
        today: parse_date("2027-01-10").unwrap(),
        zone_minutes: 360,
        now: 1_799_000_000_000,
        currency: "BDT".to_owned(),
        price,
        products: BTreeMap::new(),
        slots: None,
        places: None,
    }
}

fn id(name: &str) -> QuestionId {
    QuestionId::parse(name).unwrap()
}

fn choice(name: &str) -> Answer {
    Answer::Choices(vec![name.to_owned()])
}

fn answers(all: &[(&str, Answer)]) -> Answers {
    all.iter().map(|(name, answer)| (id(name), answer.clone())).collect()
}

/// The names of the questions that are asked with these answers.
fn asked(form: &Form, all: &[(&str, Answer)]) -> Vec<String> {
    let path = path(form, &answers(all), &facts(None));
    path.shown.iter().map(|place| place.of(form).unwrap().id.to_string()).collect()
}

/// In thousandths of a taka.
fn estimate(form: &Form, all: &[(&str, Answer)], price: Option<i64>) -> Option<i64> {
    path(form, &answers(all), &facts(price)).computed.get(&id("estimate")).copied()
}

#[test]
fn own_measures_are_asked_for_only_where_no_size_was_chosen() {
    let form = form("made-to-measure");
    let measures = |all: &[(&str, Answer)]| -> Vec<_> {
        let measures = ["chest", "waist", "length"];
        asked(&form, all).into_iter().filter(|name| measures.contains(&name.as_str())).collect()
    };
    let own = ("size", choice("custom"));
    assert_eq!(measures(&[("what", choice("kurti")), ("size", choice("40"))]), Vec::<String>::new());
    assert_eq!(measures(&[("what", choice("kurti")), own.clone()]), ["chest", "waist", "length"]);
    assert_eq!(measures(&[("what", choice("panjabi")), own]), ["chest", "length"]);
}

#[test]
fn four_of_one_measure_cost_less_each() {
    let form = form("made-to-measure");
    let pieces = |count: i64| {
        [("what", choice("panjabi")), ("fabric", choice("silk")), ("quantity", Answer::Number(count * 1_000))]
    };
    assert_eq!(estimate(&form, &pieces(1), None), Some(3_400_000));
    assert_eq!(estimate(&form, &pieces(3), None), Some(10_200_000));
    assert_eq!(estimate(&form, &pieces(4), None), Some(12_920_000));
    assert_eq!(estimate(&form, &pieces(4)[..2], None), None, "nothing is guessed");
}

#[test]
fn a_large_order_without_a_logo_is_not_asked_about_it() {
    let form = form("bulk-order");
    let about = |branding: &str| {
        let asked = asked(&form, &[("branding", choice(branding))]);
        ["mark", "words", "logo", "packing"].map(|name| asked.iter().any(|asked| asked == name))
    };
    assert_eq!(about("yes"), [true; 4]);
    assert_eq!(about("no"), [false, false, false, true]);
}

#[test]
fn the_more_pieces_the_lower_the_price_of_each() {
    let form = form("bulk-order");
    let order = |pieces: i64, branding: &str| {
        let all = [
            ("quantity", Answer::Number(pieces * 1_000)),
            ("branding", choice(branding)),
            ("mark", choice("label")),
            ("packing", choice("jute")),
        ];
        estimate(&form, &all, Some(69_000))
    };
    // A bag of 690 taka, with a jute bag of 60 around it, and a label of 35 where one is wanted.
    assert_eq!(order(12, "no"), Some(12 * (621 + 60) * 1_000));
    assert_eq!(order(50, "no"), Some(50 * (607_200 + 60_000)));
    assert_eq!(order(100, "yes"), Some(100 * (586_500 + 95_000)));
    assert_eq!(estimate(&form, &[("quantity", Answer::Number(12_000))], None), None);
}

#[test]
fn a_problem_asks_only_what_helps_with_it() {
    let form = form("problem");
    let about = |trouble: &str, wish: &str| {
        let asked = asked(&form, &[("trouble", choice(trouble)), ("wish", choice(wish))]);
        ["which", "photos", "lost", "better", "paid_by"].map(|name| asked.iter().any(|asked| asked == name))
    };
    assert_eq!(about("damaged", "replace"), [true, true, false, false, false]);
    assert_eq!(about("missing", "refund"), [true, false, true, false, true]);
    assert_eq!(about("size", "replace"), [true, false, false, true, false]);
    assert_eq!(about("late", "refund"), [false, false, false, false, true]);
}
