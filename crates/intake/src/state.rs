//! What is known at one point of a form, and what conditions and expressions make of it.

use std::collections::BTreeMap;

use alap_protocol::{
    answer::Answer,
    form::{Comparison, Condition, Expression, Question, QuestionKind},
    id::QuestionId,
};

/// Steps within each other that are followed. A form that was checked has fewer; what lies deeper is nothing.
const DEEPEST: u32 = 128;
/// One, in thousandths.
pub(crate) const ONE: i64 = 1_000;

/// The answers to questions that are shown, and the computed values, as far as they are known.
#[derive(Clone, Debug, Default)]
pub(crate) struct State<'a> {
    known: BTreeMap<&'a QuestionId, Value<'a>>,
    /// The product's price, in thousandths of the whole unit.
    price: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
enum Value<'a> {
    Answer(&'a Question, &'a Answer),
    Computed(i64),
}

impl<'a> State<'a> {
    /// Nothing is answered; `price` is in the smallest unit.
    pub(crate) fn new(price: Option<i64>) -> Self {
        Self { known: BTreeMap::new(), price: price.and_then(whole) }
    }

    /// The question is shown, and this is its answer. An answer of another kind than the question's, or with nothing in it,
    /// counts for none.
    pub(crate) fn answer(&mut self, question: &'a Question, answer: &'a Answer) {
        if is_of_kind(&question.kind, answer) && !is_nothing(answer) {
            self.known.insert(&question.id, Value::Answer(question, answer));
        }
    }

    /// The value of this name.
    pub(crate) fn compute(&mut self, id: &'a QuestionId, expression: &Expression) -> Option<i64> {
        let value = self.number(expression)?;
        self.known.insert(id, Value::Computed(value));
        Some(value)
    }

    /// Does it hold?
    pub(crate) fn holds(&self, condition: &Condition) -> bool {
        self.holds_within(condition, DEEPEST)
    }

    /// The number, in thousandths.
    pub(crate) fn number(&self, expression: &Expression) -> Option<i64> {
        self.number_within(expression, DEEPEST).and_then(|number| i64::try_from(number).ok())
    }

    fn holds_within(&self, condition: &Condition, steps: u32) -> bool {
        let Some(left) = steps.checked_sub(1) else { return false };
        match condition {
            Condition::All(all) => all.iter().all(|one| self.holds_within(one, left)),
            Condition::Any(any) => any.iter().any(|one| self.holds_within(one, left)),
            Condition::Not(one) => !self.holds_within(one, left),
            Condition::Answered(id) => self.known.contains_key(id),
            Condition::Is(id, word) => self.is(id, word),
            Condition::Compare(one, how, other) => {
                let pair = self.number_within(one, left).zip(self.number_within(other, left));
                pair.is_some_and(|(one, other)| match how {
                    Comparison::Less => one < other,
                    Comparison::AtMost => one <= other,
                    Comparison::Equal => one == other,
                    Comparison::Unequal => one != other,
                    Comparison::AtLeast => one >= other,
                    Comparison::More => one > other,
                })
            }
        }
    }

    fn is(&self, id: &QuestionId, word: &str) -> bool {
        match self.known.get(id) {
            Some(Value::Answer(_, Answer::Text(text))) => text.trim() == word,
            Some(Value::Answer(_, Answer::Choices(chosen))) => chosen.iter().any(|choice| choice == word),
            Some(Value::Answer(_, Answer::Products(products))) => {
                products.iter().any(|product| product.as_str() == word)
            }
            _ => false,
        }
    }

