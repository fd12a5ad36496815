//! `GET /api/v1/agent/conversations/{id}`

use alap_protocol::{conversation::ConversationSummary, error::ErrorBody};
use axum::{Json, extract::State};

use crate::{
    http::{error::ApiError, named::ConversationPath, proof::LoggedIn},
    state::AppState,
};

/// How one conversation stands.
#[utoipa::path(
    get,
    path = "/api/v1/agent/conversations/{id}",
    tag = "agent",
    security(("agent" = [])),
    params(("id" = uuid::Uuid, Path, description = "The conversation's id")),
    responses(
        (status = 200, body = ConversationSummary),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn conversation(
    State(state): State<AppState>,
    who: LoggedIn,
    ConversationPath(id): ConversationPath,
) -> Result<Json<ConversationSummary>, ApiError> {
    Ok(Json(state.store.conversation(&who.agent.shop, id).await?))
}
