#![doc = include_str!("../README.md")]

pub mod digits;
pub mod money;
mod normalize;
pub mod phonetic;
pub mod script;
pub mod stem;
mod token;
mod writing;

pub use normalize::normalize;
pub use phonetic::phonetic_key;
pub use token::{Token, tokens};
pub use writing::{is_function_word, is_question_word, looks_english, writing};
