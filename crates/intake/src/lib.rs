#![doc = include_str!("../README.md")]

pub mod calendar;
mod check;
mod check_all;
mod dates;
#[cfg(feature = "define")]
pub mod define;
mod estimate;
mod facts;
mod fault;
mod kept;
mod names;
mod path;
pub mod phone;
pub mod places;
mod prefill;
mod progress;
mod read;
mod shape;
pub mod slots;
mod state;
mod summary;
#[cfg(test)]
mod testing;
mod written;

pub use check::check;
pub use check_all::{Checked, check_all};
pub use estimate::unit_price;
pub use facts::Facts;
pub use fault::AnswerFault;
pub use kept::kept;
pub use path::{Path, Place, asked, path};
pub use prefill::{Known, prefill};
pub use progress::{Progress, first_open, progress};
pub use read::read;
pub use summary::summary;
