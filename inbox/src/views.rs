//! What is on the screen. The views read the state and call actions; none reaches the network itself.

mod banners;
mod customer;
mod desk;
mod head;
mod line;
mod list;
mod login;
mod moment;
mod names;
mod questions;
mod steps;
mod talk;
mod talk_head;
mod videos;
mod workplace;

pub(crate) use banners::Banners;
pub(crate) use login::Login;
pub(crate) use workplace::Workplace;
