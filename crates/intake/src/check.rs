//! Whether an answer is one.

use alap_protocol::{
    answer::Answer,
    form::{Question, QuestionKind, SlotRule},
    hours::parse_date,
};

use crate::{AnswerFault, Facts, dates, shape::shape, state::is_nothing};

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;
/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Checks an answer against its question's kind, and gives it as it is kept: trimmed, in the order of the list, a phone number
/// in its one form. The seller's own checks need all answers: see [`crate::check_all`].
///
/// # Errors
/// Why it is no answer to this question. One with nothing in it is `Missing` where the question is required (a consent:
/// `NotTicked`), and else is kept as it is.
pub fn check(question: &Question, answer: &Answer, facts: &Facts) -> Result<Answer, AnswerFault> {
    let kept = shape(question, answer)?;
    if is_nothing(&kept) {
        return match (question.required, &kept) {
            (true, Answer::Consent(_)) => Err(AnswerFault::NotTicked),
            (true, _) => Err(AnswerFault::Missing),
            (false, _) => Ok(kept),
        };
    }
    match (&question.kind, &kept) {
        (QuestionKind::Date { earliest, latest }, Answer::Date(day)) => date(day, *earliest, *latest, facts)?,
        (QuestionKind::Product { .. }, Answer::Products(products))
            if !products.iter().all(|product| facts.products.contains_key(product)) =>
        {
            return Err(AnswerFault::Unknown);
        }
        (QuestionKind::Address, Answer::Address(address)) => {
            let places = facts.places.as_deref();
            let fits = places.is_none_or(|places| {
                places.are_consistent(address.division, address.district, address.upazila)
            });
            if !fits {
                return Err(AnswerFault::NoSuchPlace);
            }
        }
        (QuestionKind::Slot(rule), Answer::Slot(at)) => slot(question, rule, *at, facts)?,
        _ => {}
    }
    Ok(kept)
}

fn date(day: &str, earliest: u16, latest: u16, facts: &Facts) -> Result<(), AnswerFault> {
    let day = parse_date(day).ok_or(AnswerFault::NoDate)?;
    let from_today = |days: u16| facts.today.checked_add(time::Duration::days(i64::from(days)));
    match (from_today(earliest), from_today(latest)) {
        (Some(first), _) if day < first => Err(AnswerFault::TooSoon { first: dates::written(first) }),
        (_, Some(last)) if day > last => Err(AnswerFault::TooLate { last: dates::written(last) }),
        _ => Ok(()),
    }
}

/// Free where the free times are known; else ahead, and not behind the last day.
fn slot(question: &Question, rule: &SlotRule, at: i64, facts: &Facts) -> Result<(), AnswerFault> {
    let fits = match &facts.slots {
        Some(slots) => slots.get(&question.id).is_some_and(|free| free.contains(&at)),
        None => {
            // The last day counts whole, in any time zone.
            let last = facts.now.saturating_add((i64::from(rule.days) + 2) * DAY * MINUTE);
            at > facts.now && at <= last
        }
    };
    if fits { Ok(()) } else { Err(AnswerFault::NoSuchSlot) }
}
