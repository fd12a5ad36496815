//! Whether a question's kind, words and prefill are sound by themselves.

use alap_protocol::{
    form::{Choice, Prefill, Question, QuestionKind, SlotRule},
    limits,
    locale::{Locale, Localized},
};

use super::{FormFaultKind, Limit, Many, Part};
use crate::state::ONE;

/// Days ahead that a date may be asked for.
const DAYS: i64 = 3_660;
/// The largest number in a form, in thousandths: a million million.
const NUMBER: i64 = 1_000_000_000_000 * ONE;

/// Where faults are noted.
pub(super) type Note<'a> = &'a mut dyn FnMut(Part, FormFaultKind);

/// What is wrong with the question by itself.
pub(super) fn check(question: &Question, note: Note<'_>) {
    words(&question.label, true, Part::Label, note);
    words(&question.help, false, Part::Help, note);
    for (at, check) in question.checks.iter().enumerate() {
        words(&check.message, true, Part::Check(at), note);
    }
    kind(&question.kind, note);
    prefill(question, note);
}

/// Words in both languages, or in none where they may be left out.
pub(super) fn words(text: &Localized, are_needed: bool, part: Part, note: Note<'_>) {
    let is_there = |locale| text.exact(locale).is_some_and(|text| !text.trim().is_empty());
    match (is_there(Locale::Bn), is_there(Locale::En)) {
        (false, false) if are_needed => note(part, FormFaultKind::NoWords),
        (true, false) => note(part, FormFaultKind::Untranslated { missing: Locale::En }),
        (false, true) => note(part, FormFaultKind::Untranslated { missing: Locale::Bn }),
        _ => {}
    }
}

fn kind(kind: &QuestionKind, note: Note<'_>) {
    let mut bound = |what: Limit, is: i64, least: i64, most: i64| {
        if is < least || is > most {
            note(Part::Whole, FormFaultKind::OutOfBounds { what, least, most });
        }
    };
    match kind {
        QuestionKind::ShortText { most } => {
            bound(Limit::Characters, i64::from(*most), 1, limits::SHORT_ANSWER_CHARS as i64);
        }
        QuestionKind::LongText { most } => {
            bound(Limit::Characters, i64::from(*most), 1, limits::LONG_ANSWER_CHARS as i64);
        }
        QuestionKind::Choice { choices, least, most, .. } => {
            let all =
                i64::try_from(choices.len()).unwrap_or(i64::MAX).min(limits::QUESTION_CHOICES as i64).max(1);
            bound(Limit::LeastChoices, i64::from(*least), 1, all);
            bound(Limit::MostChoices, i64::from(*most), 1, all);
            order(i64::from(*least), i64::from(*most), note);
            list(choices, note);
        }
        QuestionKind::Number { least, most, decimals, unit } => {
            bound(Limit::Number, *least, -NUMBER, NUMBER);
            bound(Limit::Number, *most, -NUMBER, NUMBER);
            bound(Limit::Decimals, i64::from(*decimals), 0, 3);
            order(*least, *most, note);
            words(unit, false, Part::Unit, note);
        }
        QuestionKind::Date { earliest, latest } => {
            bound(Limit::Days, i64::from(*latest), 0, DAYS);
            order(i64::from(*earliest), i64::from(*latest), note);
        }
        QuestionKind::Budget { least, most } => {
            bound(Limit::Money, *least, 0, limits::AMOUNT);
            bound(Limit::Money, *most, 0, limits::AMOUNT);
            order(*least, *most, note);
        }
        QuestionKind::Photo { most } => {
            bound(Limit::Photos, i64::from(*most), 1, limits::ANSWER_PHOTOS as i64);
        }
        QuestionKind::Product { most } => {
            bound(Limit::Products, i64::from(*most), 1, limits::ANSWER_PRODUCTS as i64);
        }
        QuestionKind::Slot(rule) => slot(rule, &mut bound),
        QuestionKind::Phone | QuestionKind::Address | QuestionKind::Consent => {}
    }
}

fn slot(rule: &SlotRule, bound: &mut impl FnMut(Limit, i64, i64, i64)) {
    /// Minutes of a week: a longer notice or reminder is a mistake.
    const WEEK: i64 = 7 * 24 * 60;
    bound(Limit::SlotMinutes, i64::from(rule.minutes), 5, 240);
    bound(Limit::SlotNotice, i64::from(rule.notice_minutes), 0, WEEK);
    bound(Limit::SlotDays, i64::from(rule.days), 1, 60);
    bound(Limit::SlotReminder, i64::from(rule.remind_minutes), 0, WEEK);
}

fn order(least: i64, most: i64, note: Note<'_>) {
    if least > most {
        note(Part::Whole, FormFaultKind::LeastAboveMost);
    }
}

fn list(choices: &[Choice], note: Note<'_>) {
    if choices.is_empty() {
        note(Part::Whole, FormFaultKind::NoChoices);
    }
    let most = limits::QUESTION_CHOICES;
    if choices.len() > most {
        note(Part::Whole, FormFaultKind::TooMany { what: Many::Choices, most });
    }
    for (at, choice) in choices.iter().enumerate().take(most) {
        let part = Part::Choice(at);
        if choices[..at].iter().any(|before| before.id == choice.id) {
            note(part, FormFaultKind::DuplicateChoice { choice: choice.id.clone() });
        }
        let is_name = !choice.id.is_empty()
            && choice.id.chars().count() <= limits::NAME_CHARS
            && choice.id.trim() == choice.id
            && !choice.id.chars().any(char::is_control);
        if !is_name {
            note(part, FormFaultKind::ChoiceName);
        }
        if choice.colour.as_deref().is_some_and(|colour| !is_colour(colour)) {
            note(part, FormFaultKind::Colour);
        }
        if choice.value.unsigned_abs() > NUMBER.unsigned_abs() {
            let what = Limit::ChoiceValue;
            note(part, FormFaultKind::OutOfBounds { what, least: -NUMBER, most: NUMBER });
        }
        words(&choice.label, true, part, note);
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn prefill(question: &Question, note: Note<'_>) {
    let Some(prefill) = question.prefill else { return };
    let fits = match (prefill, &question.kind) {
        (_, QuestionKind::Consent) => return note(Part::Prefill, FormFaultKind::ConsentPrefilled),
        (Prefill::Name, kind) => {
            matches!(kind, QuestionKind::ShortText { .. } | QuestionKind::LongText { .. })
        }
        (Prefill::Phone, kind) => matches!(kind, QuestionKind::Phone),
        (Prefill::Product, kind) => matches!(kind, QuestionKind::Product { .. }),
        // Days, times and photos are of their own moment.
        (Prefill::Last, kind) => {
            !matches!(kind, QuestionKind::Slot(_) | QuestionKind::Photo { .. } | QuestionKind::Date { .. })
        }
    };
    if !fits {
        note(Part::Prefill, FormFaultKind::PrefillKind);
    }
}
