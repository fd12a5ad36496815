//! `POST /api/v1/agent/logout`

use alap_protocol::error::ErrorBody;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};

use super::login::cookie;
use crate::{
    http::{error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// Ends the session.
#[utoipa::path(
    post,
    path = "/api/v1/agent/logout",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 204, description = "Logged out"), (status = 401, body = ErrorBody))
)]
pub async fn logout(State(state): State<AppState>, who: LoggedIn) -> Result<impl IntoResponse, ApiError> {
    state.store.end_session(&who.session).await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie(&state, "", 0))]))
}
