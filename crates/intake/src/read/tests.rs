use alap_protocol::{answer::Answer, form::SlotRule, locale::Localized};
use proptest::prelude::*;

use super::*;
use crate::testing::{choice, facts, number as measure, question, text};

fn budget() -> Question {
    question("budget", QuestionKind::Budget { least: 0, most: 10_000_000 })
}

fn date() -> Question {
    question("date", QuestionKind::Date { earliest: 2, latest: 60 })
}

fn check_read(question: &Question, typed: &str, expected: Result<Option<Answer>, AnswerFault>) {
    assert_eq!(read(question, typed, &facts()), expected, "{typed:?}");
}

#[test]
fn numbers_are_read_in_both_scripts() {
    for (typed, thousandths) in [
        ("12", 12_000),
        ("১২.৫", 12_500),
        (" 1,0,00 ", 0),
        ("0.25", 250),
        (".5", 500),
        ("5.", 5_000),
        ("১,০০০", 1_000_000),
        ("12.50", 12_500),
        ("+3", 3_000),
    ] {
        if thousandths == 0 {
            check_read(&measure("n"), typed, Err(AnswerFault::NoNumber));
        } else {
            check_read(&measure("n"), typed, Ok(Some(Answer::Number(thousandths))));
        }
    }
    for typed in
        ["twelve", "1.2.3", "1e3", "--1", "12,5", ",5", "1 2", "৳12", "99999999999999999999", "-", "."]
    {
        check_read(&measure("n"), typed, Err(AnswerFault::NoNumber));
    }
    check_read(&measure("n"), "1.125", Err(AnswerFault::TooFine { decimals: 2 }));
    check_read(&measure("n"), "1.12345", Err(AnswerFault::TooFine { decimals: 2 }));
    check_read(&measure("n"), "-1", Err(AnswerFault::TooSmall { least: 0 }));
    check_read(&measure("n"), "1,001", Err(AnswerFault::TooLarge { most: 1_000_000 }));
    check_read(&measure("n"), "  ", Ok(None));
}

#[test]
fn a_number_may_have_its_unit_behind_it() {
    for typed in
        ["38 ইঞ্চি", "৩৮ইঞ্চি", "38 inch", "38 Inches", "38\"", "38 ″", "38”", "৩৮টি", "৩৮ টা", "38 ta", "38TI"]
    {
        check_read(&measure("n"), typed, Ok(Some(Answer::Number(38_000))));
    }
    for typed in ["৪ খানা", "৪জন", "4 pcs"] {
        check_read(&measure("n"), typed, Ok(Some(Answer::Number(4_000))));
    }
    check_read(&measure("n"), "৩৮.৫ ইঞ্চি", Ok(Some(Answer::Number(38_500))));
    check_read(&measure("n"), "-4টা", Err(AnswerFault::TooSmall { least: 0 }));
    for typed in ["টা", "inch", "ইঞ্চি 38", "4 টা টি", "38 inch inch", "38 cm", "4 kg", "4x", "38''", "চারটা"]
    {
        check_read(&measure("n"), typed, Err(AnswerFault::NoNumber));
    }
}

#[test]
fn only_the_questions_own_unit_is_left_out() {
    let with_unit = |bn: &str, en: &str| {
        let unit = Localized::both(bn, en);
        question("n", QuestionKind::Number { least: 0, most: 1_000_000, decimals: 0, unit })
    };
    check_read(&with_unit("গজ", "yards"), "6 yard", Ok(Some(Answer::Number(6_000))));
    check_read(&with_unit("গজ", "yards"), "৬ গজ", Ok(Some(Answer::Number(6_000))));
    check_read(&with_unit("গজ", "yards"), "6\"", Err(AnswerFault::NoNumber));
    check_read(&with_unit("গজ", "yards"), "6 s", Err(AnswerFault::NoNumber));
    check_read(&with_unit("", ""), "6 টা", Ok(Some(Answer::Number(6_000))));
    check_read(&with_unit("", ""), "6\"", Err(AnswerFault::NoNumber));
    // A unit that looks like a number takes nothing from one.
    check_read(&with_unit("0", "0"), "10", Ok(Some(Answer::Number(10_000))));
}

