//! What is wrong with an answer, as a sentence.

use std::collections::BTreeMap;

use alap_intake::{AnswerFault, Facts, asked, check_all, path, read};
use alap_protocol::{
    form::{Form, QuestionKind},
    hours::parse_date,
    id::QuestionId,
    locale::Locale,
};
use alap_ui::{
    times,
    words::{money, number},
};

use crate::requests::{
    draft::Draft,
    words::{tr, tr_with},
};

/// Every fault of a draft as it stands, by question: of what is typed and cannot be read, too.
pub(super) fn faults(form: &Form, draft: &Draft, facts: &Facts) -> BTreeMap<QuestionId, AnswerFault> {
    let answers = asked(form, &draft.answers, facts);
    let mut faults = BTreeMap::new();
    for (question, fault) in check_all(form, &answers, facts).err().unwrap_or_default() {
        faults.entry(question).or_insert(fault);
    }
    let shown = path(form, &draft.answers, facts).shown;
    for question in shown.into_iter().filter_map(|place| place.of(form)) {
        if is_typed(&question.kind)
            && let Some(typed) = draft.typed.get(&question.id)
            && let Err(fault) = read(question, typed, facts)
        {
            faults.insert(question.id.clone(), fault);
        }
    }
    faults
}

/// Is it answered in a field that is typed into?
pub(super) fn is_typed(kind: &QuestionKind) -> bool {
    matches!(
        kind,
        QuestionKind::ShortText { .. }
            | QuestionKind::LongText { .. }
            | QuestionKind::Number { .. }
            | QuestionKind::Date { .. }
            | QuestionKind::Budget { .. }
            | QuestionKind::Phone
    )
}

/// The sentence.
pub(super) fn sentence(locale: Locale, fault: &AnswerFault, currency: &str) -> String {
    let with = |key: &str, name: &str, value: String| tr_with(locale, key, &[(name, &value)]);
    match fault {
        AnswerFault::Missing => tr(locale, "fault.missing"),
        AnswerFault::TooLong { most } => with("fault.too_long", "most", number(locale, most)),
        AnswerFault::Character => tr(locale, "fault.character"),
        AnswerFault::TooFew { least } => with("fault.too_few", "least", number(locale, least)),
        AnswerFault::TooMany { most } => with("fault.too_many", "most", number(locale, most)),
        AnswerFault::Unknown => tr(locale, "fault.unknown"),
        AnswerFault::NoNumber => tr(locale, "fault.no_number"),
        AnswerFault::TooFine { decimals: 0 } => tr(locale, "fault.not_whole"),
        AnswerFault::TooFine { decimals } => with("fault.too_fine", "decimals", number(locale, decimals)),
        AnswerFault::TooSmall { least } => with("fault.too_small", "least", thousandths(locale, *least)),
        AnswerFault::TooLarge { most } => with("fault.too_large", "most", thousandths(locale, *most)),
        AnswerFault::NoMoney => tr(locale, "fault.no_money"),
        AnswerFault::TooCheap { least } => with("fault.too_cheap", "least", money(locale, *least, currency)),
        AnswerFault::TooDear { most } => with("fault.too_dear", "most", money(locale, *most, currency)),
        AnswerFault::NoDate => tr(locale, "fault.no_date"),
        AnswerFault::TooSoon { first } => with("fault.too_soon", "first", day(locale, first)),
        AnswerFault::TooLate { last } => with("fault.too_late", "last", day(locale, last)),
        AnswerFault::NoPhone => tr(locale, "fault.no_phone"),
        AnswerFault::NoSuchPlace => tr(locale, "fault.no_such_place"),
        AnswerFault::NoSuchSlot => tr(locale, "fault.no_such_slot"),
        AnswerFault::NotTicked => tr(locale, "fault.not_ticked"),
        AnswerFault::WrongKind | AnswerFault::NotAsked => tr(locale, "fault.again"),
        AnswerFault::TooMuch => tr(locale, "fault.too_much"),
        AnswerFault::Check(message) => message.get(locale).to_owned(),
    }
}

/// Thousandths as people write them: `1500` is 1.5.
pub(super) fn thousandths(locale: Locale, number_in_thousandths: i64) -> String {
    number(locale, plain(number_in_thousandths))
}

/// The same in Latin digits.
pub(in crate::requests) fn plain(thousandths: i64) -> String {
    let (whole, part) = (thousandths.unsigned_abs() / 1_000, thousandths.unsigned_abs() % 1_000);
    let sign = if thousandths < 0 { "-" } else { "" };
    match part {
        0 => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{}", format!("{part:03}").trim_end_matches('0')),
    }
}

/// A day as people say it, with its year.
pub(in crate::requests) fn day(locale: Locale, date: &str) -> String {
    match parse_date(date) {
        Some(day) => format!("{} {}", times::date(locale, day), number(locale, day.year())),
        None => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::locale::Localized;

    use super::*;

    #[test]
    fn numbers_are_written_without_what_they_do_not_need() {
        for (thousandths, expected) in [(1_500, "1.5"), (1_000, "1"), (-250, "-0.25"), (0, "0"), (1, "0.001")]
        {
            assert_eq!(plain(thousandths), expected);
        }
        assert_eq!(super::thousandths(Locale::Bn, 28_500), "২৮.৫");
    }

    #[test]
    fn every_fault_is_a_sentence_in_both_languages() {
        let all = [
            AnswerFault::Missing,
            AnswerFault::TooLong { most: 200 },
            AnswerFault::Character,
            AnswerFault::TooFew { least: 2 },
            AnswerFault::TooMany { most: 3 },
            AnswerFault::Unknown,
            AnswerFault::NoNumber,
            AnswerFault::TooFine { decimals: 0 },
            AnswerFault::TooFine { decimals: 2 },
            AnswerFault::TooSmall { least: 1_500 },
            AnswerFault::TooLarge { most: 60_000 },
            AnswerFault::NoMoney,
            AnswerFault::TooCheap { least: 50_000 },
            AnswerFault::TooDear { most: 5_000_000 },
            AnswerFault::NoDate,
            AnswerFault::TooSoon { first: "2026-12-16".into() },
            AnswerFault::TooLate { last: "2027-01-16".into() },
            AnswerFault::NoPhone,
            AnswerFault::NoSuchPlace,
            AnswerFault::NoSuchSlot,
            AnswerFault::NotTicked,
            AnswerFault::WrongKind,
            AnswerFault::NotAsked,
            AnswerFault::TooMuch,
            AnswerFault::Check(Localized::both("দুটি নিন", "Take two")),
        ];
        for fault in all {
            for locale in Locale::ALL {
                let sentence = sentence(locale, &fault, "BDT");
                assert!(!sentence.starts_with("fault.") && !sentence.contains("%{"), "{sentence}");
                let is_bangla = sentence.chars().any(|c| ('\u{985}'..='\u{9ef}').contains(&c));
                assert_eq!(is_bangla, locale == Locale::Bn, "{sentence}");
            }
        }
    }

    #[test]
    fn a_bound_is_named_in_the_digits_of_the_language() {
        let fault = AnswerFault::TooCheap { least: 120_000 };
        assert!(sentence(Locale::Bn, &fault, "BDT").contains("৳১,২০০"));
        assert!(sentence(Locale::En, &fault, "BDT").contains("৳1,200"));
        let fault = AnswerFault::TooSoon { first: "2026-12-16".into() };
        assert!(sentence(Locale::Bn, &fault, "BDT").contains("১৬ ডিসেম্বর ২০২৬"));
    }
}
