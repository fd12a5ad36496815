//! `GET /api/v1/agent/calls?from=MS&to=MS`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    request::CallList,
};
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use serde::Deserialize;

use crate::{
    http::{error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// The longest span that is listed, in milliseconds.
const LONGEST: i64 = 366 * 24 * 60 * 60 * 1_000;

/// Which calls.
#[derive(Debug, Deserialize)]
pub struct Days {
    from: i64,
    to: i64,
}

/// The calls and meetings that begin in a span of time, in order; at most 200.
#[utoipa::path(
    get,
    path = "/api/v1/agent/calls",
    tag = "agent",
    security(("agent" = [])),
    params(
        ("from" = i64, Query, description = "From this moment on, in milliseconds since 1970 UTC"),
        ("to" = i64, Query, description = "Before this moment, at most a year later"),
    ),
    responses(
        (status = 200, body = CallList),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn calls(
    State(state): State<AppState>,
    who: LoggedIn,
    days: Result<Query<Days>, QueryRejection>,
) -> Result<Json<CallList>, ApiError> {
    let malformed =
        || ApiError::new(ErrorCode::Malformed, "from and to are two moments, at most a year apart");
    let Query(Days { from, to }) = days.map_err(|_| malformed())?;
    if from < 0 || !to.checked_sub(from).is_some_and(|span| (0..=LONGEST).contains(&span)) {
        return Err(malformed());
    }
    Ok(Json(CallList { calls: state.store.calls(&who.agent.shop, from, to).await? }))
}
