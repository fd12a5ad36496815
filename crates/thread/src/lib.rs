#![doc = include_str!("../README.md")]

mod changes;
mod last_answer;
mod outbox;
mod thread;

pub use changes::Changes;
pub use last_answer::LastAnswer;
pub use outbox::{Pending, PendingState};
pub use thread::{Merge, Shown, Thread};
