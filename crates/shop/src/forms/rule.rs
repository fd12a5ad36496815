//! Conditions and expressions in a section, in the language of `alap-intake`.

use alap_intake::define::{Expected, ParseFault, condition as conditions, expression as expressions};
use alap_protocol::form::{Condition, Expression};

use crate::{Problem, fault::Faults, section::Section};

pub(super) fn condition(section: &Section<'_>, key: &str, faults: &mut Faults) -> Option<Condition> {
    let (text, line) = section.text(key, faults)?;
    conditions::parse(text).map_err(|fault| faults.add(line, problem(section, key, text, &fault))).ok()
}

pub(super) fn needed_condition(section: &Section<'_>, key: &str, faults: &mut Faults) -> Option<Condition> {
    section.needs(key, faults)?;
    condition(section, key, faults)
}

pub(super) fn needed_expression(section: &Section<'_>, key: &str, faults: &mut Faults) -> Option<Expression> {
    let (text, line) = section.needed_text(key, faults)?;
    expressions::parse(text).map_err(|fault| faults.add(line, problem(section, key, text, &fault))).ok()
}

fn problem(section: &Section<'_>, key: &str, text: &str, fault: &ParseFault) -> Problem {
    let key = section.path_of(key);
    let rest: String = text.chars().skip(fault.column.saturating_sub(1)).collect();
    match fault.expected {
        Expected::Shorter { most } => Problem::LongText { key, most: most as u64 },
        Expected::Flatter { most } => Problem::DeepRule { key, most: most as u64 },
        expected if rest.trim().is_empty() => Problem::OpenRule { key, expected },
        expected => Problem::BadRule { key, rest, column: fault.column as u64, expected },
    }
}
