#![doc = include_str!("../README.md")]

mod analysis;
mod builder;
mod confidence;
mod features;
mod group;
mod hashing;
mod index;
mod learn;
mod lexicon;
mod outcome;
mod query;
mod rows;
pub mod small_talk;
mod suggest;
mod tally;
mod vocabulary;
mod weights;

pub use builder::Builder;
pub use confidence::Signs;
pub use group::group;
pub use index::{Entry, Index};
pub use learn::Learning;
pub use outcome::{Outcome, Ranked, Thresholds, Verdict};
pub use weights::Weights;
