//! A form: its questions, step by step, then all of it once more before it is sent.

mod around;
pub(super) mod faults;
mod fields;
mod question;
mod review;
mod scope;
mod sending;
mod steps;
mod view;

pub(super) use fields::day_words;
pub(super) use review::answered;
pub(super) use view::form;
