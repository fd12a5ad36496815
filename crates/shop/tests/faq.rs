//! `faq.md` and `faq.csv`: what they give, and each of their mistakes by line.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;

use alap_protocol::{locale::Locale, pack::FaqEntry};
use alap_shop::{Reading, read_folder};

const SHOP: &str = r#"id = "tanti"
name = { en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
"#;
const CATALOGUE: &str = "sku,title_en,price\nTB-1,Saree,10\nTB-2,Shawl,20\n";
const GOOD: &str = "## size\nen? Which sizes are there?\nen: S to XL.\n";

fn read(files: &[(&str, &str)]) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in [("shop.toml", SHOP), ("catalogue.csv", CATALOGUE)].iter().chain(files) {
        fs::write(dir.path().join(name), text).unwrap();
    }
    read_folder(dir.path())
}

/// The entries of a `faq.md`, without a mistake.
fn entries(markdown: &str) -> Vec<FaqEntry> {
    let reading = read(&[("faq.md", markdown)]);
    assert_eq!(reading.faults, []);
    reading.pack.unwrap().faq
}

/// The mistakes of a file, by line and name.
#[track_caller]
fn check(name: &str, text: &str, expected: &[(u32, &str)]) {
    let reading = read(&[(name, text)]);
    let faults: Vec<_> =
        reading.faults.iter().map(|fault| (fault.line.unwrap_or(0), fault.problem.key())).collect();
    assert_eq!(faults, expected, "{text}");
}

#[test]
fn an_entry_with_everything() {
    let text = "# Our answers\nfor us only: nothing of this is read\n\n## delivery-dhaka\nbn? ঢাকায় ডেলিভারি কত?\nbn: ৬০ টাকা।\n\n\n\
                Note: ১ থেকে ২ দিন।\nhttps://tanti.example/delivery\n\nen? How much is delivery\n  in Dhaka?\nEN: 60 taka.\n\
                chip: ডেলিভারি / Delivery\nask: delivery charge koto\nask: dhaka te pathate koto\nproducts: TB-1, TB-2\n";
    let entry = entries(text).remove(0);
    assert_eq!(entry.id.as_str(), "delivery-dhaka");
    assert_eq!(entry.question.get(Locale::En), "How much is delivery in Dhaka?");
    assert_eq!(entry.answer.get(Locale::Bn), "৬০ টাকা।\n\nNote: ১ থেকে ২ দিন।\nhttps://tanti.example/delivery");
    assert_eq!(entry.answer.get(Locale::En), "60 taka.");
    assert_eq!((entry.chip.get(Locale::Bn), entry.chip.get(Locale::En)), ("ডেলিভারি", "Delivery"));
    assert_eq!(entry.variants, ["delivery charge koto", "dhaka te pathate koto"]);
    assert_eq!(entry.products.len(), 2);
}

#[test]
fn line_ends_of_windows_and_a_mark_change_nothing() {
    let windows = format!("\u{feff}{}", GOOD.replace('\n', "\r\n"));
    assert_eq!(entries(&windows), entries(GOOD));
}

#[test]
fn a_chip_in_one_language_is_told_by_its_letters() {
    let chip = |chip: &str| entries(&format!("{GOOD}chip: {chip}\n")).remove(0).chip;
    assert_eq!((chip("দাম").bn.as_deref(), chip("দাম").en), (Some("দাম"), None));
    assert_eq!((chip("Price").en.as_deref(), chip("Price").bn), (Some("Price"), None));
}

