#![doc = include_str!("../README.md")]

pub mod agent;
pub mod cli;
pub mod clock;
pub mod http;
pub mod learning;
pub mod pages;
pub mod router;
pub mod serve;
pub mod shop;
pub mod shopper;
pub mod socket;
pub mod state;
pub mod system;

pub use router::app;
