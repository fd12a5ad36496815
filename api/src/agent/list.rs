//! `GET /api/v1/agent/conversations?state=…`

use alap_protocol::{
    agent::ConversationList,
    conversation::ConversationState,
    error::{ErrorBody, ErrorCode},
};
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use serde::Deserialize;

use crate::{
    clock,
    http::{error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// Which conversations.
#[derive(Debug, Deserialize)]
pub struct Filter {
    state: Option<ConversationState>,
}

/// The inbox's list: the longest waiting first, then the latest changed; at most 200.
#[utoipa::path(
    get,
    path = "/api/v1/agent/conversations",
    tag = "agent",
    security(("agent" = [])),
    params(("state" = Option<ConversationState>, Query, description = "Only those that stand so")),
    responses(
        (status = 200, body = ConversationList),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn conversations(
    State(state): State<AppState>,
    who: LoggedIn,
    filter: Result<Query<Filter>, QueryRejection>,
) -> Result<Json<ConversationList>, ApiError> {
    let malformed = |_| ApiError::new(ErrorCode::Malformed, "the state is waiting, open or closed");
    let Query(filter) = filter.map_err(malformed)?;
    let conversations = state.store.conversations(&who.agent.shop, filter.state).await?;
    Ok(Json(ConversationList { conversations, now: clock::now() }))
}
