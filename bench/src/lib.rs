#![doc = include_str!("../README.md")]

mod chance;
mod goods;
#[cfg(all(target_arch = "wasm32", any(feature = "faq", feature = "intake", feature = "suggest")))]
pub mod in_page;
mod made;
mod packed;
mod shoppers;
mod words;

pub use goods::{PRODUCTS, Product};
pub use made::{ENTRIES, TEXTS, Texts};
pub use packed::{Packer, Unpacker};
pub use shoppers::{NOW, Shoppers, Step};
