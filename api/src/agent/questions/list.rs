//! `GET /api/v1/agent/questions`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    learning::QuestionList,
};
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{error::ApiError, proof::LoggedIn},
    learning::groups::grouped,
    state::AppState,
};

/// Questions that found no answer, those alike together, the most frequent first. Only those of conversations that shoppers
/// chose to send are known.
#[utoipa::path(
    get,
    path = "/api/v1/agent/questions",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 200, body = QuestionList), (status = 401, body = ErrorBody))
)]
pub async fn questions(State(state): State<AppState>, who: LoggedIn) -> Result<Json<QuestionList>, ApiError> {
    let asked = state.store.missed_questions(&who.agent.shop).await?;
    let pack = state.shop().pack.clone();
    let groups = tokio::task::spawn_blocking(move || grouped(&asked, &pack));
    let groups = groups.await.map_err(|_| ErrorCode::Internal)?;
    Ok(Json(QuestionList { groups, now: clock::now() }))
}
