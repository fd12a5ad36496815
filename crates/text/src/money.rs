//! Amounts as shoppers and sellers write them, and as a shop shows them.

mod format;
mod parse;
mod words;

pub use format::format;
pub use parse::parse;

/// An amount in the smallest unit of its currency (paisa).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub i64);
