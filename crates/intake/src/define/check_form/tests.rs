use alap_protocol::{
    form::{Check, Prefill, SlotRule},
    locale::{Locale, Localized},
};

use super::*;
use crate::{
    define::{Limit, condition, expression},
    testing::{choice, computed, form, id, jump, number, question, text},
};

fn when(text: &str) -> Option<Condition> {
    Some(condition::parse(text).unwrap())
}

/// The faults, each with its question.
fn found(form: &Form) -> Vec<(String, FormFaultKind)> {
    let named = |fault: &FormFault| fault.id().map(ToString::to_string).unwrap_or_default();
    check_form(form).into_iter().map(|fault| (named(&fault), fault.kind)).collect()
}

/// Choice `size`, number `bust`, text `note`; `show_when` of the note.
fn with(condition: &str) -> Form {
    let mut form = form(vec![choice("size", 1), number("bust"), text("note")]);
    form.sections[0].questions[2].show_when = when(condition);
    form
}

fn only(form: &Form, name: &str, kind: FormFaultKind) {
    assert_eq!(found(form), [(name.to_owned(), kind)]);
}

#[test]
fn a_sound_form_has_no_faults() {
    let mut form = with("size is c and bust > 30");
    form.computed = vec![computed("twice", expression::parse("bust * 2").unwrap())];
    form.sections[0].questions[0].jumps =
        vec![jump(when("size is a"), Some("note")), jump(None, Some("bust"))];
    form.sections[0].questions[1].checks =
        vec![Check { holds: when("bust > 20").unwrap(), message: Localized::both("ক", "a") }];
    assert_eq!(found(&form), []);
}

#[test]
fn conditions_name_what_there_is_and_what_is_known() {
    let name = |name| FormFaultKind::UnknownQuestion { name: id(name) };
    only(&with("colour is a"), "note", name("colour"));
    only(&with("size is z"), "note", FormFaultKind::UnknownChoice { of: id("size"), choice: "z".into() });
    only(&with("note is x"), "note", FormFaultKind::LaterQuestion { name: id("note") });
    only(&with("bust is x"), "note", FormFaultKind::NotAWord { name: id("bust") });
    let mut form = with("size is a");
    form.sections[0].questions[0].show_when = when("bust > 1");
    only(&form, "size", FormFaultKind::LaterQuestion { name: id("bust") });
    form.sections[0].questions[0].show_when = None;
    form.sections[0].questions[1].checks =
        vec![Check { holds: when("answered(note)").unwrap(), message: Localized::both("ক", "a") }];
    only(&form, "bust", FormFaultKind::LaterQuestion { name: id("note") });
}

#[test]
fn computed_values_have_an_order() {
    let value = |text| expression::parse(text).unwrap();
    let mut form = with("late > 1");
    form.sections[0].questions.push(number("waist"));
    form.computed = vec![computed("late", value("waist * 2"))];
    only(&form, "note", FormFaultKind::ComputedTooEarly { name: id("late"), needs: id("waist") });
    let mut form = with("size is a");
    form.computed = vec![computed("x", value("y")), computed("y", value("x + 1")), computed("z", value("x"))];
    only(&form, "x", FormFaultKind::Cycle { names: vec![id("x"), id("y")] });
    assert_eq!(sort_computed(&mut form.computed), Err(vec![id("x"), id("y")]));
    form.computed = vec![computed("x", value("y")), computed("y", value("bust"))];
    only(&form, "x", FormFaultKind::ComputedOrder { name: id("y") });
    assert_eq!(sort_computed(&mut form.computed), Ok(()));
    assert_eq!(found(&form), []);
    form.computed = vec![computed("x", value("note + 1"))];
    only(&form, "x", FormFaultKind::NotANumber { name: id("note") });
    form.computed = vec![computed("bust", value("1"))];
    only(&form, "bust", FormFaultKind::DuplicateName);
}

#[test]
fn jumps_lead_ahead_and_leave_no_question_out() {
    let mut form = with("size is a");
    form.sections[0].questions[1].jumps = vec![jump(when("bust > 1"), Some("size"))];
    only(&form, "bust", FormFaultKind::JumpBack { to: id("size") });
    form.sections[0].questions[1].jumps = vec![jump(None, Some("end"))];
    only(&form, "bust", FormFaultKind::JumpUnknown { to: id("end") });
    form.sections[0].questions[1].jumps = vec![];
    form.sections[0].questions[0].jumps = vec![jump(None, Some("note")), jump(when("size is a"), None)];
    assert_eq!(
        found(&form),
        [("size".to_owned(), FormFaultKind::DeadJump), ("bust".to_owned(), FormFaultKind::Unreachable)]
    );
    // A question that may be hidden does not always jump.
    form.sections[0].questions[0].jumps.pop();
    form.sections[0].questions.insert(0, number("first"));
    form.sections[0].questions[1].show_when = when("first > 3");
    assert_eq!(found(&form), []);
}

