use std::{collections::BTreeMap, sync::Arc};

use alap_protocol::{
    answer::Address,
    form::{Check, Comparison, Condition, Expression, FormSection, SlotRule},
    id::{PhotoId, ProductId},
    locale::Localized,
};

use super::*;
use crate::{
    first_open, kept,
    places::Places,
    progress,
    testing::{answers, choice, chosen, facts, form, id, is, number, of, question, text},
};

const SLOT: SlotRule = SlotRule { minutes: 30, notice_minutes: 0, days: 7, remind_minutes: 15 };

fn faults(form: &Form, answers: &Answers, facts: &Facts) -> Vec<(String, AnswerFault)> {
    let faults = check_all(form, answers, facts).unwrap_err();
    faults.into_iter().map(|(id, fault)| (id.to_string(), fault)).collect()
}

/// One question, one answer.
fn alone(kind: QuestionKind, answer: Answer) -> Result<Answer, AnswerFault> {
    check(&question("q", kind), &answer, &facts())
}

#[test]
fn what_is_right_is_kept_in_its_one_form() {
    let mut form = form(vec![choice("size", 2), text("name"), question("phone", QuestionKind::Phone)]);
    form.sections[0].questions.push(question("slot", QuestionKind::Slot(SLOT)));
    let at = facts().now + 3_600_000;
    let given = answers([
        ("size", chosen(&["c", "a"])),
        ("name", Answer::Text(" রহিমা ".into())),
        ("phone", Answer::Phone("০১৭১২-৩৪৫৬৭৮".into())),
        ("slot", Answer::Slot(at)),
    ]);
    let checked = check_all(&form, &given, &facts()).unwrap();
    assert_eq!(checked.answers[&id("size")], chosen(&["a", "c"]));
    assert_eq!(checked.answers[&id("name")], Answer::Text("রহিমা".into()));
    assert_eq!(checked.phone.as_deref(), Some("+8801712345678"));
    assert_eq!(checked.slot, Some((at, 30, 15)));
    assert_eq!(checked.lines.len(), 4);
    assert_eq!(
        check_all(&form, &checked.answers, &facts()).unwrap(),
        checked,
        "checked twice is checked once"
    );
}

#[test]
fn faults_stand_in_the_order_of_the_form() {
    let mut form = form(vec![text("z"), number("a"), question("yes", QuestionKind::Consent), text("hidden")]);
    form.sections[0].questions[0].required = true;
    form.sections[0].questions[2].required = true;
    form.sections[0].questions[3].show_when = Some(is("z", "more"));
    let given = answers([
        ("a", Answer::Number(-1_000)),
        ("yes", Answer::Consent(false)),
        ("hidden", Answer::Text("x".into())),
        ("another", Answer::Text("x".into())),
    ]);
    assert_eq!(
        faults(&form, &given, &facts()),
        [
            ("z".to_owned(), AnswerFault::Missing),
            ("a".to_owned(), AnswerFault::TooSmall { least: 0 }),
            ("yes".to_owned(), AnswerFault::NotTicked),
            ("hidden".to_owned(), AnswerFault::NotAsked),
            ("another".to_owned(), AnswerFault::NotAsked),
        ]
    );
}

#[test]
fn the_seller_s_own_checks_see_all_answers() {
    let mut form = form(vec![number("bust"), number("waist")]);
    let message = Localized::both("কোমর বুকের চেয়ে বড়", "Waist above bust");
    let holds = Condition::Compare(of("waist"), Comparison::AtMost, of("bust"));
    form.sections[0].questions[1].checks = vec![Check { holds, message: message.clone() }];
    let given = |bust, waist| answers([("bust", Answer::Number(bust)), ("waist", Answer::Number(waist))]);
    assert!(check_all(&form, &given(36_000, 30_000), &facts()).is_ok());
    let broken = given(30_000, 36_000);
    assert_eq!(faults(&form, &broken, &facts()), [("waist".to_owned(), AnswerFault::Check(message))]);
    assert_eq!(first_open(&form, &broken, &facts()).unwrap().question, 1);
    assert!(check_all(&form, &Answers::new(), &facts()).is_ok(), "no answer breaks no check");
}

