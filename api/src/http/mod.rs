//! What every request goes through.

pub mod asset;
pub mod body;
pub mod cursor;
pub mod document;
pub mod envelope;
pub mod error;
pub mod file;
pub mod limits;
pub mod named;
pub mod origin;
pub mod peer;
pub mod proof;
pub mod range;
pub mod throttle;
pub mod upload;
