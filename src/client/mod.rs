//! The one module of this page that reaches the network.

pub(crate) mod http;
pub(crate) mod socket;
