//! `GET /api/v1/agent/me`

use alap_protocol::{agent::AgentView, error::ErrorBody};
use axum::{Json, extract::State};

use super::view;
use crate::{http::proof::LoggedIn, state::AppState};

/// Who is logged in.
#[utoipa::path(
    get,
    path = "/api/v1/agent/me",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 200, body = AgentView), (status = 401, body = ErrorBody))
)]
pub async fn me(State(state): State<AppState>, who: LoggedIn) -> Json<AgentView> {
    Json(view(&state, who.agent))
}
