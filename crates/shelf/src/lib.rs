#![doc = include_str!("../README.md")]

mod below_answer;
mod forgotten;
mod journal;
mod row_kind;
mod rows;

pub use below_answer::below_answer_now;
pub use forgotten::Forgotten;
pub use journal::{JOURNAL_EVENTS, export, from_text, key, read_journal, to_text};
pub use row_kind::RowKind;
pub use rows::{Place, Row, Shelf};
