//! The folder `forms`: what is read, and each mistake by file and line.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{fs, path::Path};

use alap_protocol::{
    desk::FormHead,
    form::{ChoiceLook, Form, FormKind, Pace, Prefill, Question, QuestionKind, Shown, SlotRule},
    id::QuestionId,
    locale::{Locale, Localized},
};
use alap_shop::{Reading, read_folder};

const SHOP: &str = r#"id = "tanti"
name = { bn = "তাঁতি", en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
"#;
const FAQ: &str = "## a\nen? A question?\nen: Yes.\n";
const FORM: &str = include_str!("fixtures/forms/every-kind.toml");

/// A folder with these files besides the usual ones.
fn read_with(shop: &str, files: &[(&str, &str)]) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    for within in ["media", "forms"] {
        fs::create_dir(dir.path().join(within)).unwrap();
    }
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"50\"/>";
    let usual = [
        ("shop.toml", shop),
        ("catalogue.csv", "sku,title_en,price\nTB-1,Saree,10\n"),
        ("faq.md", FAQ),
        ("media/cotton.svg", picture),
    ];
    for (name, text) in usual.iter().chain(files) {
        fs::write(dir.path().join(name), text).unwrap();
    }
    read_folder(dir.path())
}

fn read(form: &str) -> Reading {
    read_with(SHOP, &[("forms/dress.toml", form)])
}

/// The good form with one thing changed: the mistakes, by line and name.
#[track_caller]
fn check(from: &str, to: &str, expected: &[(u32, &str)]) {
    assert!(FORM.contains(from), "{from}");
    let reading = read(&FORM.replacen(from, to, 1));
    assert!(reading.faults.iter().all(|fault| fault.file == Path::new("forms/dress.toml")), "{to}");
    let faults: Vec<_> =
        reading.faults.iter().map(|fault| (fault.line.unwrap_or(0), fault.problem.key())).collect();
    assert_eq!(faults, expected, "{from} → {to}");
}

/// The line of the good form that this stands on.
#[track_caller]
fn line(text: &str) -> u32 {
    assert!(FORM.contains(text), "{text}");
    let at = FORM.find(text).unwrap();
    u32::try_from(FORM[..at].matches('\n').count() + 1).unwrap()
}

fn form() -> Form {
    let reading = read(FORM);
    assert_eq!(reading.faults, []);
    reading.desk.forms.into_iter().next().unwrap()
}

fn question<'a>(form: &'a Form, id: &str) -> &'a Question {
    form.sections.iter().flat_map(|section| &section.questions).find(|one| one.id.as_str() == id).unwrap()
}

#[test]
fn the_head_of_a_form_is_read() {
    let form = form();
    assert_eq!((form.id.as_str(), form.kind, form.pace), ("dress", FormKind::PreOrder, Pace::Section));
    assert_eq!(form.title, Localized::both("সব রকম", "Every kind"));
    let words = [&form.intro, &form.thanks, &form.terms].map(|words| words.get(Locale::En));
    assert_eq!(words, ["Begin", "Thanks", "Terms"]);
    assert_eq!(form.sections.len(), 2);
    assert!(form.sections[0].show_when.is_none() && form.sections[1].show_when.is_some());
}

#[test]
fn every_kind_of_question_is_read() {
    let form = form();
    let kind = |id| question(&form, id).kind.clone();
    let QuestionKind::Choice { look, choices, least: 1, most: 1 } = kind("fabric") else { panic!() };
    assert_eq!(look, ChoiceLook::List);
    assert_eq!((choices[0].value, choices[1].value), (0, 12_500));
    assert_eq!(choices[0].picture.as_ref().unwrap().src, "/media/tanti/cotton.svg");
    let QuestionKind::Choice { look, choices, least: 1, most: 2 } = kind("size") else { panic!() };
    assert_eq!(look, ChoiceLook::Sizes);
    let sizes: Vec<_> = choices.iter().map(|one| (one.id.as_str(), one.label.get(Locale::Bn))).collect();
    assert_eq!(sizes, [("S", "S"), ("38", "৩৮"), ("own", "নিজের")]);
    let QuestionKind::Choice { look, choices, .. } = kind("colour") else { panic!() };
    assert_eq!((look, choices[0].colour.as_deref()), (ChoiceLook::Colours, Some("#9c2f1f")));
    let unit = Localized::both("ইঞ্চি", "inches");
    assert_eq!(kind("chest"), QuestionKind::Number { least: 20_500, most: 60_000, decimals: 1, unit });
    assert_eq!(kind("words"), QuestionKind::ShortText { most: 60 });
    assert_eq!(kind("story"), QuestionKind::LongText { most: 2_000 });
    assert_eq!(kind("day"), QuestionKind::Date { earliest: 3, latest: 40 });
    assert_eq!(kind("budget"), QuestionKind::Budget { least: 50_000, most: 1_250_050 });
    assert_eq!(kind("phone"), QuestionKind::Phone);
    assert_eq!(kind("address"), QuestionKind::Address);
    assert_eq!(kind("photos"), QuestionKind::Photo { most: 3 });
    assert_eq!(kind("products"), QuestionKind::Product { most: 6 });
    assert_eq!(kind("agree"), QuestionKind::Consent);
    let slot = SlotRule { minutes: 20, notice_minutes: 120, days: 14, remind_minutes: 60 };
    assert_eq!(kind("time"), QuestionKind::Slot(slot));
}

