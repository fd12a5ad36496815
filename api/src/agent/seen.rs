//! `POST /api/v1/agent/conversations/{id}/seen`

use alap_protocol::{error::ErrorBody, shopper::Seen};
use axum::{extract::State, http::StatusCode};

use crate::{
    clock,
    http::{body::Body, error::ApiError, named::ConversationPath, proof::LoggedIn},
    state::AppState,
};

/// "The shop has read so far." Never moves back, never past the newest message.
#[utoipa::path(
    post,
    path = "/api/v1/agent/conversations/{id}/seen",
    tag = "agent",
    security(("agent" = [])),
    params(("id" = uuid::Uuid, Path, description = "The conversation's id")),
    request_body = Seen,
    responses(
        (status = 204, description = "Noted"),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn seen(
    State(state): State<AppState>,
    who: LoggedIn,
    ConversationPath(id): ConversationPath,
    Body(seen): Body<Seen>,
) -> Result<StatusCode, ApiError> {
    state.store.agent_seen(&who.agent.shop, id, seen.up_to, clock::now()).await?;
    Ok(StatusCode::NO_CONTENT)
}
