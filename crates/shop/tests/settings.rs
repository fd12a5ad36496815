//! `shop.toml`: what it gives, and each of its mistakes by line.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;

use alap_protocol::{
    hours::{LocalTime, Status, parse_date},
    locale::Locale,
    pack::{ChannelKind, Sureness},
};
use alap_shop::{Reading, read_folder};

const SHOP: &str = r##"id = "tanti"
name = { bn = "তাঁতি বাড়ি", en = "Tanti Bari" }
languages = ["bn", "en"]
currency = "BDT"
url = "https://tanti.example"
page_origins = ["https://Tanti.example", "http://localhost:8080"]

[bot]
name = { en = "Rupa" }

[theme]
color = "#0F766E"

[hours]
time_zone = "asia/dhaka"
reply_minutes = 10
saturday = "10:00-20:00"
thursday = "10:00-13:00, 15:00-02:00"
friday = "বন্ধ"

[[hours.exceptions]]
from = "2027-03-09"
to = "২০২৭-০৩-১২"
hours = "20:00-01:00"
note = { bn = "রমজান", en = "Ramadan" }

[channels]
phone = "০১৭১২-৩৪৫৬৭৮"
whatsapp = "+44 20 7946 0958"
messenger = "https://m.me/tanti.bari"
email = "salaam@tanti.example"
"##;

/// A folder with only this `shop.toml`.
fn read(toml: &str) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("shop.toml"), toml).unwrap();
    read_folder(dir.path())
}

/// The good file with one thing changed: the mistakes, by line and name.
#[track_caller]
fn check(from: &str, to: &str, expected: &[(u32, &str)]) {
    assert!(SHOP.contains(from), "{from}");
    let reading = read(&SHOP.replacen(from, to, 1));
    let faults = reading.faults.iter().filter(|fault| fault.file.ends_with("shop.toml"));
    let faults: Vec<_> = faults.map(|fault| (fault.line.unwrap_or(0), fault.problem.key())).collect();
    assert_eq!(faults, expected, "{to}");
}

#[test]
fn a_good_file_has_no_mistakes() {
    check("", "", &[]);
    assert!(read(SHOP).is_sound());
}

#[test]
fn everything_is_read() {
    let shop = read(SHOP).pack.unwrap().shop;
    assert_eq!(shop.id.as_str(), "tanti");
    assert_eq!(shop.name.get(Locale::Bn), "তাঁতি বাড়ি");
    assert_eq!(shop.languages, [Locale::Bn, Locale::En]);
    assert_eq!(shop.page_origins, ["https://tanti.example", "http://localhost:8080"]);
    assert_eq!(shop.theme.color, "#0f766e");
    assert_eq!(shop.hours.time_zone, "Asia/Dhaka");
    assert_eq!(shop.hours.reply_minutes, Some(10));
}

#[test]
fn each_channel_is_one_tap() {
    let shop = read(SHOP).pack.unwrap().shop;
    let channels: Vec<_> =
        shop.channels.iter().map(|c| (c.kind, c.href.as_str(), c.label.as_str())).collect();
    assert_eq!(
        channels,
        [
            (ChannelKind::Phone, "tel:+8801712345678", "+880 1712-345678"),
            (ChannelKind::Whatsapp, "https://wa.me/442079460958", "+442079460958"),
            (ChannelKind::Messenger, "https://m.me/tanti.bari", "tanti.bari"),
            (ChannelKind::Email, "mailto:salaam@tanti.example", "salaam@tanti.example"),
        ]
    );
}

/// Is the shop open then?
fn is_open(reading: &Reading, date: &str, minute: u16) -> bool {
    let now = LocalTime { date: parse_date(date).unwrap(), minute };
    matches!(reading.pack.as_ref().unwrap().shop.hours.status(now), Status::Open { .. })
}

#[test]
fn an_evening_past_midnight_goes_on_in_the_next_day() {
    let reading = read(SHOP);
    // 2026-11-19 is a Thursday.
    for (date, minute, open) in [
        ("2026-11-19", 14 * 60, false),
        ("2026-11-19", 23 * 60 + 59, true),
        ("2026-11-20", 119, true),
        ("2026-11-20", 120, false),
        ("2026-11-21", 600, true),
        ("2026-11-22", 600, false),
    ] {
        assert_eq!(is_open(&reading, date, minute), open, "{date} {minute}");
    }
}

