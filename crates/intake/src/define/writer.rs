//! Writes conditions and expressions as they are read: each within brackets where it stands within another.

use alap_protocol::{
    form::{Comparison, Condition, Expression},
    id::QuestionId,
};

use super::{atom::WORDS, token::is_name};

pub(super) fn condition(text: &mut String, whole: &Condition) {
    match whole {
        Condition::All(all) => row(text, all, " and "),
        Condition::Any(any) => row(text, any, " or "),
        Condition::Not(one) => {
            text.push_str("not ");
            part(text, one);
        }
        Condition::Answered(id) => {
            text.push_str("answered(");
            name(text, id);
            text.push(')');
        }
        Condition::Is(id, choice) => {
            name(text, id);
            text.push_str(" is ");
            quoted(text, choice);
        }
        Condition::Compare(one, how, other) => {
            operand(text, one);
            text.push_str(match how {
                Comparison::Less => " < ",
                Comparison::AtMost => " <= ",
                Comparison::Equal => " = ",
                Comparison::Unequal => " != ",
                Comparison::AtLeast => " >= ",
                Comparison::More => " > ",
            });
            operand(text, other);
        }
    }
}

fn row(text: &mut String, all: &[Condition], between: &str) {
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            text.push_str(between);
        }
        part(text, one);
    }
}

/// A condition within another.
fn part(text: &mut String, one: &Condition) {
    let is_row = matches!(one, Condition::All(_) | Condition::Any(_) | Condition::Compare(..));
    if is_row {
        text.push('(');
    }
    condition(text, one);
    if is_row {
        text.push(')');
    }
}

pub(super) fn expression(text: &mut String, whole: &Expression) {
    let (one, sign, other) = match whole {
        Expression::Number(number) => return thousandths(text, *number),
        Expression::Of(id) => return name(text, id),
        Expression::Price => return text.push_str("price"),
        Expression::Least(one, other) => return function(text, "min(", one, other),
        Expression::Most(one, other) => return function(text, "max(", one, other),
        Expression::If(when, one, other) => {
            text.push_str("if(");
            condition(text, when);
            text.push_str(", ");
            return function(text, "", one, other);
        }
        Expression::Add(one, other) => (one, " + ", other),
        Expression::Subtract(one, other) => (one, " - ", other),
        Expression::Multiply(one, other) => (one, " * ", other),
        Expression::Divide(one, other) => (one, " / ", other),
    };
    operand(text, one);
    text.push_str(sign);
    operand(text, other);
}

fn function(text: &mut String, head: &str, one: &Expression, other: &Expression) {
    text.push_str(head);
    expression(text, one);
    text.push_str(", ");
    expression(text, other);
    text.push(')');
}

/// An expression within another.
fn operand(text: &mut String, one: &Expression) {
    use Expression::{Add, Divide, Multiply, Subtract};
    let is_sum = matches!(one, Add(..) | Subtract(..) | Multiply(..) | Divide(..));
    if is_sum {
        text.push('(');
    }
    expression(text, one);
    if is_sum {
        text.push(')');
    }
}

fn thousandths(text: &mut String, number: i64) {
    let size = number.unsigned_abs();
    let (whole, rest) = (size / 1_000, size % 1_000);
    if number < 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if rest > 0 {
        text.push_str(&format!(".{rest:03}"));
    }
}

fn name(text: &mut String, id: &QuestionId) {
    let name = id.as_str();
    let first_is_letter = name.chars().next().is_some_and(|c| is_name(c) && !c.is_numeric());
    if first_is_letter && name.chars().all(is_name) && !WORDS.contains(&name) {
        text.push_str(name);
    } else {
        quoted(text, name);
    }
}

fn quoted(text: &mut String, word: &str) {
    text.push('"');
    for c in word.chars() {
        if matches!(c, '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text.push('"');
}
