//! Coupons, one file an endpoint.

pub mod add;
pub mod close;
pub mod list;
