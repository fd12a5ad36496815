use std::sync::Arc;

use alap_protocol::{
    answer::{Address, Answer},
    form::{Expression, QuestionKind, Shown, SlotRule},
    id::{PhotoId, ProductId},
    locale::Localized,
};
use proptest::prelude::*;

use super::*;
use crate::{
    path,
    places::Places,
    testing::{answers, choice, chosen, computed, facts, form, id, is, number, of, question, text},
};

fn line(kind: QuestionKind, answer: Answer, bn: &str, en: &str) {
    let mut facts = facts();
    facts.places = Some(Arc::new(Places::parse("6\t0\tঢাকা\tDhaka\n147\t6\tঢাকা\tDhaka\n1365\t147\tসাভার\tSavar")));
    let form = form(vec![question("q", kind)]);
    let lines = summary(&form, &answers([("q", answer)]), &facts);
    let [line] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!(line.value, Localized::both(bn, en));
}

#[test]
fn answers_read_as_people_say_them() {
    let unit = Localized::both("ইঞ্চি", "inches");
    let kind = QuestionKind::Number { least: 0, most: i64::MAX, decimals: 3, unit };
    line(kind, Answer::Number(123_456_500), "১,২৩,৪৫৬.৫ ইঞ্চি", "1,23,456.5 inches");
    line(QuestionKind::Budget { least: 0, most: 1 }, Answer::Money(12_345_600), "৳১,২৩,৪৫৬", "৳1,23,456");
    let date = QuestionKind::Date { earliest: 0, latest: 9 };
    line(date, Answer::Date("2026-12-25".into()), "২৫ ডিসেম্বর ২০২৬", "25 December 2026");
    line(QuestionKind::Phone, Answer::Phone("+8801712345678".into()), "+৮৮০ ১৭১২-৩৪৫৬৭৮", "+880 1712-345678");
    let address =
        Address {
            words: "৫ নং রোড".into(), division: None, district: Some(147), upazila: Some(1365)
        };
    line(QuestionKind::Address, Answer::Address(address), "৫ নং রোড, সাভার, ঢাকা", "৫ নং রোড, Savar, Dhaka");
    let product = ProductId::parse("NK-1").unwrap();
    line(QuestionKind::Product { most: 1 }, Answer::Products(vec![product]), "জামদানি শাড়ি", "Jamdani saree");
    line(QuestionKind::Consent, Answer::Consent(true), "হ্যাঁ", "Yes");
    let rule = SlotRule { minutes: 30, notice_minutes: 0, days: 9, remind_minutes: 0 };
    let at = Answer::Slot(1_798_203_600_000);
    line(QuestionKind::Slot(rule), at, "২৫ ডিসেম্বর ২০২৬, সন্ধ্যা ৭টা", "25 December 2026, 7 pm");
    line(choice("size", 2).kind, chosen(&["a", "c"]), "পছন্দ a, পছন্দ c", "choice a, choice c");
}

#[test]
fn photos_are_counted_and_named() {
    let photo: PhotoId = "0190a5f0-0000-7000-8000-000000000001".parse().unwrap();
    let form = form(vec![question("photo", QuestionKind::Photo { most: 3 })]);
    let lines = summary(&form, &answers([("photo", Answer::Photos(vec![photo]))]), &facts());
    assert_eq!(lines[0].value, Localized::both("১টি ছবি", "1 photo"));
    assert_eq!(lines[0].photos, [photo]);
}

#[test]
fn computed_values_stand_last_where_they_have_a_label() {
    let mut form = form(vec![number("bust")]);
    let price = Expression::Multiply(Box::new(of("bust")), Box::new(Expression::Price));
    form.computed = vec![computed("hidden", of("bust")), computed("price", price)];
    form.computed[0].label = Localized::default();
    form.computed[1].shown = Shown::Money;
    let lines = summary(&form, &answers([("bust", Answer::Number(2_500))]), &facts());
    let names: Vec<&str> = lines.iter().map(|line| line.question.as_str()).collect();
    assert_eq!(names, ["bust", "price"]);
    assert_eq!(lines[1].value, Localized::both("৳৩,০০১.২৫", "৳3,001.25"));
}

proptest! {
    #[test]
    fn a_summary_has_the_shown_questions_that_are_answered_and_no_others(
        size in prop::option::of(prop::sample::select(vec!["a", "b", "c"])),
        bust in prop::option::of(0_i64..1_000_000),
        note in prop::option::of("[a-z ]{0,5}"),
    ) {
        let mut form = form(vec![choice("size", 1), number("bust"), text("note")]);
        form.sections[0].questions[1].show_when = Some(is("size", "c"));
        let mut given = Answers::new();
        given.extend(size.map(|size| (id("size"), chosen(&[size]))));
        given.extend(bust.map(|bust| (id("bust"), Answer::Number(bust))));
        given.extend(note.map(|note| (id("note"), Answer::Text(note))));
        let shown = path(&form, &given, &facts()).shown;
        let expected: Vec<&str> = shown.iter().filter_map(|place| place.of(&form))
            .filter(|question| given.get(&question.id).is_some_and(|answer| !is_nothing(answer)))
            .map(|question| question.id.as_str()).collect();
        let lines = summary(&form, &given, &facts());
        prop_assert_eq!(lines.iter().map(|line| line.question.as_str()).collect::<Vec<_>>(), expected);
    }
}
