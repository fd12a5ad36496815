//! `DELETE /api/v1/agent/learnt/{entry}`

use alap_protocol::error::ErrorBody;
use axum::{extract::State, http::StatusCode};

use super::renew_pack;
use crate::{
    http::{error::ApiError, named::EntryPath, proof::LoggedIn},
    state::AppState,
};

/// Forgets what was learnt. The next pack is without it.
#[utoipa::path(
    delete,
    path = "/api/v1/agent/learnt/{entry}",
    tag = "agent",
    security(("agent" = [])),
    params(("entry" = String, Path, description = "The entry's id")),
    responses(
        (status = 204, description = "Forgotten"),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn forget(
    State(state): State<AppState>,
    who: LoggedIn,
    EntryPath(entry): EntryPath,
) -> Result<StatusCode, ApiError> {
    state.store.forget_learnt(&who.agent.shop, &entry).await?;
    renew_pack(&state).await;
    Ok(StatusCode::NO_CONTENT)
}
