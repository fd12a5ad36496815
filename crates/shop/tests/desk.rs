//! What forms, questions and payment say of each other.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{fs, path::Path};

use alap_protocol::{id::FormId, locale::Locale, pack::EntryAction};
use alap_shop::{Reading, Severity, read_folder};

const SHOP: &str = r#"id = "tanti"
name = { bn = "তাঁতি", en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
url = "https://tanti.example"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
"#;
const ADVANCE: &str =
    "payment = { advance_percent = 10, nagad = { number = \"01712345678\", takes = \"payment\" } }\n";
const FORM: &str = r#"kind = "pre_order"
title = { bn = "একসাথে", en = "In bulk" }

[[section]]

[[section.question]]
id = "day"
label = { bn = "কবে?", en = "When?" }
kind = "date"
latest = 11
"#;

fn read(shop: &str, form: &str, faq: &str) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("forms")).unwrap();
    fs::write(dir.path().join("shop.toml"), shop).unwrap();
    fs::write(dir.path().join("catalogue.csv"), "sku,title_en,price\nTB-1,Saree,10\n").unwrap();
    fs::write(dir.path().join("faq.md"), format!("## a\nen? A question?\nen: Yes.\n{faq}")).unwrap();
    fs::write(dir.path().join("forms/bulk-order.toml"), form).unwrap();
    read_folder(dir.path())
}

fn keys(reading: &Reading) -> Vec<(&Path, u32, &'static str)> {
    let key = |fault: &alap_shop::Fault| (fault.line.unwrap_or(0), fault.problem.key());
    reading.faults.iter().map(|fault| (fault.file.as_path(), key(fault).0, key(fault).1)).collect()
}

#[test]
fn an_answer_opens_one_of_the_shops_forms_or_a_page() {
    let actions = |faq: &str| {
        let reading = read(SHOP, FORM, faq);
        assert_eq!(reading.faults, [], "{faq}");
        reading.pack.unwrap().faq.remove(0).actions
    };
    let own = EntryAction::OwnForm(FormId::parse("bulk-order").unwrap());
    let page = |url: &str| EntryAction::Form(url.to_owned());
    assert_eq!(actions("form: bulk-order\n"), std::slice::from_ref(&own));
    assert_eq!(actions("form: /bulk-order\n"), [page("https://tanti.example/bulk-order")]);
    assert_eq!(actions("form: order.html\n"), [page("https://tanti.example/order.html")]);
    let both = actions("form: bulk-order\nform: https://forms.example/x\n");
    assert_eq!(both, [own, page("https://forms.example/x")]);
}

#[test]
fn a_slip_in_a_forms_name_is_guessed_and_is_no_path() {
    let reading = read(SHOP, FORM, "form: bulk-oder\n");
    assert_eq!(keys(&reading), [(Path::new("faq.md"), 4, "unknown_form")]);
    assert!(reading.faults[0].to_string().contains("Did you mean “bulk-order”?"));
    assert!(reading.pack.unwrap().faq[0].actions.is_empty());
}

#[test]
fn a_form_with_mistakes_is_named_there_and_not_where_it_is_opened() {
    let reading = read(SHOP, &FORM.replace("kind = \"date\"", "kind = \"dat\""), "form: bulk-order\n");
    assert_eq!(keys(&reading), [(Path::new("forms/bulk-order.toml"), 9, "unknown_word")]);
    let reading = read(SHOP, "kind = ", "form: bulk-order\n");
    assert_eq!(keys(&reading), [(Path::new("forms/bulk-order.toml"), 1, "toml")]);
    assert!(!reading.is_sound());
}

#[test]
fn a_day_too_far_off_for_an_advance_is_told_once_at_its_line() {
    let notices = |shop: &str, form: &str| -> Vec<_> {
        let reading = read(shop, form, "");
        assert_eq!(reading.faults, []);
        assert!(reading.notices.iter().all(|notice| notice.severity == Severity::Warning));
        let notices = reading.notices.iter();
        notices.map(|notice| (notice.file.clone(), notice.line.unwrap(), notice.problem.key())).collect()
    };
    let advance = format!("{SHOP}{ADVANCE}");
    let rules = ("shop.toml".into(), 9, "advance_rules");
    let late = ("forms/bulk-order.toml".into(), 10, "late_delivery");
    assert_eq!(notices(&advance, FORM), [rules.clone(), late]);
    assert_eq!(notices(&advance, &FORM.replace("latest = 11", "latest = 10")), std::slice::from_ref(&rules));
    assert_eq!(notices(&advance, &FORM.replace("pre_order", "feedback")), [rules]);
    assert_eq!(notices(SHOP, FORM), []);
}

#[test]
fn a_notice_says_days_in_the_digits_of_the_language() {
    let reading = read(&format!("{SHOP}{ADVANCE}"), FORM, "");
    let notice = &reading.notices[1];
    assert!(notice.sentence(Locale::En).starts_with("This day may be up to 11 days off"));
    assert!(notice.sentence(Locale::Bn).contains("১১ দিন পরের তারিখও"));
}
