//! `[suggestions]` of `shop.toml`: what it gives, and each of its mistakes by line.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;

use alap_protocol::{locale::Locale, pack::Suggestions};
use alap_shop::{Reading, Severity, read_folder};

/// Has twelve lines.
const SHOP: &str = r#"id = "tanti"
name = { en = "Tanti Bari" }
languages = ["en"]
currency = "BDT"
page_origins = ["https://tanti.example"]

[bot]
name = { en = "Rupa" }

[hours]
time_zone = "Asia/Dhaka"
sunday = "10:00-20:00"
"#;

/// A folder with these lines from the thirteenth on.
fn read(lines: &str) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("shop.toml"), format!("{SHOP}{lines}")).unwrap();
    fs::write(dir.path().join("faq.md"), "## hours\nen? When are you open?\nen: On Sundays.\n").unwrap();
    let catalogue = "sku,title_en,price\nSAREE,Red saree,2450\nGAMCHA,Gamcha,120\nশাল,Shawl,900\n";
    fs::write(dir.path().join("catalogue.csv"), catalogue).unwrap();
    read_folder(dir.path())
}

fn wishes(lines: &str) -> Suggestions {
    let reading = read(lines);
    assert_eq!(reading.faults, []);
    reading.pack.unwrap().shop.suggestions
}

#[track_caller]
fn check(lines: &str, expected: &[(u32, &str)]) {
    let reading = read(&format!("[suggestions]\n{lines}"));
    let faults: Vec<_> =
        reading.faults.iter().map(|fault| (fault.line.unwrap_or(0), fault.problem.key())).collect();
    assert_eq!(faults, expected, "{lines}");
}

#[test]
fn a_shop_that_says_nothing_suggests_as_usual() {
    let usual = Suggestions { shown: true, new_days: 14, per_category: 3, clearance: vec![] };
    assert_eq!(wishes(""), usual);
    assert_eq!(wishes("[suggestions]"), usual);
}

#[test]
fn the_sellers_wishes_are_taken() {
    let wishes = wishes(
        "[suggestions]\nshown = false\nnew_days = 365\nper_category = 0\nclearance = [\"GAMCHA\", \"শাল\", \"GAMCHA\"]",
    );
    let clearance: Vec<_> = wishes.clearance.iter().map(|sku| sku.as_str()).collect();
    assert_eq!((wishes.shown, wishes.new_days, wishes.per_category), (false, 365, 0));
    assert_eq!(clearance, ["GAMCHA", "শাল"]);
}

#[test]
fn what_cannot_be_meant_is_named_by_line() {
    check("shown = \"yes\"", &[(14, "wants_switch")]);
    check("shown = 1", &[(14, "wants_switch")]);
    check("new_days = 0", &[(14, "wants_number")]);
    check("new_days = 366", &[(14, "wants_number")]);
    check("per_category = 21", &[(14, "wants_number")]);
    check("per_category = -1", &[(14, "wants_number")]);
    check("newdays = 3", &[(14, "unknown_key")]);
    check("clearance = \"GAMCHA\"", &[(14, "wants_list")]);
    check("clearance = [\n\"a/b\",\n7]", &[(15, "bad_sku"), (16, "wants_text")]);
}

#[test]
fn old_stock_that_has_left_the_catalogue_is_left_out_with_a_warning() {
    let reading = read("[suggestions]\nclearance = [\n\"GAMCHA\",\n\"GAMCA\",\n]");
    let [fault] = reading.faults.as_slice() else { unreachable!("{reading:?}") };
    assert_eq!(
        (fault.file.to_str(), fault.line, fault.severity),
        (Some("shop.toml"), Some(16), Severity::Warning)
    );
    assert!(fault.sentence(Locale::En).ends_with("Did you mean “GAMCHA”?"), "{fault}");
    assert!(reading.is_sound());
    assert_eq!(reading.pack.unwrap().shop.suggestions.clearance.len(), 1);
}

#[test]
fn five_hundred_products_can_be_on_clearance_and_no_more() {
    let of = |count: usize| format!("[suggestions]\nclearance = [{}]", "\"GAMCHA\", ".repeat(count));
    assert_eq!(read(&of(500)).faults, []);
    let reading = read(&of(501));
    assert_eq!(
        reading.faults.iter().map(|fault| fault.problem.key()).collect::<Vec<_>>(),
        ["too_many_clearance"]
    );
    assert!(!reading.is_sound());
}
