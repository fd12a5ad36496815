//! `POST /api/v1/agent/conversations/{id}/reopen`

use alap_protocol::{conversation::ConversationSummary, error::ErrorBody};
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{error::ApiError, named::ConversationPath, proof::LoggedIn},
    state::AppState,
};

/// Takes a closed conversation up again.
#[utoipa::path(
    post,
    path = "/api/v1/agent/conversations/{id}/reopen",
    tag = "agent",
    security(("agent" = [])),
    params(("id" = uuid::Uuid, Path, description = "The conversation's id")),
    responses(
        (status = 200, body = ConversationSummary),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn reopen(
    State(state): State<AppState>,
    who: LoggedIn,
    ConversationPath(id): ConversationPath,
) -> Result<Json<ConversationSummary>, ApiError> {
    Ok(Json(state.store.reopen(&who.agent.shop, id, clock::now()).await?))
}
