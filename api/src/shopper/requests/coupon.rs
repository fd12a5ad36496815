//! `POST /api/v1/conversations/{id}/requests/{request}/coupon`

use alap_protocol::{
    coupon::{CouponQuestion, CouponWorth},
    error::ErrorBody,
};
use axum::{Json, extract::State};

use super::slow_down;
use crate::{
    clock,
    http::{body::Body, error::ApiError, named::RequestPath, peer::Peer, proof::Shopper},
    state::AppState,
};

/// What a coupon would take off the offer that stands. A code that is unknown, ended, used up or for something else gets one
/// and the same answer; guessing is slowed down.
#[utoipa::path(
    post,
    path = "/api/v1/conversations/{id}/requests/{request}/coupon",
    tag = "shopper",
    security(("shopper" = [])),
    params(
        ("id" = uuid::Uuid, Path, description = "The conversation's id"),
        ("request" = uuid::Uuid, Path, description = "The request's id"),
    ),
    request_body = CouponQuestion,
    responses(
        (status = 200, body = CouponWorth),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such request, or another secret"),
        (status = 409, body = ErrorBody, description = "The coupon does not hold here, or no offer stands"),
        (status = 422, body = ErrorBody),
        (status = 429, body = ErrorBody),
    )
)]
pub async fn coupon(
    State(state): State<AppState>,
    Shopper(key): Shopper,
    RequestPath(request): RequestPath,
    peer: Peer,
    Body(asked): Body<CouponQuestion>,
) -> Result<Json<CouponWorth>, ApiError> {
    let now = clock::now();
    slow_down(&state, &key, peer, now).await?;
    let discount = state.store.coupon_worth(&key, request, &asked.coupon, now).await?;
    Ok(Json(CouponWorth { discount }))
}