#[test]
fn all_answers_together_have_a_bound() {
    let long = |n: usize| question(&format!("q{n}"), QuestionKind::LongText { most: 2_000 });
    let form = form((0..40).map(long).collect());
    let given: Answers = (0..40).map(|n| (id(&format!("q{n}")), Answer::Text("ক".repeat(600)))).collect();
    let [(_, fault)] = &faults(&form, &given, &facts())[..] else { panic!("one fault") };
    assert_eq!(*fault, AnswerFault::TooMuch);
}

#[test]
fn choices_are_known_and_taken_once() {
    let kind = || choice("q", 2).kind;
    assert_eq!(alone(kind(), chosen(&["z"])), Err(AnswerFault::Unknown));
    assert_eq!(alone(kind(), chosen(&["a", "a"])), Err(AnswerFault::Unknown));
    assert_eq!(alone(kind(), chosen(&["a", "b", "c"])), Err(AnswerFault::TooMany { most: 2 }));
    let QuestionKind::Choice { look, choices, .. } = kind() else { panic!("no choice") };
    let two = QuestionKind::Choice { look, choices, least: 2, most: 3 };
    assert_eq!(alone(two, chosen(&["a"])), Err(AnswerFault::TooFew { least: 2 }));
}

#[test]
fn products_and_photos_are_known_few_and_different() {
    let product = |name: &str| ProductId::parse(name).unwrap();
    let kind = || QuestionKind::Product { most: 2 };
    assert!(alone(kind(), Answer::Products(vec![product("NK-1")])).is_ok());
    assert_eq!(alone(kind(), Answer::Products(vec![product("NK-2")])), Err(AnswerFault::Unknown));
    let photo: PhotoId = "0190a5f0-0000-7000-8000-000000000001".parse().unwrap();
    let photos = |count| Answer::Photos(vec![photo; count]);
    assert_eq!(alone(QuestionKind::Photo { most: 2 }, photos(2)), Err(AnswerFault::Unknown));
    assert_eq!(alone(QuestionKind::Photo { most: 2 }, photos(3)), Err(AnswerFault::TooMany { most: 2 }));
    assert_eq!(alone(QuestionKind::Photo { most: 200 }, photos(7)), Err(AnswerFault::TooMany { most: 6 }));
}

#[test]
fn amounts_and_numbers_have_their_bounds_whatever_the_form_says() {
    let budget = QuestionKind::Budget { least: i64::MIN, most: i64::MAX };
    assert_eq!(alone(budget.clone(), Answer::Money(-1)), Err(AnswerFault::TooCheap { least: 0 }));
    let most = limits::AMOUNT;
    assert_eq!(alone(budget, Answer::Money(1_000_000_000_000)), Err(AnswerFault::TooDear { most }));
    assert_eq!(alone(number("q").kind, Answer::Number(1)), Err(AnswerFault::TooFine { decimals: 2 }));
    assert_eq!(alone(number("q").kind, Answer::Text("1".into())), Err(AnswerFault::WrongKind));
}

#[test]
fn an_address_has_words_and_areas_that_lie_in_each_other() {
    let mut facts = facts();
    facts.places = Some(Arc::new(Places::parse("6\t0\tঢাকা\tDhaka\n7\t0\tরংপুর\tRangpur\n147\t6\tঢাকা\tDhaka\n")));
    let mut asked = question("q", QuestionKind::Address);
    asked.required = true;
    let check = |words: &str, division, district| {
        let address = Address { words: words.into(), division, district, upazila: None };
        check(&asked, &Answer::Address(address), &facts).map(drop)
    };
    assert_eq!(check("House 5", Some(6), Some(147)), Ok(()));
    assert_eq!(check("House 5", None, None), Ok(()));
    assert_eq!(check("House 5", Some(7), Some(147)), Err(AnswerFault::NoSuchPlace));
    assert_eq!(check("House 5", Some(99), None), Err(AnswerFault::NoSuchPlace));
    assert_eq!(check(" ", Some(6), None), Err(AnswerFault::Missing));
    assert_eq!(check(&"x".repeat(301), None, None), Err(AnswerFault::TooLong { most: 300 }));
}

