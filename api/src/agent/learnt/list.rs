//! `GET /api/v1/agent/learnt`

use alap_protocol::{error::ErrorBody, learning::LearntEntry};
use axum::{Json, extract::State};

use crate::{
    http::{error::ApiError, proof::LoggedIn},
    learning::view,
    state::AppState,
};

/// What was learnt from questions, the latest changed first.
#[utoipa::path(
    get,
    path = "/api/v1/agent/learnt",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 200, body = Vec<LearntEntry>), (status = 401, body = ErrorBody))
)]
pub async fn learnt(
    State(state): State<AppState>,
    who: LoggedIn,
) -> Result<Json<Vec<LearntEntry>>, ApiError> {
    let learnt = state.store.learnt(&who.agent.shop).await?;
    let folder = state.served.folder();
    Ok(Json(learnt.into_iter().map(|learnt| view(&folder.pack, learnt)).collect()))
}
