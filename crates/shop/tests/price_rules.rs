//! `price-rules.toml`: what is read, what is named, and that none of it gets out.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{fs, path::Path};

use alap_deal::rules::{PriceRules, Rule, Share};
use alap_protocol::{id::ProductId, locale::Locale};
use alap_shop::{Reading, Severity, read_folder};

const SHOP: &str = r#"id = "tanti"
name = { bn = "তাঁতি", en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
[offers]
proposals = true
"#;
const CATALOGUE: &str = "sku,title_en,price\nTB-1,Saree,6800\nTB-2,Shawl,1200\nTB-3,Scarf,12.50 USD\n";

const RULES: &str = r#"consolation_coupon = "phire-aasun ১৭"

[usual]
floor_percent = 83
accept_percent = 91
rounds = 2

[[product]]
sku = "TB-1"
floor = "৳৫,৭৩১"
accept = 6127.50
rounds = 4

[[product]]
sku = "TB-2"
floor = "11শ"
accept = 1149
"#;

fn read(rules: &str) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("shop.toml"), SHOP).unwrap();
    fs::write(dir.path().join("catalogue.csv"), CATALOGUE).unwrap();
    fs::write(dir.path().join("faq.md"), "## a\nen? A question?\nen: Yes.\n").unwrap();
    fs::write(dir.path().join("price-rules.toml"), rules).unwrap();
    read_folder(dir.path())
}

/// The mistakes of a file, by line and name.
#[track_caller]
fn check(rules: &str, expected: &[(u32, &str)]) {
    let reading = read(rules);
    assert!(reading.faults.iter().all(|fault| fault.file == Path::new("price-rules.toml")));
    let faults: Vec<_> =
        reading.faults.iter().map(|fault| (fault.line.unwrap(), fault.problem.key())).collect();
    assert_eq!(faults, expected, "{rules}");
}

fn id(sku: &str) -> ProductId {
    ProductId::parse(sku).unwrap()
}

#[test]
fn prices_are_read_as_people_write_them() {
    let reading = read(RULES);
    assert_eq!(reading.faults, []);
    let PriceRules { usual, products, consolation } = reading.price_rules;
    assert_eq!(usual, Some(Share { floor_percent: 83, accept_percent: 91, rounds: 2 }));
    assert_eq!(products[&id("TB-1")], Rule { floor: 573_100, accept: 612_750, rounds: 4 });
    assert_eq!(products[&id("TB-2")], Rule { floor: 110_000, accept: 114_900, rounds: 3 });
    assert_eq!(products.len(), 2);
    assert_eq!(consolation.unwrap().as_str(), "PHIREAASUN17");
}

#[test]
fn no_rule_is_in_the_pack_the_desk_or_what_is_served() {
    let (with, without) = (read(RULES), read(""));
    let written = |reading: &Reading| {
        serde_json::to_string(&(reading.pack.as_ref().unwrap(), &reading.desk)).unwrap().to_lowercase()
    };
    // Not even the version tells whether there are rules.
    assert_eq!(written(&with), written(&without));
    for secret in
        ["573100", "612750", "110000", "114900", "5731", "6127", "1149", "phire", "floor", "accept", "rounds"]
    {
        assert!(!written(&with).contains(secret), "{secret}");
    }
    assert_eq!(with.media, Vec::<std::path::PathBuf>::new());
}

#[test]
fn no_sentence_about_a_rule_says_its_amount() {
    let reading = read("[[product]]\nsku = \"TB-1\"\nfloor = 7123\naccept = 7124\n");
    let fault = &reading.faults[0];
    for locale in Locale::ALL {
        let sentence = fault.sentence(locale);
        assert!(sentence.contains("TB-1"), "{sentence}");
        assert!(!sentence.contains("71") && !sentence.contains("৭১"), "{sentence}");
    }
}

#[test]
fn each_mistake_is_named_at_its_line() {
    let product = |lines: &str| format!("[[product]]\n{lines}\n");
    for (rules, expected) in [
        ("[usual".to_owned(), &[(1, "toml")][..]),
        ("[usul]".into(), &[(1, "unknown_key")]),
        ("[usual]\nfloor_percent = 80".into(), &[(1, "missing_key")]),
        ("[usual]\nfloor_percent = 0\naccept_percent = 90".into(), &[(2, "wants_number")]),
        ("[usual]\nfloor_percent = 80\naccept_percent = 101".into(), &[(3, "wants_number")]),
        ("[usual]\nfloor_percent = 91\naccept_percent = 90".into(), &[(2, "floor_above_accept")]),
        ("[usual]\nfloor_percent = 80\naccept_percent = 90\nrounds = 11".into(), &[(4, "wants_number")]),
        ("[usual]\nfloor_percent = 80\naccept_percent = 90\nrounds = 0".into(), &[(4, "wants_number")]),
        (product("floor = 1\naccept = 2"), &[(1, "missing_key")]),
        (product("sku = \"TB-1\"\naccept = 2"), &[(1, "missing_key")]),
        (product("sku = \"a/b\"\nfloor = 1\naccept = 2"), &[(2, "bad_sku")]),
        (product("sku = \"TB-1\"\nfloor = \"cheap\"\naccept = 2"), &[(3, "wants_amount")]),
        (product("sku = \"TB-1\"\nfloor = -5\naccept = 2"), &[(3, "wants_amount")]),
        (product("sku = \"TB-1\"\nfloor = \"12 USD\"\naccept = 2000"), &[(3, "wants_amount")]),
        (product("sku = \"TB-1\"\nfloor = 1\naccept = true"), &[(4, "wants_amount")]),
        (product("sku = \"TB-1\"\nfloor = 3\naccept = 2"), &[(3, "floor_above_accept")]),
        (product("sku = \"TB-1\"\nfloor = 7000\naccept = 7000"), &[(3, "floor_above_price")]),
        (product("sku = \"TB-1\"\nfloor = 6000\naccept = 7000"), &[(4, "accept_above_price")]),
        (product("sku = \"TB-1\"\nfloor = 1\naccept = 2\nrounds = 11"), &[(5, "wants_number")]),
        (product("sku = \"TB-4\"\nfloor = 1\naccept = 2"), &[(2, "unknown_rule_product")]),
        (product("sku = \"TB-3\"\nfloor = 1\naccept = 2"), &[(2, "foreign_rule")]),
        (product("sku = \"TB-1\"\nfloor = 1\naccept = 2").repeat(2), &[(6, "duplicate_rule")]),
        ("consolation_coupon = \"abc\"".into(), &[(1, "bad_coupon_code")]),
        ("consolation_coupon = \"ফিরে আসুন\"".into(), &[(1, "bad_coupon_code")]),
        ("product = \"TB-1\"".into(), &[(1, "wants_list")]),
    ] {
        check(&rules, expected);
    }
}

#[test]
fn a_rule_that_the_catalogue_has_outrun_is_left_out_and_the_shop_is_served() {
    let reading = read("[[product]]\nsku = \"TB-11\"\nfloor = 1\naccept = 2\n");
    assert!(reading.is_sound());
    assert_eq!(reading.count(Severity::Warning), 1);
    assert!(reading.price_rules.products.is_empty());
    assert!(reading.faults[0].to_string().contains("Did you mean “TB-1”?"), "{}", reading.faults[0]);
}

#[test]
fn a_shop_without_the_file_has_no_rules() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("shop.toml"), SHOP).unwrap();
    assert_eq!(read_folder(dir.path()).price_rules, PriceRules::default());
}
