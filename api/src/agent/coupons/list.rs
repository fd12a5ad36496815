//! `GET /api/v1/agent/coupons`

use alap_protocol::{coupon::CouponList, error::ErrorBody};
use axum::{Json, extract::State};

use crate::{
    http::{error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// The shop's coupons, the newest first; at most 500.
#[utoipa::path(
    get,
    path = "/api/v1/agent/coupons",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 200, body = CouponList), (status = 401, body = ErrorBody))
)]
pub async fn coupons(State(state): State<AppState>, who: LoggedIn) -> Result<Json<CouponList>, ApiError> {
    Ok(Json(CouponList { coupons: state.store.coupons(&who.agent.shop).await? }))
}
