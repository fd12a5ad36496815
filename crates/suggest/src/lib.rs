#![doc = include_str!("../README.md")]

#[cfg(feature = "build")]
pub mod build;
mod catalogue;
mod choose;
mod features;
mod hash;
mod history;
mod item;
mod likeness;
#[cfg(feature = "build")]
pub mod log;
mod model;
mod near;
mod order;
mod recommender;
mod suggestion;

pub use catalogue::{Catalogue, CatalogueBuilder};
pub use history::{Event, HISTORY_DAYS, HISTORY_EVENTS, History, Kind};
pub use item::Item;
pub use model::{Fading, LAGS, Looked, Model, ModelError, Ranked, Returning, TIMES};
pub use near::{Near, near_text};
pub use recommender::{Recommender, Wish};
pub use suggestion::{Reason, Suggestion};
