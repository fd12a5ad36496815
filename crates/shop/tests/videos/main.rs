//! Videos of a shop folder: where they come from, what can be wrong with them, how questions lead to them.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod faults;
mod made_faults;
mod questions;
mod sources;
mod studio;
