//! Builds the small model from anonymous sessions. For the server and the command line, never for a page.

mod count;
mod lifts;
pub mod measure;
mod parameters;
mod served;
mod trained;
mod training;
mod tune;

pub use parameters::Parameters;
pub use trained::Trained;
pub use training::{Options, Training};
