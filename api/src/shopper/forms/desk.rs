//! `GET /api/v1/shops/{shop}/desk`

use alap_protocol::{
    desk::Desk,
    error::{ErrorBody, ErrorCode},
};
use axum::{
    extract::{RawQuery, State},
    http::HeaderMap,
    response::Response,
};

use crate::{
    http::{error::ApiError, named::ShopPath},
    state::AppState,
};

/// The shop's forms, and how an advance is paid. With the version that the pack names it may be kept for good; without, ask
/// again with `If-None-Match`. With `Accept: application/vnd.alap.desk` it comes in postcard instead of JSON.
#[utoipa::path(
    get,
    path = "/api/v1/shops/{shop}/desk",
    tag = "shopper",
    params(
        ("shop" = String, Path, description = "The shop's id"),
        ("v" = Option<String>, Query, description = "The version that the pack names"),
    ),
    responses(
        (status = 200, body = Desk, headers(("ETag" = String, description = "The desk's version"))),
        (status = 304, description = "What you have is the newest"),
        (status = 404, body = ErrorBody, description = "No such shop, or it has no desk"),
    )
)]
pub async fn desk(
    State(state): State<AppState>,
    ShopPath(shop): ShopPath,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let served = state.shop();
    if served.pack.shop.id != shop || served.desk.desk.version.is_empty() {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(served.desk.written.answer(query.as_deref(), &headers))
}
