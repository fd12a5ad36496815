//! `POST /api/v1/agent/conversations/{id}/messages`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    message::{Ack, NewMessage},
};
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{body::Body, error::ApiError, named::ConversationPath, proof::LoggedIn},
    state::AppState,
    system::metrics,
};

/// An agent's message. A conversation that nobody had is the agent's from now on.
#[utoipa::path(
    post,
    path = "/api/v1/agent/conversations/{id}/messages",
    tag = "agent",
    security(("agent" = [])),
    params(("id" = uuid::Uuid, Path, description = "The conversation's id")),
    request_body = NewMessage,
    responses(
        (status = 200, body = Ack),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, body = ErrorBody, description = "The client id was used for another message"),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn send(
    State(state): State<AppState>,
    who: LoggedIn,
    ConversationPath(id): ConversationPath,
    Body(message): Body<NewMessage>,
) -> Result<Json<Ack>, ApiError> {
    if message.body.allowed_from_agent().is_err() {
        return Err(ApiError::new(ErrorCode::Invalid, "an agent writes text"));
    }
    let ack = state.store.append_from_agent(&who.agent, id, message, clock::now()).await?;
    metrics::count_message("agent");
    Ok(Json(ack))
}
