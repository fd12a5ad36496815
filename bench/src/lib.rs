#![doc = include_str!("../README.md")]

mod made;
#[cfg(target_arch = "wasm32")]
pub mod page;
mod words;

pub use made::{ENTRIES, TEXTS, Texts};
