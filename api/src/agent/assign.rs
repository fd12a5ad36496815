//! `POST /api/v1/agent/conversations/{id}/assign`

use alap_protocol::{agent::Assign, conversation::ConversationSummary, error::ErrorBody};
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{body::Body, error::ApiError, named::ConversationPath, proof::LoggedIn},
    state::AppState,
};

/// Hands a conversation to a person of the shop, or back to the queue.
#[utoipa::path(
    post,
    path = "/api/v1/agent/conversations/{id}/assign",
    tag = "agent",
    security(("agent" = [])),
    params(("id" = uuid::Uuid, Path, description = "The conversation's id")),
    request_body = Assign,
    responses(
        (status = 200, body = ConversationSummary),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such conversation, or no such person"),
    )
)]
pub async fn assign(
    State(state): State<AppState>,
    who: LoggedIn,
    ConversationPath(id): ConversationPath,
    Body(to): Body<Assign>,
) -> Result<Json<ConversationSummary>, ApiError> {
    Ok(Json(state.store.assign(&who.agent.shop, id, to.agent, clock::now()).await?))
}
