#![doc = include_str!("../README.md")]

mod analysis;
mod confidence;
mod features;
mod hashing;
mod index;
mod learn;
mod lexicon;
mod outcome;
mod query;
pub mod small_talk;
mod suggest;
mod vocabulary;
mod weights;

pub use confidence::Signs;
pub use index::{Entry, Index};
pub use outcome::{Outcome, Ranked, Thresholds, Verdict};
pub use weights::Weights;
