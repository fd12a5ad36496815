//! What a form says of itself: each thing that cannot work, by its line and in words.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{fs, path::Path};

use alap_protocol::locale::Locale;
use alap_shop::{Reading, read_folder};

const SHOP: &str = r#"id = "tanti"
name = { bn = "তাঁতি", en = "Tanti" }
languages = ["bn", "en"]
currency = "BDT"
page_origins = ["https://tanti.example"]
bot = { name = { en = "Rupa" } }
hours = { time_zone = "Asia/Dhaka", sunday = "10:00-20:00" }
"#;
const FORM: &str = include_str!("fixtures/forms/every-kind.toml");

fn read(form: &str) -> Reading {
    let dir = tempfile::tempdir().unwrap();
    for within in ["media", "forms"] {
        fs::create_dir(dir.path().join(within)).unwrap();
    }
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"50\"/>";
    for (name, text) in [
        ("shop.toml", SHOP),
        ("catalogue.csv", "sku,title_en,price\nTB-1,Saree,10\n"),
        ("faq.md", "## a\nen? A question?\nen: Yes.\n"),
        ("media/cotton.svg", picture),
        ("forms/dress.toml", form),
    ] {
        fs::write(dir.path().join(name), text).unwrap();
    }
    let reading = read_folder(dir.path());
    assert!(reading.faults.iter().all(|fault| fault.file == Path::new("forms/dress.toml")));
    reading
}

/// The mistakes of the good form with one thing changed, by line and name.
fn faults(from: &str, to: &str) -> Vec<(u32, &'static str)> {
    assert!(FORM.contains(from), "{from}");
    let reading = read(&FORM.replacen(from, to, 1));
    reading.faults.iter().map(|fault| (fault.line.unwrap_or(0), fault.problem.key())).collect()
}

/// The line of the changed form that this stands on.
fn line(from: &str, to: &str, place: &str) -> u32 {
    let form = FORM.replacen(from, to, 1);
    assert!(form.contains(place), "{place}");
    let at = form.find(place).unwrap();
    u32::try_from(form[..at].matches('\n').count() + 1).unwrap()
}

#[test]
fn what_cannot_work_is_named_at_its_line() {
    let size = "show_when = \"size";
    for (from, to, place, key) in [
        ("\"size is own\"", "\"size is mine\"", size, "unknown_choice"),
        ("\"size is own\"", "\"siez is own\"", "show_when = \"siez", "unknown_question"),
        ("\"size is own\"", "\"colour is red\"", "show_when = \"colour", "later_question"),
        ("\"size is own\"", "\"chest > 4\"", "show_when = \"chest", "later_question"),
        ("\"size is own\"", "\"total > 4\"", "show_when = \"total", "computed_too_early"),
        ("\"size is own\"", "\"fabric is silk and fabric is cotton\"", "show_when = \"fabric", "never_holds"),
        ("\"size is own\"", "\"1 > 2\"", "show_when = \"1", "never_holds"),
        ("\"size is own\"", "\"2 > 1\"", "show_when = \"2", "always_holds"),
        ("\"chest < 55\"", "\"chest is wide\"", "{ holds = \"chest", "not_a_word"),
        ("\"chest < 55\"", "\"chest < colours\"", "{ holds = \"chest", "unknown_question"),
        ("each * products", "each * story", "value = \"each", "not_a_number"),
        ("price + fabric", "price + total", "value = \"each", "cycle"),
        ("to = \"colour\"", "to = \"color\"", "{ when = \"fabric is silk\"", "unknown_question"),
        (
            "kind = \"address\"",
            "kind = \"address\"\njumps = [{ to = \"day\" }]",
            "jumps = [{ to",
            "jump_back",
        ),
        (
            "kind = \"address\"",
            "kind = \"address\"\njumps = [{ to = \"end\" }, { to = \"end\" }]",
            "jumps = [{ to",
            "dead_jump",
        ),
        ("id = \"time\"", "id = \"story\"", "id = \"story\"\nlabel = { bn = \"সময়\"", "duplicate_question"),
        ("\"S\", ", "\"38\", ", "choices = [\"38\"", "duplicate_choice"),
        ("{ id = \"red\"", "{ id = \"\\u0007\"", "choices = [{ id = \"\\u0007", "bad_choice_name"),
        ("choices = [{ id = \"red\"", "choices = [] #", "choices = []", "no_choices"),
        ("earliest = 3", "earliest = 41", "earliest = 41", "least_above_most"),
        ("least = \"৳৫০০\"", "least = 12501", "least = 12501", "least_above_most"),
        ("most = 60\ndecimals", "most = 9000000000000\ndecimals", "most = 9000000000000", "out_of_bounds"),
        ("most = 2\n", "most = 4\n", "most = 4", "out_of_bounds"),
        (
            "kind = \"consent\"",
            "kind = \"consent\"\nprefill = \"last\"",
            "prefill = \"last\"\n\n[[section.question]]\nid = \"time",
            "consent_prefilled",
        ),
        ("prefill = \"phone\"", "prefill = \"name\"", "prefill = \"name\"", "prefill_kind"),
        ("kind = \"consent\"", "kind = \"slot\"", "[[section.question]]\nid = \"time\"", "second_slot"),
        ("kind = \"pre_order\"", "kind = \"call\"", "", ""),
        (", en = \"Day\"", "", "label = { bn = \"দিন\"", "no_english"),
        ("bn = \"দিন\", ", "", "label = { en = \"Day\"", "no_bangla"),
        ("bn = \"ইঞ্চি\", ", "", "unit = {", "no_bangla"),
        ("bn = \"শর্ত\", ", "", "terms = {", "no_bangla"),
        ("bn = \"টি\", ", "", "shown = {", "no_bangla"),
    ] {
        let expected: Vec<_> =
            Some((line(from, to, place), key)).filter(|(_, key)| !key.is_empty()).into_iter().collect();
        assert_eq!(faults(from, to), expected, "{to}");
    }
}

