//! Conditions that can never hold, for reasons simple enough to be sure of:
//!
//! - `a is x and a is y`, where one choice is taken at most or `a` is a text;
//! - something and its `not`, in one row of `and`; `a is x and not answered(a)`;
//! - a question's number beyond its bounds, or two comparisons of it with constants that leave none;
//! - constants that do not compare so.
//!
//! Others are not found: sums, questions against each other, `or` within `and`.

use std::collections::BTreeMap;

use alap_protocol::{
    form::{Comparison, Condition, Expression, Question, QuestionKind},
    id::QuestionId,
};

use crate::state::ONE;

/// The questions by name.
pub(super) type Questions<'a> = BTreeMap<&'a QuestionId, &'a Question>;

/// The conditions, all together, never hold.
pub(super) fn never_hold(all: &[&Condition], questions: &Questions<'_>) -> bool {
    let mut row = Vec::new();
    for one in all {
        flatten(one, &mut row);
    }
    row.iter().any(|one| never_holds(one, questions))
        || contradicts_itself(&row)
        || has_two_choices(&row, questions)
        || leaves_no_number(&row, questions)
}

/// A constant that always holds.
pub(super) fn always_holds(condition: &Condition) -> bool {
    match condition {
        Condition::All(all) => all.iter().all(always_holds),
        Condition::Any(any) => any.iter().any(always_holds),
        Condition::Compare(Expression::Number(one), how, Expression::Number(other)) => {
            holds(*one, *how, *other)
        }
        _ => false,
    }
}

fn never_holds(condition: &Condition, questions: &Questions<'_>) -> bool {
    match condition {
        Condition::Any(any) => any.iter().all(|one| never_hold(&[one], questions)),
        Condition::Not(one) => always_holds(one),
        Condition::Compare(Expression::Number(one), how, Expression::Number(other)) => {
            !holds(*one, *how, *other)
        }
        _ => false,
    }
}

fn flatten<'a>(condition: &'a Condition, row: &mut Vec<&'a Condition>) {
    match condition {
        Condition::All(all) => all.iter().for_each(|one| flatten(one, row)),
        one => row.push(one),
    }
}

fn contradicts_itself(row: &[&Condition]) -> bool {
    let refused = row.iter().filter_map(|one| match one {
        Condition::Not(refused) => Some(&**refused),
        _ => None,
    });
    let mut claims = refused.flat_map(|refused| row.iter().map(move |claimed| (refused, *claimed)));
    claims.any(|(refused, claimed)| match (refused, claimed) {
        (Condition::Answered(one), Condition::Is(other, _)) => one == other,
        (refused, claimed) => refused == claimed,
    })
}

fn has_two_choices(row: &[&Condition], questions: &Questions<'_>) -> bool {
    let mut taken: BTreeMap<&QuestionId, &str> = BTreeMap::new();
    row.iter().any(|one| {
        let Condition::Is(id, word) = one else { return false };
        let is_one = questions.get(id).is_some_and(|question| {
            matches!(
                question.kind,
                QuestionKind::Choice { most: 1, .. }
                    | QuestionKind::Product { most: 1 }
                    | QuestionKind::ShortText { .. }
                    | QuestionKind::LongText { .. }
            )
        });
        is_one && taken.insert(id, word).is_some_and(|before| before != word)
    })
}

fn leaves_no_number(row: &[&Condition], questions: &Questions<'_>) -> bool {
    let mut left: BTreeMap<&QuestionId, (i64, i64)> = BTreeMap::new();
    row.iter().any(|one| {
        let (id, how, number) = match one {
            Condition::Compare(Expression::Of(id), how, Expression::Number(number)) => (id, *how, *number),
            Condition::Compare(Expression::Number(number), how, Expression::Of(id)) => {
                (id, turned(*how), *number)
            }
            _ => return false,
        };
        let (least, most) = left.entry(id).or_insert_with(|| {
            questions.get(id).and_then(|question| bounds(question)).unwrap_or((i64::MIN, i64::MAX))
        });
        match how {
            Comparison::Less => *most = (*most).min(number.saturating_sub(1)),
            Comparison::AtMost => *most = (*most).min(number),
            Comparison::Equal => (*least, *most) = ((*least).max(number), (*most).min(number)),
            Comparison::Unequal => {}
            Comparison::AtLeast => *least = (*least).max(number),
            Comparison::More => *least = (*least).max(number.saturating_add(1)),
        }
        least > most
    })
}

/// What an answer can count.
fn bounds(question: &Question) -> Option<(i64, i64)> {
    match &question.kind {
        QuestionKind::Number { least, most, .. } => Some((*least, *most)),
        QuestionKind::Budget { least, most } => {
            Some((least.saturating_mul(ONE / 100), most.saturating_mul(ONE / 100)))
        }
        QuestionKind::Choice { choices, most: 1, .. } => {
            let values = || choices.iter().map(|choice| choice.value);
            values().min().zip(values().max())
        }
        QuestionKind::Photo { most } | QuestionKind::Product { most } => Some((ONE, i64::from(*most) * ONE)),
        QuestionKind::Consent => Some((ONE, ONE)),
        _ => None,
    }
}

fn turned(how: Comparison) -> Comparison {
    match how {
        Comparison::Less => Comparison::More,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::More => Comparison::Less,
        same @ (Comparison::Equal | Comparison::Unequal) => same,
    }
}

fn holds(one: i64, how: Comparison, other: i64) -> bool {
    match how {
        Comparison::Less => one < other,
        Comparison::AtMost => one <= other,
        Comparison::Equal => one == other,
        Comparison::Unequal => one != other,
        Comparison::AtLeast => one >= other,
        Comparison::More => one > other,
    }
}
