//! `POST /api/v1/agent/conversations/{id}/close`

use alap_protocol::{conversation::ConversationSummary, error::ErrorBody};
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{error::ApiError, named::ConversationPath, proof::LoggedIn},
    state::AppState,
};

/// Ends a conversation. The shopper's next message makes it wait again.
#[utoipa::path(
    post,
    path = "/api/v1/agent/conversations/{id}/close",
    tag = "agent",
    security(("agent" = [])),
    params(("id" = uuid::Uuid, Path, description = "The conversation's id")),
    responses(
        (status = 200, body = ConversationSummary),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn close(
    State(state): State<AppState>,
    who: LoggedIn,
    ConversationPath(id): ConversationPath,
) -> Result<Json<ConversationSummary>, ApiError> {
    Ok(Json(state.store.close_conversation(&who.agent.shop, id, clock::now()).await?))
}
