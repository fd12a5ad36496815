//! What was typed, as an answer.

use alap_protocol::{
    answer::{Address, Answer},
    form::{Question, QuestionKind},
};
use alap_text::{digits, money};

use crate::{AnswerFault, Facts, check, dates, phone, state::is_nothing};

mod counted;

/// Longer than this nothing is looked at, in bytes: longer than any answer may be.
const MOST_BYTES: usize = 16_384;

/// Reads what was typed into one field: text, number, money, date, phone, the words of an address. `None` for nothing. Bangla
/// digits, spaces, a unit behind a number and the ways people write amounts and phone numbers are understood. What comes of it is checked.
///
/// # Errors
/// Why it is no answer. What is not typed (choices, photos, products, a tick, a slot) is of the wrong kind.
pub fn read(question: &Question, typed: &str, facts: &Facts) -> Result<Option<Answer>, AnswerFault> {
    if typed.len() > MOST_BYTES {
        return Err(too_long(&question.kind));
    }
    if typed.trim().is_empty() {
        return if question.required { Err(AnswerFault::Missing) } else { Ok(None) };
    }
    let answer = match question.kind {
        QuestionKind::ShortText { .. } | QuestionKind::LongText { .. } => Answer::Text(typed.to_owned()),
        QuestionKind::Number { decimals, ref unit, .. } => {
            Answer::Number(number(counted::bare(typed, unit), decimals)?)
        }
        QuestionKind::Budget { .. } => {
            let amount = Some(typed).filter(|typed| typed.len() <= 200).and_then(money::parse);
            Answer::Money(amount.ok_or(AnswerFault::NoMoney)?.0)
        }
        QuestionKind::Date { .. } => {
            Answer::Date(dates::read(typed).map(dates::written).ok_or(AnswerFault::NoDate)?)
        }
        QuestionKind::Phone => Answer::Phone(phone::mobile(typed).ok_or(AnswerFault::NoPhone)?),
        QuestionKind::Address => Answer::Address(Address { words: typed.to_owned(), ..Address::default() }),
        QuestionKind::Choice { .. }
        | QuestionKind::Photo { .. }
        | QuestionKind::Product { .. }
        | QuestionKind::Consent
        | QuestionKind::Slot(_) => return Err(AnswerFault::WrongKind),
    };
    check(question, &answer, facts).map(|answer| Some(answer).filter(|answer| !is_nothing(answer)))
}

fn too_long(kind: &QuestionKind) -> AnswerFault {
    match kind {
        QuestionKind::ShortText { most } | QuestionKind::LongText { most } => {
            AnswerFault::TooLong { most: *most }
        }
        QuestionKind::Number { .. } => AnswerFault::NoNumber,
        QuestionKind::Budget { .. } => AnswerFault::NoMoney,
        QuestionKind::Date { .. } => AnswerFault::NoDate,
        QuestionKind::Phone => AnswerFault::NoPhone,
        QuestionKind::Address => AnswerFault::TooLong { most: 300 },
        _ => AnswerFault::WrongKind,
    }
}

/// A number in thousandths: `1,200`, `১২.৫`, `-3`. Commas group, a point divides.
fn number(typed: &str, decimals: u8) -> Result<i64, AnswerFault> {
    let folded = digits::fold(typed.trim());
    let (is_negative, rest) = match folded.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, folded.strip_prefix('+').unwrap_or(&folded)),
    };
    let (whole, part) = rest.split_once('.').unwrap_or((rest, ""));
    if whole.is_empty() && part.is_empty() {
        return Err(AnswerFault::NoNumber);
    }
    let part = part.trim_end_matches('0');
    if part.len() > 3 && part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AnswerFault::TooFine { decimals });
    }
    // `12,5` may be meant as twelve and a half: only groups of two or three digits are groups.
    let mut groups = whole.split(',');
    let first_is_group = groups.next().is_some_and(|group| !group.is_empty() || !whole.contains(','));
    let are_groups = groups.all(|group| matches!(group.len(), 2 | 3))
        && whole.rsplit_once(',').is_none_or(|(_, last)| last.len() == 3);
    if !first_is_group || !are_groups {
        return Err(AnswerFault::NoNumber);
    }
    let padded = part.bytes().chain(std::iter::repeat(b'0')).take(3);
    let mut number = 0_i64;
    for digit in whole.bytes().filter(|byte| *byte != b',').chain(padded) {
        if !digit.is_ascii_digit() {
            return Err(AnswerFault::NoNumber);
        }
        let next = number.checked_mul(10).and_then(|number| number.checked_add(i64::from(digit - b'0')));
        number = next.ok_or(AnswerFault::NoNumber)?;
    }
    Ok(if is_negative { -number } else { number })
}

#[cfg(test)]
mod tests;
