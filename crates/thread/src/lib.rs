#![doc = include_str!("../README.md")]

mod changes;
mod outbox;
mod thread;

pub use changes::Changes;
pub use outbox::{Pending, PendingState};
pub use thread::{Merge, Shown, Thread};
