#![doc = include_str!("../README.md")]

pub mod agent;
pub mod bridge;
pub mod conversation;
pub mod error;
pub mod hours;
pub mod id;
pub mod learning;
pub mod limits;
pub mod locale;
pub mod message;
pub mod pack;
pub mod shopper;
pub mod socket;
pub mod text;
