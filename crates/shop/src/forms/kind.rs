//! The kinds of question, and the keys that each of them has.

use alap_protocol::{
    form::{ChoiceLook, QuestionKind, SlotRule},
    limits::{
        AMOUNT, ANSWER_PHOTOS, ANSWER_PRODUCTS, LONG_ANSWER_CHARS, QUESTION_CHOICES, SHORT_ANSWER_CHARS,
    },
};

use crate::{
    fault::Faults,
    forms::{
        choice,
        form::{Reader, UNIT_CHARS},
    },
    section::Section,
};

/// All kinds, as a file names them.
pub(super) const KINDS: [&str; 14] = [
    "short", "long", "choice", "sizes", "colours", "number", "date", "budget", "phone", "address", "photo",
    "product", "consent", "slot",
];
/// The usual largest number, in thousandths: a million.
const USUAL_MOST: i64 = 1_000_000_000;
/// Days of a year: the usual last one.
const USUAL_LATEST: u16 = 365;
/// The usual number of photos, and of products.
const USUAL_PHOTOS: u8 = 3;
const USUAL_PRODUCTS: u8 = 1;
/// The usual slot: half an hour, two hours ahead, for two weeks, with a reminder an hour before.
const USUAL_SLOT: SlotRule = SlotRule { minutes: 30, notice_minutes: 120, days: 14, remind_minutes: 60 };
/// A day and a week in minutes.
const DAY_MINUTES: u16 = 1_440;
const WEEK_MINUTES: u16 = 10_080;

/// The keys that a question of this kind has besides those that all have.
pub(super) fn keys(kind: &str) -> &'static [&'static str] {
    match kind {
        "short" | "long" | "photo" | "product" => &["most"],
        "choice" | "sizes" | "colours" => &["choices", "least", "most"],
        "number" => &["least", "most", "decimals", "unit"],
        "date" => &["earliest", "latest"],
        "budget" => &["least", "most"],
        "slot" => &["minutes", "notice_minutes", "days", "remind_minutes"],
        _ => &[],
    }
}

/// The kind, and the lines of its choices.
pub(super) fn read(
    kind: &str,
    section: &Section<'_>,
    reader: &mut Reader<'_, '_, '_>,
) -> Option<(QuestionKind, Vec<u32>)> {
    let faults = &mut *reader.faults;
    let kind = match kind {
        "short" => QuestionKind::ShortText { most: chars(section, SHORT_ANSWER_CHARS, faults) },
        "long" => QuestionKind::LongText { most: chars(section, LONG_ANSWER_CHARS, faults) },
        "choice" => return Some(choices(ChoiceLook::List, section, reader)),
        "sizes" => return Some(choices(ChoiceLook::Sizes, section, reader)),
        "colours" => return Some(choices(ChoiceLook::Colours, section, reader)),
        "number" => QuestionKind::Number {
            least: section.decimal("least", faults).unwrap_or_default(),
            most: section.decimal("most", faults).unwrap_or(USUAL_MOST),
            decimals: small(section, "decimals", 0, 3, 0, faults),
            unit: section.localized("unit", UNIT_CHARS, faults).unwrap_or_default(),
        },
        "date" => QuestionKind::Date {
            earliest: section.number("earliest", 0, 3_650, faults).unwrap_or_default(),
            latest: section.number("latest", 0, 3_650, faults).unwrap_or(USUAL_LATEST),
        },
        "budget" => {
            let currency = reader.around.currency;
            QuestionKind::Budget {
                least: section.amount("least", currency, faults).unwrap_or_default(),
                most: section.amount("most", currency, faults).unwrap_or(AMOUNT),
            }
        }
        "phone" => QuestionKind::Phone,
        "address" => QuestionKind::Address,
        "photo" => {
            let most = count(ANSWER_PHOTOS);
            QuestionKind::Photo { most: small(section, "most", 1, most, USUAL_PHOTOS, faults) }
        }
        "product" => {
            let most = count(ANSWER_PRODUCTS);
            QuestionKind::Product { most: small(section, "most", 1, most, USUAL_PRODUCTS, faults) }
        }
        "consent" => QuestionKind::Consent,
        "slot" => QuestionKind::Slot(slot(section, faults)),
        _ => return None,
    };
    Some((kind, Vec::new()))
}

fn choices(
    look: ChoiceLook,
    section: &Section<'_>,
    reader: &mut Reader<'_, '_, '_>,
) -> (QuestionKind, Vec<u32>) {
    let (choices, lines) = choice::read(section, look, reader).into_iter().unzip();
    let most = count(QUESTION_CHOICES);
    let kind = QuestionKind::Choice {
        look,
        choices,
        least: small(section, "least", 1, most, 1, reader.faults),
        most: small(section, "most", 1, most, 1, reader.faults),
    };
    (kind, lines)
}

fn slot(section: &Section<'_>, faults: &mut Faults) -> SlotRule {
    let mut number = |key, least, most, usual| section.number(key, least, most, faults).unwrap_or(usual);
    SlotRule {
        minutes: number("minutes", 5, 240, USUAL_SLOT.minutes),
        notice_minutes: number("notice_minutes", 0, WEEK_MINUTES, USUAL_SLOT.notice_minutes),
        days: number("days", 1, 60, USUAL_SLOT.days),
        remind_minutes: number("remind_minutes", 0, DAY_MINUTES, USUAL_SLOT.remind_minutes),
    }
}

/// Characters of a text, at most.
fn chars(section: &Section<'_>, most: usize, faults: &mut Faults) -> u16 {
    let most = u16::try_from(most).unwrap_or(u16::MAX);
    section.number("most", 1, most, faults).unwrap_or(most)
}

/// A small number in its range.
fn small(section: &Section<'_>, key: &str, least: u16, most: u16, usual: u8, faults: &mut Faults) -> u8 {
    let number = section.number(key, least, most, faults);
    number.and_then(|number| u8::try_from(number).ok()).unwrap_or(usual)
}

fn count(most: usize) -> u16 {
    u16::try_from(most).unwrap_or(u16::MAX)
}