#[test]
fn each_mistake_of_markdown_is_named() {
    for (text, expected) in [
        ("## a\nen: Yes.\n", vec![(1, "no_question")]),
        ("## a\nen? What?\n", vec![(1, "no_answer")]),
        ("## a\n", vec![(1, "no_question"), (1, "no_answer")]),
        ("##\nen? What?\nen: Yes.\n", vec![(1, "no_entry_id")]),
        ("## a/b\nen? What?\nen: Yes.\n", vec![(1, "bad_entry_id")]),
        ("## a\nen? What?\nen: Yes.\nfr: Oui.\nmore of it\n", vec![(4, "unknown_label")]),
        ("## a\nen? What?\nen: Yes.\nen: No.\n", vec![(4, "repeated_label")]),
        ("## a\nhello\nen? What?\nen: Yes.\n", vec![(2, "no_label")]),
        ("## a\nen? What?\nen: Yes.\nask:\n", vec![(4, "empty_label")]),
        ("## a\nen? What?\nen: Yes.\nproducts: TB-1, TB-3\n", vec![(4, "unknown_product")]),
        ("## a\nen? What?\nen: Yes.\nproducts: 1,2,3,4,5,6,7\n", vec![(4, "too_many_products")]),
    ] {
        let unknown = if text.contains("6,7") { vec![(4, "unknown_product"); 6] } else { vec![] };
        check("faq.md", text, &[expected, unknown].concat());
    }
}

#[test]
fn limits_hold_to_the_letter() {
    let answer = |chars: usize| format!("## a\nen? What?\nen: {}\n", "ক".repeat(chars));
    check("faq.md", &answer(4_000), &[]);
    check("faq.md", &answer(4_001), &[(1, "long_answer")]);
    let asked = |count: usize| format!("{GOOD}{}", "ask: how\n".repeat(count));
    check("faq.md", &asked(50), &[]);
    check("faq.md", &asked(51), &[(1, "too_many_variants")]);
    check("faq.md", &format!("{GOOD}ask: {}\n", "x".repeat(301)), &[(4, "long_question")]);
    check("faq.md", &format!("{GOOD}chip: {}\n", "x".repeat(41)), &[(1, "long_chip")]);
}

#[test]
fn an_id_is_used_once_over_both_files() {
    let reading = read(&[("faq.md", &GOOD.repeat(2)), ("faq.csv", "id,question_en,answer_en\nsize,Q,A\n")]);
    let faults: Vec<_> = reading.faults.iter().map(|fault| fault.to_string()).collect();
    let rest = "Give one of the two another id.";
    assert_eq!(
        faults,
        [
            format!("faq.md:4: The id “size” is already used in faq.md, line 1. {rest}"),
            format!("faq.csv:2: The id “size” is already used in faq.md, line 1. {rest}"),
        ]
    );
}

#[test]
fn a_label_with_a_slip_is_guessed_in_the_sellers_language() {
    let reading = read(&[("faq.md", "## a\nen? What?\nen: Yes.\nproduct: TB-1\n")]);
    assert!(reading.faults[0].sentence(Locale::Bn).ends_with("আপনি কি “products:” লিখতে চেয়েছিলেন?"));
}

#[test]
fn rows_of_the_table_are_entries() {
    let text = "id,question_bn,answer_bn,question_en,answer_en,variants,products,chip_bn,chip_en\n\
                size,মাপ?,\"S\nথেকে XL\",,,size koto | map ki,TB-1|TB-2,মাপ,Size\n\
                bad,,,,,,,,\n\
                other,,,Q,A,,TB-9,,\n";
    let reading = read(&[("faq.csv", text)]);
    let entry = &reading.pack.as_ref().unwrap().faq[0];
    assert_eq!(entry.answer.get(Locale::Bn), "S\nথেকে XL");
    assert_eq!(entry.variants, ["size koto", "map ki"]);
    assert_eq!(entry.products.len(), 2);
    assert_eq!(entry.chip.get(Locale::En), "Size");
    let faults: Vec<_> =
        reading.faults.iter().map(|fault| (fault.line.unwrap(), fault.problem.key())).collect();
    assert_eq!(faults, [(4, "no_question"), (4, "no_answer"), (5, "unknown_product")]);
}

#[test]
fn columns_of_the_table_are_checked() {
    check("faq.csv", "identity,question_en\na,b\n", &[(1, "unknown_column"), (1, "missing_columns")]);
    check("faq.csv", "id,questoin_en,answer_en\na,b,c\n", &[(1, "unknown_column"), (2, "no_question")]);
}
