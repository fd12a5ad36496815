//! How deep and how large conditions and expressions are.

use alap_protocol::form::{Condition, Expression};

/// Steps within each other, at most. A row of operators is one step for each: a sum of sixty numbers is one of sixty steps.
pub(crate) const DEEPEST: usize = 64;
/// Parts of a condition or an expression, at most.
pub(crate) const LARGEST: usize = 500;

/// One more than [`DEEPEST`] stands for all that is deeper: what lies below is not looked at.
pub(crate) fn depth_of_condition(condition: &Condition) -> usize {
    measure_condition(condition, 0, &mut 0)
}

/// As [`depth_of_condition`].
pub(crate) fn depth_of_expression(expression: &Expression) -> usize {
    measure_expression(expression, 0, &mut 0)
}

/// The depth, and how many parts.
pub(crate) fn of_condition(condition: &Condition) -> (usize, usize) {
    let mut parts = 0;
    (measure_condition(condition, 0, &mut parts), parts)
}

/// The depth, and how many parts.
pub(crate) fn of_expression(expression: &Expression) -> (usize, usize) {
    let mut parts = 0;
    (measure_expression(expression, 0, &mut parts), parts)
}

fn measure_condition(condition: &Condition, above: usize, parts: &mut usize) -> usize {
    let depth = above + 1;
    *parts += 1;
    if depth > DEEPEST {
        return depth;
    }
    match condition {
        Condition::All(all) | Condition::Any(all) => {
            all.iter().map(|one| measure_condition(one, depth, parts)).max().unwrap_or(depth)
        }
        Condition::Not(one) => measure_condition(one, depth, parts),
        Condition::Answered(_) | Condition::Is(..) => depth,
        Condition::Compare(one, _, other) => {
            measure_expression(one, depth, parts).max(measure_expression(other, depth, parts))
        }
    }
}

fn measure_expression(expression: &Expression, above: usize, parts: &mut usize) -> usize {
    let depth = above + 1;
    *parts += 1;
    if depth > DEEPEST {
        return depth;
    }
    match expression {
        Expression::Number(_) | Expression::Of(_) | Expression::Price => depth,
        Expression::Add(one, other)
        | Expression::Subtract(one, other)
        | Expression::Multiply(one, other)
        | Expression::Divide(one, other)
        | Expression::Least(one, other)
        | Expression::Most(one, other) => {
            measure_expression(one, depth, parts).max(measure_expression(other, depth, parts))
        }
        Expression::If(condition, one, other) => measure_condition(condition, depth, parts)
            .max(measure_expression(one, depth, parts))
            .max(measure_expression(other, depth, parts)),
    }
}