    /// Every step stays within 64 bits, so that no step can leave the 128 that it is worked out in.
    fn number_within(&self, expression: &Expression, steps: u32) -> Option<i128> {
        let left = steps.checked_sub(1)?;
        let pair = |one, other| self.number_within(one, left).zip(self.number_within(other, left));
        let number = match expression {
            Expression::Number(number) => i128::from(*number),
            Expression::Of(id) => i128::from(self.of(id)?),
            Expression::Price => i128::from(self.price?),
            Expression::Add(one, other) => pair(one, other).map(|(one, other)| one + other)?,
            Expression::Subtract(one, other) => pair(one, other).map(|(one, other)| one - other)?,
            Expression::Multiply(one, other) => {
                pair(one, other).map(|(one, other)| rounded(one * other, i128::from(ONE)))?
            }
            Expression::Divide(one, other) => {
                let (one, other) = pair(one, other).filter(|(_, other)| *other != 0)?;
                rounded(one * i128::from(ONE), other)
            }
            Expression::Least(one, other) => pair(one, other).map(|(one, other)| one.min(other))?,
            Expression::Most(one, other) => pair(one, other).map(|(one, other)| one.max(other))?,
            Expression::If(condition, one, other) => {
                let taken = if self.holds_within(condition, left) { one } else { other };
                self.number_within(taken, left)?
            }
        };
        (i128::from(i64::MIN)..=i128::from(i64::MAX)).contains(&number).then_some(number)
    }

    fn of(&self, id: &QuestionId) -> Option<i64> {
        match *self.known.get(id)? {
            Value::Computed(number) => Some(number),
            Value::Answer(question, answer) => worth(&question.kind, answer),
        }
    }
}

/// What an answer counts in an expression.
fn worth(kind: &QuestionKind, answer: &Answer) -> Option<i64> {
    let count = |count: usize| i64::try_from(count).ok()?.checked_mul(ONE);
    match (kind, answer) {
        (_, Answer::Number(number)) => Some(*number),
        (_, Answer::Money(amount)) => whole(*amount),
        (_, Answer::Consent(true)) => Some(ONE),
        (_, Answer::Photos(photos)) => count(photos.len()),
        (_, Answer::Products(products)) => count(products.len()),
        (QuestionKind::Choice { choices, .. }, Answer::Choices(chosen)) => {
            chosen.iter().try_fold(0_i64, |sum, id| {
                let choice = choices.iter().find(|choice| choice.id == *id)?;
                sum.checked_add(choice.value)
            })
        }
        _ => None,
    }
}

/// Hundredths in thousandths.
fn whole(amount: i64) -> Option<i64> {
    amount.checked_mul(ONE / 100)
}

/// Divided, halves away from zero. `divisor` is not 0.
fn rounded(dividend: i128, divisor: i128) -> i128 {
    let half = divisor.abs() / 2;
    let away = if dividend < 0 { dividend - half } else { dividend + half };
    away / divisor
}

/// The answer is of the kind that the question wants.
pub(crate) fn is_of_kind(kind: &QuestionKind, answer: &Answer) -> bool {
    matches!(
        (kind, answer),
        (QuestionKind::ShortText { .. } | QuestionKind::LongText { .. }, Answer::Text(_))
            | (QuestionKind::Choice { .. }, Answer::Choices(_))
            | (QuestionKind::Number { .. }, Answer::Number(_))
            | (QuestionKind::Date { .. }, Answer::Date(_))
            | (QuestionKind::Budget { .. }, Answer::Money(_))
            | (QuestionKind::Phone, Answer::Phone(_))
            | (QuestionKind::Address, Answer::Address(_))
            | (QuestionKind::Photo { .. }, Answer::Photos(_))
            | (QuestionKind::Product { .. }, Answer::Products(_))
            | (QuestionKind::Consent, Answer::Consent(_))
            | (QuestionKind::Slot(_), Answer::Slot(_))
    )
}

/// As good as none: an empty text or list, a box that is not ticked.
pub(crate) fn is_nothing(answer: &Answer) -> bool {
    match answer {
        Answer::Text(text) | Answer::Date(text) | Answer::Phone(text) => text.trim().is_empty(),
        Answer::Choices(chosen) => chosen.is_empty(),
        Answer::Photos(photos) => photos.is_empty(),
        Answer::Products(products) => products.is_empty(),
        Answer::Consent(is_ticked) => !is_ticked,
        Answer::Address(address) => address.words.trim().is_empty(),
        Answer::Number(_) | Answer::Money(_) | Answer::Slot(_) => false,
    }
}

#[cfg(test)]
mod tests;