#[test]
fn money_is_read_as_people_write_it() {
    for typed in ["১,২০০ টাকা", "1200/-", "১২শ", "1.2k", "৳1,200"] {
        check_read(&budget(), typed, Ok(Some(Answer::Money(120_000))));
    }
    check_read(&budget(), "cheap", Err(AnswerFault::NoMoney));
    check_read(&budget(), "-500", Err(AnswerFault::NoMoney));
    check_read(&budget(), "1000000000000", Err(AnswerFault::TooDear { most: 10_000_000 }));
}

#[test]
fn days_have_to_lie_between_the_first_and_the_last() {
    check_read(&date(), "২৫/১২/২০২৬", Ok(Some(Answer::Date("2026-12-25".into()))));
    check_read(&date(), "2026-11-24", Ok(Some(Answer::Date("2026-11-24".into()))));
    check_read(&date(), "23-11-2026", Err(AnswerFault::TooSoon { first: "2026-11-24".into() }));
    check_read(&date(), "1/1/2020", Err(AnswerFault::TooSoon { first: "2026-11-24".into() }));
    check_read(&date(), "22/01/2027", Err(AnswerFault::TooLate { last: "2027-01-21".into() }));
    check_read(&date(), "tomorrow", Err(AnswerFault::NoDate));
}

#[test]
fn words_are_trimmed_and_control_characters_refused() {
    check_read(&text("t"), "  নীল\tজামা ", Ok(Some(Answer::Text("নীল জামা".into()))));
    check_read(&text("t"), "a\0b", Err(AnswerFault::Character));
    check_read(&text("t"), "a\u{202e}b", Err(AnswerFault::Character));
    check_read(&text("t"), "\u{200b}\u{feff}", Ok(None));
    check_read(&text("t"), &"ক".repeat(21), Err(AnswerFault::TooLong { most: 20 }));
    check_read(&text("t"), &"ক".repeat(10_000_000), Err(AnswerFault::TooLong { most: 20 }));
    let long = question("l", QuestionKind::LongText { most: 100 });
    check_read(&long, "a\r\nb\rc", Ok(Some(Answer::Text("a\nb\nc".into()))));
    let mut needed = text("t");
    needed.required = true;
    check_read(&needed, " ", Err(AnswerFault::Missing));
    check_read(&needed, "\u{200b}", Err(AnswerFault::Missing));
}

#[test]
fn a_phone_number_has_one_form() {
    let phone = question("phone", QuestionKind::Phone);
    for typed in ["01712345678", "০১৭১২-৩৪৫৬৭৮", "+880 1712 345 678"] {
        check_read(&phone, typed, Ok(Some(Answer::Phone("+8801712345678".into()))));
    }
    check_read(&phone, "01212345678", Err(AnswerFault::NoPhone));
}

#[test]
fn what_is_not_typed_is_not_read() {
    check_read(&choice("size", 1), "a", Err(AnswerFault::WrongKind));
    check_read(&question("yes", QuestionKind::Consent), "true", Err(AnswerFault::WrongKind));
}

fn any_question() -> impl Strategy<Value = Question> {
    let slot = SlotRule { minutes: 30, notice_minutes: 0, days: 10, remind_minutes: 0 };
    prop::sample::select(vec![
        text("t"),
        question("l", QuestionKind::LongText { most: 50 }),
        measure("n"),
        budget(),
        date(),
        choice("size", 2),
        question("phone", QuestionKind::Phone),
        question("address", QuestionKind::Address),
        question("slot", QuestionKind::Slot(slot)),
        question("yes", QuestionKind::Consent),
    ])
}

proptest! {
    #[test]
    fn what_was_read_passes_the_check_unchanged(
        question in any_question(),
        typed in "\\PC{0,60}|[0-9০-৯.,/ টাকাশk+-]{0,20}|(\\+880|০|0)1[0-9০-৯ -]{9,12}|[0-3]?[0-9][/-][01]?[0-9][/-]202[67]",
    ) {
        if let Ok(Some(answer)) = read(&question, &typed, &facts()) {
            prop_assert_eq!(check(&question, &answer, &facts()), Ok(answer));
        }
    }

    #[test]
    fn any_text_has_an_answer_or_a_fault(question in any_question(), typed in any::<String>()) {
        let _ = read(&question, &typed, &facts());
    }
}
