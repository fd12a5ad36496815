#![doc = include_str!("../README.md")]

mod forgotten;
mod journal;
mod rows;

pub use forgotten::Forgotten;
pub use journal::{JOURNAL_EVENTS, export, from_text, key, read_journal, to_text};
pub use rows::{Place, Row, RowKind, Shelf, below_answer_now};
