//! `POST /api/v1/agent/coupons`

use alap_deal::coupon::is_sound;
use alap_protocol::{
    coupon::{CouponLine, NewCoupon},
    error::{ErrorBody, ErrorCode},
};
use alap_store::StoreError;
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{body::Body, error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// Makes a coupon. Its code is one of a kind in the shop for ever.
#[utoipa::path(
    post,
    path = "/api/v1/agent/coupons",
    tag = "agent",
    security(("agent" = [])),
    request_body = NewCoupon,
    responses(
        (status = 200, body = CouponLine),
        (status = 401, body = ErrorBody),
        (status = 409, body = ErrorBody, description = "There is or was a coupon of this code"),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn add(
    State(state): State<AppState>,
    who: LoggedIn,
    Body(coupon): Body<NewCoupon>,
) -> Result<Json<CouponLine>, ApiError> {
    if !is_sound(&coupon) {
        return Err(ApiError::new(ErrorCode::Invalid, "no coupon can be like that"));
    }
    let added = state.store.add_coupon(&who.agent, coupon, clock::now()).await;
    added.map(Json).map_err(|error| match error {
        StoreError::Conflict => ApiError::new(ErrorCode::Conflict, "there is or was a coupon of this code"),
        error => error.into(),
    })
}
