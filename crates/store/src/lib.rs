#![doc = include_str!("../README.md")]

mod address;
mod agents;
mod change;
mod conversation;
mod error;
mod hash;
mod learnt;
mod learnt_rows;
mod messages;
mod migrate;
mod missed;
mod questions;
mod read;
mod requests;
mod sessions;
mod shop_side;
mod shopper_side;
mod store;
mod transaction;
mod videos;
mod watched;
mod write;
mod writer;

#[cfg(feature = "testing")]
pub mod testing;

pub use address::StoreAddress;
pub use agents::{Agent, NewAgent};
pub use change::{Change, Typist};
pub use error::StoreError;
pub use hash::TokenHash;
pub use learnt::{Learnt, Place};
pub use questions::AskedQuestion;
pub use requests::{
    Delivery, DeliveryLine, DeliveryState, ExportedRequest, House, Photo, RequestDraft, RequestFilter,
    Webhook,
};
pub use store::{ShopperKey, Store};
pub use watched::Film;