#[test]
fn days_that_differ_keep_their_evenings_whole() {
    let reading = read(SHOP);
    for (date, minute, open) in [
        // The first day begins closed: nothing was open on the evening before.
        ("2027-03-09", 30, false),
        ("2027-03-09", 20 * 60, true),
        ("2027-03-10", 30, true),
        ("2027-03-10", 60, false),
        ("2027-03-12", 23 * 60, true),
        // The last evening goes on after the last day, a Friday; then the week counts again.
        ("2027-03-13", 30, true),
        ("2027-03-13", 90, false),
        ("2027-03-13", 600, true),
        ("2027-03-14", 30, false),
    ] {
        assert_eq!(is_open(&reading, date, minute), open, "{date} {minute}");
    }
}

#[test]
fn a_holiday_ends_the_evening_before_only_when_that_ends() {
    // From a Friday on; the shop is open until two in the night before.
    let holiday = SHOP.replace("2027-03-09", "2026-11-20").replace("২০২৭-০৩-১২", "2026-11-21");
    let reading = read(&holiday.replace("20:00-01:00", "closed"));
    assert!(is_open(&reading, "2026-11-20", 100));
    assert!(!is_open(&reading, "2026-11-20", 130));
    assert!(!is_open(&reading, "2026-11-21", 700));
    assert!(is_open(&reading, "2026-11-28", 700));
}

#[test]
fn keys_that_nobody_knows_are_guessed() {
    check("currency =", "curency =", &[(0, "missing_key"), (4, "unknown_key")]);
    check("[theme]", "[thme]", &[(11, "unknown_key")]);
    check("friday =", "fryday =", &[(19, "unknown_key")]);
    check("note =", "notes =", &[(25, "unknown_key")]);
    check("{ en = \"Rupa\" }", "{ en = \"Rupa\", fr = \"R\" }", &[(9, "unknown_key")]);
    let reading = read(&SHOP.replace("fryday", "friday").replace("friday =", "fryday ="));
    let sentence = reading.faults[0].sentence(Locale::En);
    assert_eq!(
        sentence,
        "Nobody knows the setting “hours.fryday”. Correct its name or take the line out. Did you mean “friday”?"
    );
}

#[test]
fn each_key_is_checked() {
    for (from, to, line, key) in [
        ("id = \"tanti\"", "id = \"তাঁতি\"", 1, "bad_shop_id"),
        ("id = \"tanti\"", "id = \"a/b\"", 1, "bad_shop_id"),
        ("id = \"tanti\"", "id = \"\"", 1, "empty_text"),
        ("id = \"tanti\"", "id = 5", 1, "wants_text"),
        ("id = \"tanti\"\n", "", 0, "missing_key"),
        ("name = { bn = \"তাঁতি বাড়ি\", en = \"Tanti Bari\" }", "name = \"Tanti\"", 2, "wants_languages"),
        ("name = { bn = \"তাঁতি বাড়ি\", en = \"Tanti Bari\" }", "name = {}", 2, "empty_text"),
        ("[\"bn\", \"en\"]", "\"bn\"", 3, "wants_list"),
        ("[\"bn\", \"en\"]", "[]", 3, "empty_text"),
        ("[\"bn\", \"en\"]", "[\"bn\", 5]", 3, "wants_text"),
        ("[\"bn\", \"en\"]", "[\"bn\", \"hi\"]", 3, "bad_language"),
        ("\"BDT\"", "\"taka\"", 4, "bad_currency"),
        ("\"https://tanti.example\"", "\"tanti.example\"", 5, "bad_shop_url"),
        ("\"https://Tanti.example\"", "\"https://tanti.example/\"", 6, "bad_origin"),
        ("[bot]\nname = { en = \"Rupa\" }\n", "", 0, "missing_key"),
        ("name = { en = \"Rupa\" }", "", 8, "missing_key"),
        ("#0F766E", "teal", 12, "bad_color"),
        ("asia/dhaka", "Asia/Daka", 15, "bad_time_zone"),
        ("reply_minutes = 10", "reply_minutes = 0", 16, "wants_number"),
        ("reply_minutes = 10", "reply_minutes = \"10\"", 16, "wants_number"),
        ("10:00-20:00", "10-20", 17, "bad_hours"),
        ("10:00-13:00, 15:00-02:00", "10:00-16:00, 15:00-02:00", 18, "overlapping_hours"),
        ("\"বন্ধ\"", "\"01:00-09:00\"", 19, "overlapping_hours"),
        ("2027-03-09", "09/03/2027", 22, "bad_date"),
        ("2027-03-09", "2027-02-30", 22, "bad_date"),
        ("২০২৭-০৩-১২", "2027-03-01", 21, "turned_dates"),
        ("hours = \"20:00-01:00\"\n", "", 21, "missing_key"),
        ("০১৭১২-৩৪৫৬৭৮", "১২৩৪৫৬৭৮", 28, "bad_phone"),
        ("+44 20 7946 0958", "02-55667788", 29, "bad_phone"),
        ("https://m.me/tanti.bari", "তাঁতি", 30, "bad_messenger"),
        ("salaam@tanti.example", "salaam", 31, "bad_email"),
    ] {
        check(from, to, &[(line, key)]);
    }
}

