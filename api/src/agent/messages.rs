//! `GET /api/v1/agent/conversations/{id}/messages?after=N`

use alap_protocol::{error::ErrorBody, shopper::MessagePage};
use axum::{Json, extract::State};

use crate::{
    http::{cursor::After, error::ApiError, named::ConversationPath, proof::LoggedIn},
    state::AppState,
};

/// The messages after a cursor. A cursor past the head starts from the first and says so with `reset`.
#[utoipa::path(
    get,
    path = "/api/v1/agent/conversations/{id}/messages",
    tag = "agent",
    security(("agent" = [])),
    params(
        ("id" = uuid::Uuid, Path, description = "The conversation's id"),
        ("after" = Option<u64>, Query, description = "The last message that the browser has"),
    ),
    responses(
        (status = 200, body = MessagePage),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn messages(
    State(state): State<AppState>,
    who: LoggedIn,
    ConversationPath(id): ConversationPath,
    After(after): After,
) -> Result<Json<MessagePage>, ApiError> {
    Ok(Json(state.store.messages_for_shop(&who.agent.shop, id, after).await?))
}
