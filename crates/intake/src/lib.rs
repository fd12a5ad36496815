#![doc = include_str!("../README.md")]

pub mod calendar;
mod check;
#[cfg(feature = "define")]
pub mod define;
mod facts;
mod fault;
mod kept;
mod path;
pub mod phone;
pub mod places;
mod prefill;
mod progress;
pub mod slots;
mod summary;

pub use check::{Checked, check, check_all, read};
pub use facts::Facts;
pub use fault::AnswerFault;
pub use kept::kept;
pub use path::{Path, Place, asked, path};
pub use prefill::{Known, prefill};
pub use progress::{Progress, first_open, progress};
pub use summary::summary;
