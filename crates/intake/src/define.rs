//! What only those need who write forms: the language of conditions and expressions, and what is wrong with a form.

mod check_form;
pub mod condition;
pub mod expression;
mod fault;
mod parse_fault;

pub use check_form::{check_form, sort_computed};
pub use fault::{FormFault, FormFaultKind, Limit, Many, Part, Spot};
pub use parse_fault::{Expected, ParseFault};
