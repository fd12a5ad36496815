//! `GET /api/v1/agent/agents`

use alap_protocol::{agent::AgentView, error::ErrorBody};
use axum::{Json, extract::State};

use super::view;
use crate::{
    http::{error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// Who can be assigned, by name.
#[utoipa::path(
    get,
    path = "/api/v1/agent/agents",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 200, body = Vec<AgentView>), (status = 401, body = ErrorBody))
)]
pub async fn agents(State(state): State<AppState>, who: LoggedIn) -> Result<Json<Vec<AgentView>>, ApiError> {
    let agents = state.store.agents(&who.agent.shop).await?;
    Ok(Json(agents.into_iter().map(|agent| view(&state, agent)).collect()))
}
