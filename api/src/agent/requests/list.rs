//! `GET /api/v1/agent/requests?kind=…&state=…`

use alap_protocol::{
    deal::DealState,
    error::{ErrorBody, ErrorCode},
    form::FormKind,
    request::RequestList,
};
use alap_store::RequestFilter;
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

/// Which requests.
#[derive(Debug, Deserialize)]
pub struct Filter {
    kind: Option<FormKind>,
    state: Option<DealState>,
}

/// The inbox's list: those that wait for the shop first, the longest waiting first; then the latest changed; at most 200.
#[utoipa::path(
    get,
    path = "/api/v1/agent/requests",
    tag = "agent",
    security(("agent" = [])),
    params(
        ("kind" = Option<FormKind>, Query, description = "Only those of this kind"),
        ("state" = Option<DealState>, Query, description = "Only those that stand so"),
    ),
    responses(
        (status = 200, body = RequestList),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn requests(
    State(state): State<AppState>,
    who: LoggedIn,
    filter: Result<Query<Filter>, QueryRejection>,
) -> Result<Json<RequestList>, ApiError> {
    let malformed = |_| ApiError::new(ErrorCode::Malformed, "there is no such kind or state");
    let Query(Filter { kind, state: stands }) = filter.map_err(malformed)?;
    let filter = RequestFilter { kind, state: stands };
    let requests = state.store.requests(&who.agent.shop, filter).await?;
    Ok(Json(RequestList { requests, now: clock::now() }))
}
