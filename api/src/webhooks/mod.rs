//! Webhooks, as [Standard Webhooks](https://www.standardwebhooks.com) has them: what is told, to whom, and how often it is
//! tried. An address that a seller types is hostile until it is resolved and looked at.

pub mod address;
pub mod client;
pub mod retry;
pub mod secret;
pub mod target;
