//! `[payment]` and `[offers]`: how an advance is paid, what is named, what the seller is told of the guidelines.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{fs, path::Path};

use alap_protocol::{
    desk::{Desk, WalletTakes},
    locale::Locale,
    payment::Wallet,
};
use alap_shop::{Reading, Severity, read_folder};

const SHOP: &str = r#"id = "tanti"
name = { bn = "তাঁতি", en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
"#;
/// The first line behind [`SHOP`].
const FIRST: u32 = 8;

fn read(toml: &str) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("media")).unwrap();
    fs::write(dir.path().join("shop.toml"), format!("{SHOP}{toml}")).unwrap();
    fs::write(dir.path().join("catalogue.csv"), "sku,title_en,price\nTB-1,Saree,10\n").unwrap();
    fs::write(dir.path().join("faq.md"), "## a\nen? A question?\nen: Yes.\n").unwrap();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"300\"/>";
    fs::write(dir.path().join("media/qr.svg"), svg).unwrap();
    // What a reader of sizes looks at: the signature and the first chunk, 300 × 300.
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x2c\0\0\x01\x2c\x01\0\0\0\0\0\0\0\0";
    fs::write(dir.path().join("media/qr.png"), png).unwrap();
    read_folder(dir.path())
}

/// The mistakes, by line below the shop and name.
#[track_caller]
fn check(toml: &str, expected: &[(u32, &str)]) {
    let reading = read(toml);
    let faults: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| (fault.line.unwrap() - FIRST + 1, fault.problem.key(), fault.file.clone()))
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(line, key)| (*line, *key, Path::new("shop.toml").to_owned())).collect();
    assert_eq!(faults, expected, "{toml}");
}

const WAYS: &str = r#"[payment]
advance_percent = 10
qr = "media/qr.png"
[payment.bkash]
number = "০১৭১২-৩৪৫৬৭৮"
takes = "payment"
steps = { bn = "পেমেন্ট বেছে নিন।", en = "Choose Payment." }
[payment.rocket]
number = "+8801812345678"
takes = "send_money"
[offers]
proposals = true
"#;

#[test]
fn what_is_said_of_payment_is_on_the_desk() {
    let reading = read(WAYS);
    assert_eq!(reading.faults, []);
    let Desk { payment, proposals, version, forms } = reading.desk;
    assert!(proposals && forms.is_empty());
    assert_eq!(payment.advance_percent, 10);
    let wallets: Vec<_> =
        payment.wallets.iter().map(|one| (one.wallet, one.number.as_str(), one.takes)).collect();
    assert_eq!(
        wallets,
        [
            (Wallet::Bkash, "+8801712345678", WalletTakes::Payment),
            (Wallet::Rocket, "+8801812345678", WalletTakes::SendMoney),
        ]
    );
    assert_eq!(payment.wallets[0].steps.get(Locale::En), "Choose Payment.");
    assert_eq!(version.len(), 32);
    assert_eq!(reading.pack.unwrap().desk.version, version);
}

#[test]
fn the_qr_is_served_with_the_pictures() {
    let reading = read(WAYS);
    let qr = reading.desk.payment.qr.unwrap();
    assert_eq!((qr.src.as_str(), qr.width, qr.height), ("/media/tanti/qr.png", Some(300), Some(300)));
    assert_eq!(reading.media, [Path::new("media/qr.png")]);
}

#[test]
fn a_qr_that_no_gallery_shows_is_warned_about_and_served() {
    let toml = WAYS.replace("media/qr.png", "media/qr.svg");
    check(&toml, &[(3, "svg_qr")]);
    check(&WAYS.replace("media/qr.png", "https://tanti.example/QR.SVG?v=2"), &[(3, "svg_qr")]);
    check(&WAYS.replace("media/qr.png", "https://tanti.example/qr.png?from=qr.svg"), &[]);
    let reading = read(&toml);
    assert!(reading.is_sound());
    assert_eq!(reading.desk.payment.qr.unwrap().src, "/media/tanti/qr.svg");
    assert!(reading.faults[0].sentence(Locale::En).contains("“media/qr.svg” is an SVG"));
    assert!(reading.faults[0].sentence(Locale::Bn).contains("SVG ছবি"));
}

