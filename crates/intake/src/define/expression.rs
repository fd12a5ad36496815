//! Expressions as sellers write them: `if(rush, 1.5, 1) * quantity * price`.

use alap_protocol::form::Expression;

use super::{Expected, ParseFault};

/// Reads an expression.
///
/// # Errors
/// The first place where it cannot be read.
pub fn parse(_text: &str) -> Result<Expression, ParseFault> {
    Err(ParseFault { column: 1, expected: Expected::Expression })
}

/// Writes an expression so that [`parse`] reads the same.
pub fn write(_expression: &Expression) -> String {
    String::new()
}
