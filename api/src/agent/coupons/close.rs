//! `POST /api/v1/agent/coupons/{code}/close`

use alap_protocol::error::ErrorBody;
use axum::{extract::State, http::StatusCode};

use crate::{
    http::{error::ApiError, named::CodePath, proof::LoggedIn},
    state::AppState,
};

/// Ends a coupon. Ended twice, it is still ended.
#[utoipa::path(
    post,
    path = "/api/v1/agent/coupons/{code}/close",
    tag = "agent",
    security(("agent" = [])),
    params(("code" = String, Path, description = "The coupon's code")),
    responses(
        (status = 204, description = "Ended"),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn close(
    State(state): State<AppState>,
    who: LoggedIn,
    CodePath(code): CodePath,
) -> Result<StatusCode, ApiError> {
    state.store.close_coupon(&who.agent, &code).await?;
    Ok(StatusCode::NO_CONTENT)
}
