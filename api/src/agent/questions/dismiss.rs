//! `POST /api/v1/agent/questions/dismiss`

use alap_protocol::{error::ErrorBody, learning::Questions};
use axum::{extract::State, http::StatusCode};

use super::checked;
use crate::{
    http::{body::Body, error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// These questions are not for the FAQ. Dismissed twice, they are dismissed once.
#[utoipa::path(
    post,
    path = "/api/v1/agent/questions/dismiss",
    tag = "agent",
    security(("agent" = [])),
    request_body = Questions,
    responses(
        (status = 204, description = "Done, for all of them"),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "One of them is not there: nothing was done"),
        (status = 409, body = ErrorBody, description = "One of them was learnt: nothing was done"),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn dismiss(
    State(state): State<AppState>,
    who: LoggedIn,
    Body(asked): Body<Questions>,
) -> Result<StatusCode, ApiError> {
    checked(&asked.questions)?;
    state.store.dismiss_questions(&who.agent.shop, &asked.questions).await?;
    Ok(StatusCode::NO_CONTENT)
}
