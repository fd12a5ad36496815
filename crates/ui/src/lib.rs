#![doc = include_str!("../README.md")]

pub mod components;
pub mod device_time;
pub mod links;
pub mod times;
pub mod words;

rust_i18n::i18n!("locales", fallback = "en");
