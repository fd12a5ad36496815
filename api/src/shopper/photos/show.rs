//! `GET /api/v1/conversations/{id}/photos/{photo}`

use alap_protocol::error::ErrorBody;
use axum::{extract::State, response::Response};

use super::shown;
use crate::{
    http::{error::ApiError, named::PhotoPath, proof::Shopper},
    state::AppState,
};

/// A photo of the conversation, for the device that can prove it.
#[utoipa::path(
    get,
    path = "/api/v1/conversations/{id}/photos/{photo}",
    tag = "shopper",
    security(("shopper" = [])),
    params(
        ("id" = uuid::Uuid, Path, description = "The conversation's id"),
        ("photo" = uuid::Uuid, Path, description = "The photo's id"),
    ),
    responses(
        (status = 200, content_type = "image/*", body = [u8]),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such photo, or another secret"),
    )
)]
pub async fn show(
    State(state): State<AppState>,
    Shopper(key): Shopper,
    PhotoPath(id): PhotoPath,
) -> Result<Response, ApiError> {
    shown(state.store.photo(&key, id).await?)
}
