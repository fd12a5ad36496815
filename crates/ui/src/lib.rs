#![doc = include_str!("../README.md")]

pub mod components;
pub mod device_time;
pub mod links;
pub mod moments;
pub mod packed;
pub mod thread_words;
pub mod times;
pub mod words;

// A phone on a shop page should not carry the inbox's words.
#[cfg(feature = "inbox")]
rust_i18n::i18n!("locales", fallback = "en", backend = packed::Packed);
#[cfg(not(feature = "inbox"))]
rust_i18n::i18n!("locales/shared", fallback = "en", backend = packed::Packed);
