//! The talk before an order, as it is kept: requests, what was agreed, coupons, payments, booked times, photos, webhooks.
//!
//! What belongs to a request is written by the one task that writes its conversation, in the transaction that writes the step.

mod act;
mod agree;
mod answer;
mod at_hand;
mod book;
mod clock;
mod coupons;
mod deliveries;
mod errand;
mod list;
mod open;
mod outbox;
mod payments;
mod photos;
mod row;
mod sides;
mod types;
mod webhooks;

pub(crate) use agree::lock_shop;
pub(crate) use errand::Errand;
pub use types::{
    Delivery, DeliveryLine, DeliveryState, ExportedRequest, House, Photo, RequestDraft, RequestFilter,
    Webhook,
};
