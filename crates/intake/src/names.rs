//! Which names a condition or an expression has in it.

use alap_protocol::{
    form::{Condition, Expression},
    id::QuestionId,
};

/// Steps within each other that are looked at, as when they are worked out.
const DEEPEST: u32 = 128;

/// Tells `each` every name in an expression.
pub(crate) fn in_expression<'a>(expression: &'a Expression, each: &mut impl FnMut(&'a QuestionId)) {
    of_expression(expression, DEEPEST, each);
}

fn of_expression<'a>(expression: &'a Expression, steps: u32, each: &mut impl FnMut(&'a QuestionId)) {
    let Some(left) = steps.checked_sub(1) else { return };
    match expression {
        Expression::Number(_) | Expression::Price => {}
        Expression::Of(id) => each(id),
        Expression::Add(one, other)
        | Expression::Subtract(one, other)
        | Expression::Multiply(one, other)
        | Expression::Divide(one, other)
        | Expression::Least(one, other)
        | Expression::Most(one, other) => {
            of_expression(one, left, each);
            of_expression(other, left, each);
        }
        Expression::If(condition, one, other) => {
            of_condition(condition, left, each);
            of_expression(one, left, each);
            of_expression(other, left, each);
        }
    }
}

fn of_condition<'a>(condition: &'a Condition, steps: u32, each: &mut impl FnMut(&'a QuestionId)) {
    let Some(left) = steps.checked_sub(1) else { return };
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().for_each(|one| of_condition(one, left, each)),
        Condition::Not(one) => of_condition(one, left, each),
        Condition::Answered(id) | Condition::Is(id, _) => each(id),
        Condition::Compare(one, _, other) => {
            of_expression(one, left, each);
            of_expression(other, left, each);
        }
    }
}
