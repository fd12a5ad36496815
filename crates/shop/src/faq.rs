//! Questions and answers: `faq.md` and `faq.csv`. Both end in the same checks.

mod action;
mod csv;
mod entry;
mod markdown;

use alap_protocol::pack::FaqEntry;

pub(crate) use action::{Folder, resolve};
pub(crate) use csv::read as read_csv;
pub(crate) use entry::Draft;
pub(crate) use markdown::read as read_markdown;

/// An entry that has passed its own checks, with the places that later checks name.
pub(crate) struct Entry {
    pub(crate) entry: FaqEntry,
    /// The line that it begins on.
    pub(crate) line: u32,
    /// The line that names the products.
    pub(crate) products_line: u32,
    /// What can be tapped below the answer, as it is written: the rest of the folder tells what it means.
    pub(crate) actions: Vec<action::Written>,
}
