//! Conditions as sellers write them: `size is custom and not (quantity < 10 or rush)`.

use alap_protocol::form::Condition;

use super::{Expected, ParseFault};

/// Reads a condition.
///
/// # Errors
/// The first place where it cannot be read.
pub fn parse(_text: &str) -> Result<Condition, ParseFault> {
    Err(ParseFault { column: 1, expected: Expected::Condition })
}

/// Writes a condition so that [`parse`] reads the same.
pub fn write(_condition: &Condition) -> String {
    String::new()
}
