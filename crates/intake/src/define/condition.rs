//! Conditions as sellers write them: `size is custom and not (quantity < 10 or rush)`.

use alap_protocol::form::Condition;

use super::{ParseFault, parser::Parser, writer};

/// Reads a condition of at most 1,000 characters.
///
/// # Errors
/// The first place where it cannot be read.
pub fn parse(text: &str) -> Result<Condition, ParseFault> {
    Parser::new(text)?.whole_condition()
}

/// Writes a condition so that [`parse`] reads the same, but for two things that have no words of their own: a row of none, and a
/// row of one, which is read as that one.
pub fn write(condition: &Condition) -> String {
    let mut text = String::new();
    writer::condition(&mut text, condition);
    text
}

#[cfg(test)]
mod tests;
