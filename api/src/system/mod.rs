//! For those who run the server, and for machines.

pub mod health;
pub mod metrics;
pub mod openapi;
