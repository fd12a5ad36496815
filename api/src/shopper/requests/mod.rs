//! Filled-in forms and what a shopper does to them, one file an endpoint.

pub mod act;
pub mod coupon;
pub mod send;

use alap_protocol::error::ErrorCode;
use alap_store::ShopperKey;

use crate::{
    http::{error::ApiError, peer::Peer},
    state::AppState,
};

/// Slows guessing down, by conversation and by address. Only who proves a conversation is counted; of its address' share, which is
/// ten times as large, each conversation can use up a part.
async fn slow_down(state: &AppState, key: &ShopperKey, peer: Peer, now: i64) -> Result<(), ApiError> {
    state.store.prove(key).await?;
    if state.limits.may_try_coupon(peer, key.conversation, now) {
        Ok(())
    } else {
        Err(ErrorCode::TooMany.into())
    }
}
