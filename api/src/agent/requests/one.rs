//! `GET /api/v1/agent/requests/{request}`

use alap_protocol::{error::ErrorBody, request::RequestLine};
use axum::{Json, extract::State};

use crate::{
    http::{error::ApiError, named::RequestPath, proof::LoggedIn},
    state::AppState,
};

/// How one request stands; its steps are in the conversation.
#[utoipa::path(
    get,
    path = "/api/v1/agent/requests/{request}",
    tag = "agent",
    security(("agent" = [])),
    params(("request" = uuid::Uuid, Path, description = "The request's id")),
    responses(
        (status = 200, body = RequestLine),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn request(
    State(state): State<AppState>,
    who: LoggedIn,
    RequestPath(id): RequestPath,
) -> Result<Json<RequestLine>, ApiError> {
    Ok(Json(state.store.request(&who.agent.shop, id).await?))
}
