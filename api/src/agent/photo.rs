//! `GET /api/v1/agent/conversations/{id}/photos/{photo}`

use alap_protocol::error::ErrorBody;
use axum::{extract::State, response::Response};

use crate::{
    http::{
        error::ApiError,
        named::{ConversationPath, PhotoPath},
        proof::LoggedIn,
    },
    shopper::photos::shown,
    state::AppState,
};

/// A photo that a shopper attached.
#[utoipa::path(
    get,
    path = "/api/v1/agent/conversations/{id}/photos/{photo}",
    tag = "agent",
    security(("agent" = [])),
    params(
        ("id" = uuid::Uuid, Path, description = "The conversation's id"),
        ("photo" = uuid::Uuid, Path, description = "The photo's id"),
    ),
    responses(
        (status = 200, content_type = "image/*", body = [u8]),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn photo(
    State(state): State<AppState>,
    who: LoggedIn,
    ConversationPath(conversation): ConversationPath,
    PhotoPath(id): PhotoPath,
) -> Result<Response, ApiError> {
    shown(state.store.photo_for_shop(&who.agent.shop, conversation, id).await?)
}