#[test]
fn a_shop_that_never_opens_is_warned() {
    let hours = "[hours]\ntime_zone = \"Asia/Dhaka\"\n";
    let (head, _) = SHOP.split_once("[hours]").unwrap();
    let reading = read(&format!("{head}{hours}"));
    assert!(reading.is_sound());
    assert_eq!(reading.faults[0].problem.key(), "never_open");
}

#[test]
fn a_line_that_is_no_toml_is_shown() {
    check("currency = \"BDT\"", "currency = \"BDT", &[(4, "toml")]);
    check("currency = \"BDT\"", "currency BDT", &[(4, "toml")]);
    check("[theme]", "[bot]", &[(11, "toml")]);
    check("currency = \"BDT\"", "id = \"two\"", &[(4, "toml")]);
    let reading = read(&SHOP.replace("currency = \"BDT\"", "currency BDT"));
    assert!(reading.pack.is_none());
    assert!(reading.faults[0].sentence(Locale::Bn).contains("currency BDT"));
}

#[test]
fn several_mistakes_are_named_at_once() {
    let toml =
        SHOP.replace("\"BDT\"", "5").replace("#0F766E", "red").replace("\"10:00-20:00\"", "\"all day\"");
    let reading = read(&toml);
    let lines: Vec<_> = reading.faults.iter().filter_map(|fault| fault.line).collect();
    assert_eq!(lines, [4, 12, 17]);
    assert!(!reading.is_sound());
}

#[test]
fn how_sure_the_bot_has_to_be_is_the_sellers_choice() {
    let sureness = |lines: &str| {
        let reading = read(&SHOP.replacen(
            "name = { en = \"Rupa\" }",
            &format!("name = {{ en = \"Rupa\" }}\n{lines}"),
            1,
        ));
        let faults: Vec<_> =
            reading.faults.iter().filter(|fault| fault.file.ends_with("shop.toml")).collect();
        assert!(faults.is_empty(), "{faults:?}");
        let Sureness { answer, ask_back } = reading.pack.unwrap().shop.bot.sureness;
        (answer, ask_back)
    };
    assert_eq!(sureness(""), (50, 25));
    assert_eq!(sureness("answer_from = 70\nask_back_from = 40"), (70, 40));
    assert_eq!(sureness("answer_from = 20"), (20, 20));
    assert_eq!(sureness("answer_from = 99\nask_back_from = 1"), (99, 1));
}

#[test]
fn percents_out_of_their_range_or_order_are_named() {
    let name = "name = { en = \"Rupa\" }";
    let with = |lines: &str| format!("{name}\n{lines}");
    check(name, &with("answer_from = 0"), &[(10, "wants_number")]);
    check(name, &with("answer_from = 100"), &[(10, "wants_number")]);
    check(name, &with("answer_from = \"50\""), &[(10, "wants_number")]);
    check(name, &with("answer_from = 50\nask_back_from = 51"), &[(11, "turned_sureness")]);
    check(name, &with("ask_back_from = 60"), &[(10, "turned_sureness")]);
    check(name, &with("answer_form = 60"), &[(10, "unknown_key")]);
}