#[test]
fn a_question_is_required_unless_the_file_says_otherwise() {
    let form = form();
    assert!(question(&form, "story").required);
    assert!(!question(&form, "words").required);
}

#[test]
fn checks_jumps_and_what_is_filled_in_are_read() {
    let form = form();
    let chest = question(&form, "chest");
    assert!(chest.show_when.is_some());
    assert_eq!(chest.checks[0].message.get(Locale::En), "Is it?");
    assert_eq!(chest.prefill, Some(Prefill::Last));
    let jumps: Vec<_> =
        question(&form, "fabric").jumps.iter().map(|jump| jump.to.as_ref().map(QuestionId::as_str)).collect();
    assert_eq!(jumps, [Some("colour"), None]);
}

#[test]
fn computed_values_may_stand_in_any_order() {
    let form = form();
    let computed: Vec<_> = form.computed.iter().map(|one| (one.id.as_str(), one.shown.clone())).collect();
    let pieces = Shown::Number(Localized::both("টি", "pieces"));
    assert_eq!(computed, [("each", pieces), ("total", Shown::Money)]);
}

#[test]
fn pictures_of_choices_are_served_and_the_pack_knows_the_forms() {
    let reading = read(FORM);
    assert_eq!(reading.media, [Path::new("media/cotton.svg")]);
    let desk = reading.pack.unwrap().desk;
    let title = Localized::both("সব রকম", "Every kind");
    let id = reading.desk.forms[0].id.clone();
    assert_eq!(desk.forms, [FormHead { id, kind: FormKind::PreOrder, title }]);
    assert_eq!((desk.version.len(), &desk.version), (32, &reading.desk.version));
}

#[test]
fn forms_stand_in_the_order_of_their_names_and_other_files_are_left_alone() {
    let files = ["b.toml", "a.toml", "ফরম.toml", ".c.toml", "d.toml~", "e.txt"];
    let files: Vec<_> = files.iter().map(|name| (format!("forms/{name}"), FORM)).collect();
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let reading = read_with(SHOP, &files);
    assert_eq!(reading.faults, []);
    let names: Vec<_> = reading.desk.forms.iter().map(|form| form.id.as_str()).collect();
    assert_eq!(names, ["a", "b", "ফরম"]);
}

#[test]
fn a_form_with_a_place_stands_before_the_others() {
    let placed = |place: u8| FORM.replacen("kind =", &format!("place = {place}\nkind ="), 1);
    let (first, second) = (placed(1), placed(2));
    let files = [("forms/a.toml", FORM), ("forms/b.toml", &second), ("forms/c.toml", &first)];
    let reading = read_with(SHOP, &files);
    let names: Vec<_> =
        reading.pack.unwrap().desk.forms.into_iter().map(|form| form.id.to_string()).collect();
    assert_eq!(names, ["c", "b", "a"]);
    check("kind =", "place = 0\nkind =", &[(2, "wants_number")]);
}

#[test]
fn a_shop_has_twenty_forms_and_no_more() {
    let files: Vec<_> = (0..22).map(|number| (format!("forms/f{number:02}.toml"), FORM)).collect();
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let reading = read_with(SHOP, &files);
    assert_eq!(reading.desk.forms.len(), 20);
    let faults: Vec<_> =
        reading.faults.iter().map(|fault| (fault.file.as_path(), fault.problem.key())).collect();
    assert_eq!(faults, [(Path::new("forms/f20.toml"), "too_many_forms")]);
}