#[test]
fn what_can_never_hold_is_found_where_it_is_simple() {
    for never in [
        "size is a and size is b",
        "size is a and not size is a",
        "size is a and not answered(size)",
        "bust > 1000",
        "bust < 0",
        "bust > 10 and bust < 5",
        "5 < bust and bust = 4",
        "size > 3",
        "1 > 2",
        "1 > 2 or bust > 1000",
        "(size is a and size is b) or 2 < 1",
    ] {
        only(&with(never), "note", FormFaultKind::NeverHolds);
    }
    for may in [
        "size is a or size is b",
        "bust >= 1000",
        "bust > 5 and bust < 10",
        "bust != 3",
        "not (size is a and size is b)",
    ] {
        assert_eq!(found(&with(may)), [], "{may}");
    }
    only(&with("2 > 1"), "note", FormFaultKind::AlwaysHolds);
    let mut form = with("size is a");
    form.sections[0].questions[0] = choice("size", 2);
    form.sections[0].questions[2].show_when = when("size is a and size is b");
    assert_eq!(found(&form), [], "several may be chosen");
}

#[test]
fn a_section_s_condition_counts_with_its_questions() {
    let mut form = form(vec![choice("size", 1)]);
    let mut note = text("note");
    note.show_when = when("size is b");
    let show_when = when("size is a");
    form.sections.push(FormSection { title: Localized::default(), show_when, questions: vec![note] });
    only(&form, "note", FormFaultKind::NeverHolds);
}

#[test]
fn kinds_have_their_bounds() {
    let check =
        |kind: QuestionKind, expected: FormFaultKind| only(&form(vec![question("q", kind)]), "q", expected);
    let bounds = |what, least, most| FormFaultKind::OutOfBounds { what, least, most };
    check(QuestionKind::ShortText { most: 201 }, bounds(Limit::Characters, 1, 200));
    check(QuestionKind::LongText { most: 0 }, bounds(Limit::Characters, 1, 2_000));
    check(QuestionKind::Photo { most: 7 }, bounds(Limit::Photos, 1, 6));
    check(QuestionKind::Product { most: 0 }, bounds(Limit::Products, 1, 6));
    check(QuestionKind::Budget { least: 5, most: 4 }, FormFaultKind::LeastAboveMost);
    check(QuestionKind::Budget { least: -1, most: 4 }, bounds(Limit::Money, 0, limits::AMOUNT));
    check(QuestionKind::Date { earliest: 5, latest: 4 }, FormFaultKind::LeastAboveMost);
    let unit = Localized::default();
    check(QuestionKind::Number { least: 0, most: 1, decimals: 4, unit }, bounds(Limit::Decimals, 0, 3));
    let slot = SlotRule { minutes: 4, notice_minutes: 0, days: 1, remind_minutes: 0 };
    check(QuestionKind::Slot(slot), bounds(Limit::SlotMinutes, 5, 240));
    let QuestionKind::Choice { choices, look, .. } = choice("q", 1).kind else { panic!("no choice") };
    check(
        QuestionKind::Choice { choices: choices.clone(), look, least: 2, most: 1 },
        FormFaultKind::LeastAboveMost,
    );
    let mut twice = choices;
    twice[1].id = "a".into();
    check(
        QuestionKind::Choice { choices: twice, look, least: 1, most: 1 },
        FormFaultKind::DuplicateChoice { choice: "a".into() },
    );
}

#[test]
fn words_prefills_and_slots() {
    let slot = || QuestionKind::Slot(SlotRule { minutes: 30, notice_minutes: 0, days: 9, remind_minutes: 0 });
    let mut form = form(vec![question("a", slot()), question("b", slot())]);
    only(&form, "b", FormFaultKind::SecondSlot);
    form.sections[0].questions = vec![question("yes", QuestionKind::Consent)];
    form.sections[0].questions[0].prefill = Some(Prefill::Last);
    only(&form, "yes", FormFaultKind::ConsentPrefilled);
    form.sections[0].questions = vec![number("n")];
    form.sections[0].questions[0].prefill = Some(Prefill::Phone);
    only(&form, "n", FormFaultKind::PrefillKind);
    form.sections[0].questions = vec![text("n"), text("n")];
    only(&form, "n", FormFaultKind::DuplicateName);
    form.sections[0].questions = vec![text("n")];
    form.sections[0].questions[0].label = Localized::both(" ", "");
    only(&form, "n", FormFaultKind::NoWords);
    form.sections[0].questions[0].label = Localized::one(Locale::Bn, "নাম");
    only(&form, "n", FormFaultKind::Untranslated { missing: Locale::En });
    assert!(!check_form(&form)[0].is_error());
    form.sections[0].questions = vec![text("n")];
    form.kind = FormKind::Call;
    only(&form, "", FormFaultKind::NoSlot);
    assert!(check_form(&form)[0].is_error());
    form.kind = FormKind::Review;
    form.sections[0].questions.clear();
    only(&form, "", FormFaultKind::NoQuestions);
    form.sections[0].questions = (0..101).map(|n| text(&format!("q{n}"))).collect();
    only(&form, "", FormFaultKind::TooMany { what: Many::Questions, most: 100 });
}

#[test]
fn what_is_too_deep_or_too_large_is_refused_and_nothing_breaks() {
    let deep = (0..90).fold(Condition::Answered(id("size")), |inner, _| Condition::Not(Box::new(inner)));
    let mut form = with("size is a");
    form.sections[0].questions[2].show_when = Some(deep);
    only(&form, "note", FormFaultKind::TooDeep { most: 64 });
    form.sections[0].questions[2].show_when =
        Some(Condition::All(vec![Condition::Answered(id("size")); 501]));
    only(&form, "note", FormFaultKind::TooLarge { most: 500 });
}
