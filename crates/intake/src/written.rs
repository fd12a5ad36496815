//! Answers and numbers as people read them.

use alap_protocol::{
    answer::{Address, Answer},
    form::{Choice, Question, QuestionKind, Shown},
    hours::parse_date,
    locale::{Locale, Localized},
};
use alap_text::{digits, money};

use crate::{Facts, calendar, dates, state::ONE};

/// An answer in each language.
pub(crate) fn answer(question: &Question, answer: &Answer, facts: &Facts) -> Localized {
    match (&question.kind, answer) {
        (QuestionKind::Choice { choices, .. }, Answer::Choices(chosen)) => {
            let labels = chosen.iter().filter_map(|id| choices.iter().find(|choice| choice.id == *id));
            list(labels.map(label))
        }
        (QuestionKind::Number { unit, .. }, Answer::Number(number)) => with_unit(*number, unit),
        (_, Answer::Money(amount)) => amount_of(*amount, &facts.currency),
        (_, Answer::Date(day)) => match parse_date(day) {
            Some(day) => dates::in_words(day),
            None => same(day),
        },
        (_, Answer::Phone(number)) => both_digits(&grouped(number)),
        (_, Answer::Address(address)) => place(address, facts),
        (_, Answer::Products(products)) => {
            list(products.iter().map(|product| match facts.products.get(product) {
                Some(title) if !title.is_empty() => title.clone(),
                _ => same(product.as_str()),
            }))
        }
        (_, Answer::Photos(photos)) => {
            let count = photos.len().to_string();
            let noun = if photos.len() == 1 { " photo" } else { " photos" };
            Localized::both(digits::to_bangla(&count) + "টি ছবি", count + noun)
        }
        (_, Answer::Consent(is_ticked)) => match is_ticked {
            true => Localized::both("হ্যাঁ", "Yes"),
            false => Localized::both("না", "No"),
        },
        (_, Answer::Slot(at)) => moment(*at, facts.zone_minutes),
        (_, Answer::Text(text)) => same(text),
        (_, Answer::Choices(chosen)) => list(chosen.iter().map(|id| same(id))),
        (_, Answer::Number(number)) => with_unit(*number, &Localized::default()),
    }
}

/// A computed value, in thousandths, in each language.
pub(crate) fn computed(number: i64, shown: &Shown, facts: &Facts) -> Localized {
    match shown {
        // To the nearest hundredth; a price in whole taka stays one.
        Shown::Money => amount_of(number.saturating_add(number.signum() * 5) / 10, &facts.currency),
        Shown::Number(unit) => with_unit(number, unit),
    }
}

/// "২৫ ডিসেম্বর ২০২৬, সন্ধ্যা ৭টা", "25 December 2026, 7 pm".
fn moment(at: i64, zone_minutes: i32) -> Localized {
    let Some(local) = calendar::local(at, zone_minutes) else { return Localized::default() };
    let (day, time) = (dates::in_words(local.date), dates::clock(local.minute));
    let line = |locale| [day.get(locale), ", ", time.get(locale)].concat();
    Localized::both(line(Locale::Bn), line(Locale::En))
}

fn amount_of(amount: i64, currency: &str) -> Localized {
    let one = |is_bangla| money::format(amount, currency, is_bangla);
    Localized::both(one(true), one(false))
}

fn with_unit(number: i64, unit: &Localized) -> Localized {
    let number = decimal(number);
    let line = |locale, digits: &str| match unit.get(locale) {
        "" => digits.to_owned(),
        unit => [digits, " ", unit].concat(),
    };
    Localized::both(line(Locale::Bn, &digits::to_bangla(&number)), line(Locale::En, &number))
}

/// Thousandths with lakh grouping and no more digits than needed: `1,23,456.5`.
pub(crate) fn decimal(number: i64) -> String {
    let size = number.unsigned_abs();
    let (whole, rest) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
    let digits = whole.to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len() - at;
        if at > 0 && (left == 3 || (left > 3 && left % 2 == 1)) {
            text.push(',');
        }
        text.push(digit);
    }
    if rest > 0 {
        text.push('.');
        let mut part = String::new();
        dates::pad(&mut part, u32::try_from(rest).unwrap_or(0), 3);
        text.push_str(part.trim_end_matches('0'));
    }
    text
}

/// `+880 1712-345678`.
fn grouped(number: &str) -> String {
    match number.strip_prefix("+880").and_then(|rest| rest.split_at_checked(4)) {
        Some((head, rest)) => ["+880 ", head, "-", rest].concat(),
        None => number.to_owned(),
    }
}

/// The words, then the areas from the smallest on.
fn place(address: &Address, facts: &Facts) -> Localized {
    let areas = [address.upazila, address.district, address.division];
    let known = areas.into_iter().flatten().filter_map(|number| facts.places.as_deref()?.get(number));
    let (mut bn, mut en) = (address.words.clone(), address.words.clone());
    for area in known {
        for (line, name) in [(&mut bn, &area.bn), (&mut en, &area.en)] {
            line.push_str(", ");
            line.push_str(name);
        }
    }
    Localized::both(bn, en)
}

fn label(choice: &Choice) -> Localized {
    if choice.label.is_empty() { same(&choice.id) } else { choice.label.clone() }
}

fn list(all: impl Iterator<Item = Localized>) -> Localized {
    let all: Vec<Localized> = all.collect();
    let line = |locale| all.iter().map(|one| one.get(locale)).collect::<Vec<_>>().join(", ");
    Localized::both(line(Locale::Bn), line(Locale::En))
}

fn same(text: &str) -> Localized {
    Localized::both(text, text)
}

fn both_digits(text: &str) -> Localized {
    Localized::both(digits::to_bangla(text), text)
}
