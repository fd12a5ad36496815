//! Whether an answer fits its question, as far as that can be told from the two alone.

use alap_protocol::{
    answer::{Address, Answer},
    form::{Choice, Question, QuestionKind},
    hours::parse_date,
    limits,
};

use crate::{AnswerFault, dates, phone, state::ONE};

/// Characters of the words of an address.
const ADDRESS_CHARS: u16 = 300;

/// The answer as it is kept, or why it is none.
pub(crate) fn shape(question: &Question, answer: &Answer) -> Result<Answer, AnswerFault> {
    match (&question.kind, answer) {
        (QuestionKind::ShortText { most }, Answer::Text(text)) => {
            Ok(Answer::Text(words(text, false, (*most).min(limits::SHORT_ANSWER_CHARS as u16))?))
        }
        (QuestionKind::LongText { most }, Answer::Text(text)) => {
            Ok(Answer::Text(words(text, true, (*most).min(limits::LONG_ANSWER_CHARS as u16))?))
        }
        (QuestionKind::Choice { choices, least, most, .. }, Answer::Choices(chosen)) => {
            list_order(choices, chosen, *least, *most).map(Answer::Choices)
        }
        (QuestionKind::Number { least, most, decimals, .. }, Answer::Number(number)) => {
            let step = ONE / 10_i64.pow(u32::from(*decimals).min(3));
            if number % step != 0 {
                return Err(AnswerFault::TooFine { decimals: *decimals });
            }
            if number < least {
                return Err(AnswerFault::TooSmall { least: *least });
            }
            if number > most {
                return Err(AnswerFault::TooLarge { most: *most });
            }
            Ok(answer.clone())
        }
        (QuestionKind::Date { .. }, Answer::Date(day)) => {
            parse_date(day).map(|day| Answer::Date(dates::written(day))).ok_or(AnswerFault::NoDate)
        }
        (QuestionKind::Budget { least, most }, Answer::Money(amount)) => {
            let (least, most) = ((*least).max(0), (*most).min(limits::AMOUNT));
            if *amount < least {
                return Err(AnswerFault::TooCheap { least });
            }
            if *amount > most {
                return Err(AnswerFault::TooDear { most });
            }
            Ok(answer.clone())
        }
        (QuestionKind::Phone, Answer::Phone(number)) => {
            phone::mobile(number).map(Answer::Phone).ok_or(AnswerFault::NoPhone)
        }
        (QuestionKind::Address, Answer::Address(address)) => {
            let words = words(&address.words, true, ADDRESS_CHARS)?;
            if words.is_empty() {
                return Err(AnswerFault::Missing);
            }
            Ok(Answer::Address(Address { words, ..address.clone() }))
        }
        (QuestionKind::Photo { most }, Answer::Photos(photos)) => {
            once(photos, (*most).min(limits::ANSWER_PHOTOS as u8)).map(|()| answer.clone())
        }
        (QuestionKind::Product { most }, Answer::Products(products)) => {
            once(products, (*most).min(limits::ANSWER_PRODUCTS as u8)).map(|()| answer.clone())
        }
        (QuestionKind::Consent, Answer::Consent(_)) | (QuestionKind::Slot(_), Answer::Slot(_)) => {
            Ok(answer.clone())
        }
        _ => Err(AnswerFault::WrongKind),
    }
}

/// Words without white space at their ends; line ends are `\n`, and there are none in a single line.
fn words(text: &str, has_lines: bool, most: u16) -> Result<String, AnswerFault> {
    // No text is longer in characters than in bytes: what is far too long is not looked at.
    if text.len() > usize::from(most).saturating_mul(4).saturating_add(1_000) {
        return Err(AnswerFault::TooLong { most });
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut words = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if has_lines => {
                letters.next_if_eq(&'\n');
                words.push('\n');
            }
            '\n' | '\t' if has_lines => words.push(letter),
            // Pasted from a table or from some lines.
            '\t' | '\n' | '\r' => words.push(' '),
            letter if letter.is_control() => return Err(AnswerFault::Character),
            // They turn what stands beside them around.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => return Err(AnswerFault::Character),
            letter => words.push(letter),
        }
    }
    if words.chars().count() > usize::from(most) {
        return Err(AnswerFault::TooLong { most });
    }
    // Only joiners and the like: nobody sees anything.
    let is_seen = |c: char| {
        !c.is_whitespace()
            && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2065}' | '\u{feff}' | '\u{3164}')
    };
    Ok(if words.chars().any(is_seen) { words } else { String::new() })
}

/// What was chosen, in the order of the list.
fn list_order(
    choices: &[Choice],
    chosen: &[String],
    least: u8,
    most: u8,
) -> Result<Vec<String>, AnswerFault> {
    once(chosen, most)?;
    if !chosen.is_empty() && chosen.len() < usize::from(least) {
        return Err(AnswerFault::TooFew { least });
    }
    let known: Vec<String> =
        choices.iter().filter(|choice| chosen.contains(&choice.id)).map(|choice| choice.id.clone()).collect();
    if known.len() == chosen.len() { Ok(known) } else { Err(AnswerFault::Unknown) }
}

/// None of them twice, and not too many.
fn once<T: PartialEq>(all: &[T], most: u8) -> Result<(), AnswerFault> {
    if all.len() > usize::from(most) {
        return Err(AnswerFault::TooMany { most });
    }
    let is_twice = all.iter().enumerate().any(|(at, one)| all[..at].contains(one));
    if is_twice { Err(AnswerFault::Unknown) } else { Ok(()) }
}