#[test]
fn a_shop_without_any_of_it_has_an_empty_desk_without_a_version() {
    let reading = read("");
    assert_eq!(reading.desk, Desk::default());
    assert_eq!(reading.pack.unwrap().desk.version, "");
    assert_eq!(reading.notices, []);
}

#[test]
fn each_mistake_is_named_at_its_line() {
    let wallet = |lines: &str| format!("[payment.bkash]\n{lines}");
    for (toml, expected) in [
        ("[payment]\nadvance = 10".to_owned(), &[(2, "unknown_key")][..]),
        ("[payment]\nadvance_percent = 101\nqr = \"media/qr.png\"".into(), &[(2, "wants_number")]),
        ("[payment]\nadvance_percent = 10".into(), &[(2, "no_way_to_pay")]),
        ("[payment]\nqr = \"media/qq.svg\"".into(), &[(2, "no_picture")]),
        ("[payment]\nqr = \"../qr.svg\"".into(), &[(2, "outside_folder")]),
        ("payment = 10".into(), &[(1, "wants_section")]),
        (wallet("takes = \"payment\""), &[(1, "missing_key")]),
        (wallet("number = \"01712345678\""), &[(1, "missing_key")]),
        (wallet("number = \"01712345678\"\ntakes = \"cash\""), &[(3, "unknown_word")]),
        (wallet("number = \"02-55667788\"\ntakes = \"payment\""), &[(2, "bad_wallet")]),
        (wallet("number = \"+442079460958\"\ntakes = \"payment\""), &[(2, "bad_wallet")]),
        (wallet("number = \"16247\"\ntakes = \"payment\""), &[(2, "bad_wallet")]),
        (wallet("number = 1712345678\ntakes = \"payment\""), &[(2, "wants_text")]),
        (wallet("number = \"01712345678\"\ntakes = \"payment\"\nname = \"x\""), &[(4, "unknown_key")]),
        ("[payment.bkassh]".into(), &[(1, "unknown_key")]),
        ("[offers]\nproposals = \"yes\"".into(), &[(2, "wants_switch")]),
        ("[offers]\nproposal = true".into(), &[(2, "unknown_key")]),
    ] {
        check(&toml, expected);
    }
}

#[test]
fn an_advance_above_the_guidelines_is_warned_about_and_served() {
    let toml = WAYS.replace("advance_percent = 10", "advance_percent = 11");
    check(&toml, &[(2, "large_advance")]);
    let reading = read(&toml);
    assert!(reading.is_sound());
    assert_eq!(reading.count(Severity::Warning), 1);
    let fault = &reading.faults[0];
    assert!(fault.sentence(Locale::En).contains("11 percent"));
    assert!(fault.sentence(Locale::En).contains("not legal advice"));
    assert!(fault.sentence(Locale::Bn).contains("১১ শতাংশ"));
    assert!(fault.sentence(Locale::Bn).contains("আইনি পরামর্শ নয়"));
}

#[test]
fn what_binds_a_shop_that_asks_for_an_advance_is_said_once() {
    let notices = |toml: &str| -> Vec<_> {
        let reading = read(toml);
        reading.notices.iter().map(|fault| (fault.line, fault.severity, fault.problem.key())).collect()
    };
    assert_eq!(notices(WAYS), [(Some(FIRST + 1), Severity::Warning, "advance_rules")]);
    assert_eq!(notices(&WAYS.replace("advance_percent = 10", "advance_percent = 0")), []);
    assert_eq!(notices(&WAYS.replace("advance_percent = 10\n", "")), []);
}

#[test]
fn the_desk_has_another_version_when_anything_on_it_changes() {
    let version = |toml: &str| read(toml).desk.version;
    let first = version(WAYS);
    assert_eq!(version(WAYS), first);
    for (from, to) in [("= 10", "= 9"), ("proposals = true", ""), ("০১৭১২", "01912"), ("qr =", "# qr =")]
    {
        assert!(WAYS.contains(from));
        assert_ne!(version(&WAYS.replace(from, to)), first, "{from}");
    }
}
