#![doc = include_str!("../README.md")]

mod about;
mod bot;
mod follow_up;
mod greeting;
mod language;
mod preparing;
mod suggestions;

pub use about::About;
pub use bot::{Bot, Reply, SmallTalk};
pub use follow_up::Before;
pub use preparing::Preparing;
