#![doc = include_str!("../README.md")]

mod address;
mod decode;
mod detail;
mod faq;
mod fault;
mod feed;
mod folder;
mod forms;
mod lines;
mod media;
mod money;
mod nearest;
mod phone;
mod picture_size;
mod plain;
mod price_rules;
mod problem;
mod section;
mod settings;
mod table;
mod videos;
mod words;

rust_i18n::i18n!("locales");

pub use detail::{Figure, Moment, Place};
pub use fault::{Fault, Severity};
pub use feed::{FeedFormat, FeedReading, read_feed, read_feed_with};
pub use folder::{CatalogueFile, ReadVideo, Reading, read_folder, read_folder_with};
pub use problem::{Problem, VideoProblem};

use time::Date;

/// What the reader cannot know from the files.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions {
    /// Today in the shop's time zone. Decides which sale prices hold; without it every sale price does.
    pub today: Option<Date>,
}