#[test]
fn a_time_is_free_or_at_least_ahead() {
    let mut facts = facts();
    let asked = question("slot", QuestionKind::Slot(SLOT));
    let taken = |at, facts: &Facts| check(&asked, &Answer::Slot(at), facts).is_ok();
    assert!(taken(facts.now + 1, &facts));
    assert!(!taken(facts.now, &facts));
    assert!(!taken(facts.now + 30 * 86_400_000, &facts));
    assert!(!taken(i64::MAX, &facts) && !taken(i64::MIN, &facts));
    facts.slots = Some(BTreeMap::from([(id("slot"), vec![facts.now + 5])]));
    assert!(taken(facts.now + 5, &facts));
    assert!(!taken(facts.now + 1, &facts));
    facts.slots = Some(BTreeMap::new());
    assert!(!taken(facts.now + 5, &facts));
}

#[test]
fn forged_days_are_refused() {
    let kind = || QuestionKind::Date { earliest: 0, latest: 30 };
    for day in ["2026-02-30", "26-1-1", "", "today", "2026-11-22T00:00", "2026-13-01", "٢٠٢٦-١١-٢٢"] {
        let is_none = matches!(alone(kind(), Answer::Date(day.into())), Err(AnswerFault::NoDate));
        assert!(is_none, "{day}");
    }
    let day = alone(kind(), Answer::Date("2026-12-+1".into()));
    assert_eq!(day, Ok(Answer::Date("2026-12-01".into())), "kept as it is read, however it was written");
    let first = "2026-11-22".to_owned();
    assert_eq!(alone(kind(), Answer::Date("2026-11-21".into())), Err(AnswerFault::TooSoon { first }));
}

#[test]
fn a_draft_keeps_what_still_fits_when_the_form_changes() {
    let old = answers([
        ("size", chosen(&["a", "b"])),
        ("bust", Answer::Number(34_000)),
        ("note", Answer::Text("x".repeat(30))),
        ("gone", Answer::Number(1)),
        ("name", Answer::Text("রহিমা".into())),
    ]);
    let new = form(vec![choice("size", 1), number("bust"), text("note"), text("name")]);
    let left = answers([("bust", Answer::Number(34_000)), ("name", Answer::Text("রহিমা".into()))]);
    assert_eq!(kept(&new, &old), left);
}

#[test]
fn progress_counts_what_is_shown_and_right() {
    let mut form = form(vec![choice("size", 1), number("bust"), text("name")]);
    form.sections[0].questions[2].required = true;
    let mut more = number("more");
    more.show_when = Some(is("size", "c"));
    form.sections.push(FormSection { title: Localized::default(), show_when: None, questions: vec![more] });
    let mut given = answers([("size", chosen(&["a"])), ("bust", Answer::Number(-1_000))]);
    let counts = |given: &Answers| {
        let progress = progress(&form, given, &facts());
        (progress.answered, progress.shown)
    };
    assert_eq!(counts(&given), (1, 3));
    assert_eq!(first_open(&form, &given, &facts()).unwrap().question, 1, "a wrong answer is open");
    given.insert(id("size"), chosen(&["c"]));
    given.insert(id("bust"), Answer::Number(1_000));
    assert_eq!(counts(&given), (2, 4));
    assert_eq!(first_open(&form, &given, &facts()).unwrap().question, 2, "a required one is open");
    given.insert(id("name"), Answer::Text("রহিমা".into()));
    assert_eq!(first_open(&form, &given, &facts()), None, "what may be left out is not open");
}

#[test]
fn an_expression_without_an_answer_breaks_a_check_kindly() {
    let mut form = form(vec![number("bust")]);
    let holds = Condition::Compare(of("bust"), Comparison::More, Expression::Number(0));
    form.sections[0].questions[0].checks = vec![Check { holds, message: Localized::default() }];
    assert!(check_all(&form, &Answers::new(), &facts()).is_ok());
}
