#![doc = include_str!("../README.md")]

pub mod agent;
pub mod cli;
pub mod clock;
pub mod http;
pub mod intake;
pub mod jobs;
pub mod learning;
pub mod pages;
pub mod photo;
pub mod router;
pub mod serve;
pub mod shop;
pub mod shopper;
pub mod socket;
pub mod state;
pub mod system;
pub mod webhooks;

pub use router::app;
