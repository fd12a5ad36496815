#![doc = include_str!("../README.md")]

pub mod coupon;
mod deal;
mod plan;
mod refusal;
#[cfg(feature = "rules")]
pub mod rules;
pub mod terms;
pub mod transaction;

pub use deal::{Deal, Offer, Party, Payment};
pub use plan::{Planned, accept, agent_plan, shopper_plan};
pub use refusal::{Refusal, TermsFault};
