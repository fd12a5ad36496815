//! Talks with the bot over a small FAQ, in all three ways of writing.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod faq;
mod follow_ups;
mod replies;
mod suggestions;
