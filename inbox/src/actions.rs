//! What changes the state: what people do, and what the server says.

mod conversation;
mod coupons;
mod desk;
mod learning;
mod list;
mod outbox;
mod push;
mod requests;
mod session;
mod shop;
mod talk;
mod typing;
mod videos;

pub(crate) use typing::TypingNotice;
