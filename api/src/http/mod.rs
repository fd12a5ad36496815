//! What every request goes through.

pub mod asset;
pub mod body;
pub mod cursor;
pub mod envelope;
pub mod error;
pub mod limits;
pub mod named;
pub mod origin;
pub mod part;
pub mod peer;
pub mod proof;
pub mod throttle;
pub mod upload;
