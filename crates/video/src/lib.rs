#![doc = include_str!("../README.md")]

pub mod at;
#[cfg(feature = "define")]
pub mod made;
pub mod moment;
pub mod playlist;
pub mod quality;
pub mod watching;
