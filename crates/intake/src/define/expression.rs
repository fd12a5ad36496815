//! Expressions as sellers write them: `if(rush, 1.5, 1) * quantity * price`.

use alap_protocol::form::Expression;

use super::{ParseFault, parser::Parser, writer};

/// Reads an expression of at most 1,000 characters.
///
/// # Errors
/// The first place where it cannot be read.
pub fn parse(text: &str) -> Result<Expression, ParseFault> {
    Parser::new(text)?.whole_expression()
}

/// Writes an expression so that [`parse`] reads the same.
pub fn write(expression: &Expression) -> String {
    let mut text = String::new();
    writer::expression(&mut text, expression);
    text
}

#[cfg(test)]
mod tests;
