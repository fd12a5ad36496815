//! Requests, one file an endpoint.

pub mod act;
pub mod export;
pub mod list;
pub mod one;
pub mod table;
