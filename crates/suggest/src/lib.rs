#![doc = include_str!("../README.md")]

mod catalogue;
mod history;
mod item;
mod model;
mod near;
mod recommender;
mod suggestion;

pub use catalogue::{Catalogue, CatalogueBuilder};
pub use history::{Event, HISTORY_DAYS, HISTORY_EVENTS, History, Kind};
pub use item::Item;
pub use model::{Model, ModelError};
pub use near::{Near, near_text};
pub use recommender::{Recommender, Wish};
pub use suggestion::{Reason, Suggestion};
