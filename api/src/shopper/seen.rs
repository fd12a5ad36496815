//! `POST /api/v1/conversations/{id}/seen`

use alap_protocol::{error::ErrorBody, shopper::Seen};
use axum::{extract::State, http::StatusCode};

use crate::{
    clock,
    http::{body::Body, error::ApiError, proof::Shopper},
    state::AppState,
};

/// "I have read so far." Never moves back, never past the newest message.
#[utoipa::path(
    post,
    path = "/api/v1/conversations/{id}/seen",
    tag = "shopper",
    security(("shopper" = [])),
    params(("id" = uuid::Uuid, Path, description = "The conversation's id")),
    request_body = Seen,
    responses(
        (status = 204, description = "Noted"),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such conversation, or another secret"),
    )
)]
pub async fn seen(
    State(state): State<AppState>,
    Shopper(key): Shopper,
    Body(seen): Body<Seen>,
) -> Result<StatusCode, ApiError> {
    state.store.shopper_seen(&key, seen.up_to, clock::now()).await?;
    Ok(StatusCode::NO_CONTENT)
}
