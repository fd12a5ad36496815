#![doc = include_str!("../README.md")]

pub mod audit;
pub mod browser;
pub mod browsing;
pub mod desk_page;
pub mod faq;
pub mod inbox_page;
pub mod network;
pub mod panel_page;
pub mod places;
mod process;
pub mod request_page;
pub mod server;
pub mod shelf;
pub mod shop_folder;
pub mod shop_page;
pub mod shots;
pub mod stage;
pub mod storefront;
pub mod talk;
pub mod video_page;
pub mod wait;