#[test]
fn a_file_name_that_cannot_be_a_forms_is_named() {
    let name = format!("forms/{}.toml", "x".repeat(65));
    let reading = read_with(SHOP, &[(&name, FORM)]);
    assert_eq!(reading.faults[0].problem.key(), "bad_form_name");
    assert!(reading.desk.forms.is_empty());
}

#[test]
fn each_key_is_checked() {
    for (from, to, place, key) in [
        ("kind = \"pre_order\"", "kind = \"pre-order\"", "kind =", "unknown_word"),
        ("pace = \"section\"", "pace = \"page\"", "pace =", "unknown_word"),
        ("intro = {", "introo = {", "intro =", "unknown_key"),
        ("intro = { bn = \"শুরু\", en = \"Begin\" }", "intro = \"Begin\"", "intro =", "wants_languages"),
        ("kind = \"phone\"", "kind = \"telephone\"", "kind = \"phone\"", "unknown_word"),
        ("kind = \"address\"", "kind = \"address\"\nmost = 3", "kind = \"address\"", "unknown_key"),
        ("required = false", "required = \"no\"", "required =", "wants_switch"),
        ("least = 20.5", "least = 20.1234", "least = 20.5", "wants_decimal"),
        ("least = 20.5", "least = \"20\"", "least = 20.5", "wants_decimal"),
        ("decimals = 1", "decimals = 4", "decimals = 1", "wants_number"),
        ("latest = 40", "latest = -1", "latest = 40", "wants_number"),
        ("\"৳৫০০\"", "\"cheap\"", "least = \"৳৫০০\"", "wants_amount"),
        ("\"৳৫০০\"", "\"5 USD\"", "least = \"৳৫০০\"", "wants_amount"),
        ("most = 60\n\n", "most = 201\n\n", "most = 60\n\n", "wants_number"),
        ("minutes = 20", "minutes = 4", "minutes = 20", "wants_number"),
        ("minutes = 20", "minutes = 20\ndays = 61", "minutes = 20", "wants_number"),
        ("prefill = \"last\"", "prefill = \"lst\"", "prefill = \"last\"", "unknown_word"),
        ("shown = \"money\"", "shown = \"taka\"", "shown = \"money\"", "unknown_word"),
        ("value = 12.5", "value = \"12.5\"", "{ id = \"silk\"", "wants_decimal"),
        ("id = \"story\"", "id = \"end\"", "id = \"story\"", "bad_question_name"),
        ("id = \"story\"", "id = \"a/b\"", "id = \"story\"", "bad_question_name"),
        ("media/cotton.svg", "media/coton.svg", "{ id = \"cotton\"", "no_picture"),
        ("media/cotton.svg", "../cotton.svg", "{ id = \"cotton\"", "outside_folder"),
        ("colour = \"#9C2F1F\"", "colour = \"red\"", "choices = [{ id = \"red\"", "bad_choice_colour"),
        ("fabric is silk\"\n\n", "fabric iss silk\"\n\n", "show_when = \"fabric is silk\"", "bad_rule"),
        ("\"size is own\"", "\"size is\"", "show_when = \"size", "open_rule"),
        ("\"chest < 55\"", "\"chest < (55\"", "{ holds = \"chest", "open_rule"),
        ("each * products", "each * ", "value = \"each", "open_rule"),
        ("each * products", "each ** products", "value = \"each", "bad_rule"),
    ] {
        let below = to.matches('\n').count() > from.matches('\n').count();
        check(from, to, &[(line(place) + u32::from(below), key)]);
    }
}

#[test]
fn what_is_missing_is_named_once() {
    let question = line("[[section.question]]\nid = \"story\"");
    check("id = \"story\"\n", "", &[(question, "missing_key")]);
    check("label = { bn = \"বিস্তারিত\", en = \"Story\" }\n", "", &[(question, "missing_key")]);
    check("kind = \"long\"\n", "", &[(question, "missing_key")]);
    check("kind = \"pre_order\"\n", "", &[(0, "missing_key")]);
    check("title = { bn = \"সব রকম\", en = \"Every kind\" }\n", "", &[(0, "missing_key")]);
    check("value = \"each * products\"\n", "", &[(line("[[computed]]\nid = \"total\""), "missing_key")]);
    check(
        "choices = [{ id = \"red\"",
        "# choices = [{ id = \"red\"",
        &[(line("[[section.question]]\nid = \"colour\""), "missing_key")],
    );
}