#[test]
fn a_question_that_jumps_pass_by_is_named() {
    let form = FORM.replacen("kind = \"long\"", "kind = \"long\"\njumps = [{ to = \"budget\" }]", 1);
    let form = form.replacen("show_when = \"fabric is silk\"", "", 1);
    let reading = read(&form);
    let fault = &reading.faults[0];
    assert_eq!((reading.faults.len(), fault.problem.key()), (1, "unreachable"));
    let day = form.find("[[section.question]]\nid = \"day\"").unwrap();
    assert_eq!(fault.line, Some(u32::try_from(form[..day].matches('\n').count() + 1).unwrap()));
    assert!(fault.sentence(Locale::En).starts_with("No shopper would ever come to “day”"));
    assert!(!reading.is_sound());
}

#[test]
fn a_form_that_asks_nothing_or_too_much_is_refused() {
    let head = "kind = \"call\"\ntitle = { bn = \"কথা\", en = \"Talk\" }\n";
    let keys = |form: &str| read(form).faults.iter().map(|fault| fault.problem.key()).collect::<Vec<_>>();
    assert_eq!(keys(head), ["no_questions", "no_slot"]);
    let question = |number: usize| {
        format!(
            "[[section.question]]\nid = \"q{number}\"\nlabel = {{ bn = \"ক\", en = \"a\" }}\nkind = \"phone\"\n"
        )
    };
    let form = |count: usize| {
        let questions: String = (0..count).map(question).collect();
        format!("{}[[section]]\n{questions}", head.replace("call", "feedback"))
    };
    assert_eq!(keys(&form(100)), Vec::<&str>::new());
    assert_eq!(keys(&form(101)), ["too_many_in_form"]);
    let checks = "{ holds = \"q0\", message = { bn = \"ক\", en = \"a\" } },".repeat(21);
    assert_eq!(keys(&format!("{}checks = [{checks}]\n", form(1))), ["too_many_in_form"]);
}

#[test]
fn a_condition_that_is_too_long_or_too_deep_is_refused() {
    let size = "\"size is own\"";
    let place = line("", "", "show_when = \"size");
    let with = |condition: String| faults(size, &format!("\"{condition}\""));
    assert_eq!(
        with(format!("size is own and {}", "size is own and ".repeat(80) + "size")),
        [(place, "long_text")]
    );
    assert_eq!(with(format!("{}size is own{}", "(".repeat(40), ")".repeat(40))), [(place, "deep_rule")]);
}

#[test]
fn warnings_do_not_keep_a_form_from_being_served() {
    for (from, to) in [(", en = \"Day\"", ""), ("\"size is own\"", "\"2 > 1\"")] {
        let reading = read(&FORM.replacen(from, to, 1));
        assert_eq!(reading.faults.len(), 1);
        assert!(reading.is_sound() && reading.desk.forms.len() == 1, "{to}");
    }
}

#[test]
fn mistakes_are_said_in_words_a_seller_understands() {
    let say = |from: &str, to: &str, locale: Locale| {
        read(&FORM.replacen(from, to, 1)).faults.first().unwrap().sentence(locale)
    };
    let size = "\"size is own\"";
    assert_eq!(
        say(size, "\"siez is own\"", Locale::En),
        "This form has no question “siez”. Correct the name. Did you mean “size”?"
    );
    assert_eq!(
        say(size, "\"size is won\"", Locale::Bn),
        "“size” প্রশ্নে “won” নামে কোনো পছন্দ নেই। নামটা ঠিক করুন। আপনি কি “own” লিখতে চেয়েছিলেন?"
    );
    assert_eq!(
        say(size, "\"size < \"", Locale::En),
        "“section.question.show_when” ends too soon. There should still be a number, the name of a question, or price."
    );
    assert_eq!(
        say("\"chest < 55\"", "\"chest < ) 5\"", Locale::Bn),
        "“section.question.checks.holds”-এ “) 5” থেকে পড়া যাচ্ছে না (অক্ষর নম্বর ৯)। এখানে থাকার কথা একটা সংখ্যা, কোনো প্রশ্নের নাম, অথবা price।"
    );
    assert_eq!(
        say("most = 60\ndecimals", "most = 9000000000000\ndecimals", Locale::Bn),
        "“chest”-এর একটা সংখ্যা সীমার বাইরে। -১০০০০০০০০০০০০ থেকে ১০০০০০০০০০০০০-এর মধ্যে লিখুন।"
    );
}
