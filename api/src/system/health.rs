//! `GET /healthz`: does the database answer?

use axum::extract::State;

use crate::{http::error::ApiError, state::AppState};

/// `ok`, or 503.
pub async fn health(State(state): State<AppState>) -> Result<&'static str, ApiError> {
    state.store.ping().await?;
    Ok("ok\n")
}
