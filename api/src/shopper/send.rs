//! `POST /api/v1/conversations/{id}/messages`

use alap_protocol::{
    error::ErrorBody,
    message::{Ack, NewMessage},
};
use axum::{Json, extract::State};

use super::append;
use crate::{
    http::{body::Body, error::ApiError, proof::Shopper},
    state::AppState,
};

/// A message. The answer says that it is on disk; sent again, it gets the same answer again.
#[utoipa::path(
    post,
    path = "/api/v1/conversations/{id}/messages",
    tag = "shopper",
    security(("shopper" = [])),
    params(("id" = uuid::Uuid, Path, description = "The conversation's id")),
    request_body = NewMessage,
    responses(
        (status = 200, body = Ack),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such conversation, or another secret"),
        (status = 409, body = ErrorBody, description = "The client id was used for another message"),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn send(
    State(state): State<AppState>,
    Shopper(key): Shopper,
    Body(message): Body<NewMessage>,
) -> Result<Json<Ack>, ApiError> {
    Ok(Json(append(&state, &key, message).await?))
}
