//! What the player asks for, and what it may tell.

pub mod captions;
pub mod sheet;
pub mod watched;
