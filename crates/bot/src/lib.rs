#![doc = include_str!("../README.md")]

mod bot;
mod language;

pub use bot::{Bot, Reply, SmallTalk};
