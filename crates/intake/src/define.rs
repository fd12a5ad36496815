//! What only those need who write forms: the language of conditions and expressions, and what is wrong with a form.

mod atom;
mod bounds;
mod check_form;
mod claims;
pub mod condition;
mod cycle;
pub mod expression;
mod fault;
mod flow;
mod kinds;
mod parse_fault;
mod parser;
mod size;
mod token;
mod writer;

pub use bounds::{Limit, Many};
pub use check_form::check_form;
pub use cycle::sort_computed;
pub use fault::{FormFault, FormFaultKind, Part, Spot};
pub use parse_fault::{Expected, ParseFault};
