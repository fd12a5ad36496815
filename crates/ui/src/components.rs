//! The Leptos parts. Each takes what it shows and says what was tapped; none knows the network or the storage.

pub mod avatar;
pub mod bubble;
pub mod composer;
pub mod icon;
pub mod moment_card;
pub mod product_card;
pub mod rows;
pub mod thread_row;
pub mod thread_view;

pub use avatar::Avatar;
pub use bubble::MessageWords;
pub use composer::Composer;
pub use icon::{Icon, IconName};
pub use moment_card::{MomentBody, MomentFacts, MomentPicture, moment_time, moment_words};
pub use product_card::ProductCard;
pub use thread_view::{BelowAnswer, DrawMoment, DrawStep, Extra, FindProduct, Side, ThreadView};
