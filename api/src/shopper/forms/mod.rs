//! What a device needs for the talk before an order, one file an endpoint.

pub mod desk;
pub mod places;
pub mod slots;
