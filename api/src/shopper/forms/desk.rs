//! `GET /api/v1/shops/{shop}/desk`

use alap_protocol::{
    desk::{DESK_MEDIA_TYPE, Desk},
    error::{ErrorBody, ErrorCode},
};
use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};

use crate::{
    http::{asset::Keep, error::ApiError, named::ShopPath},
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
    let version = &served.desk.desk.version;
    if served.pack.shop.id != shop || version.is_empty() {
        return Err(ErrorCode::NotFound.into());
    }
    let asked = query.as_deref().and_then(|query| query.strip_prefix("v="));
    let keep = if asked == Some(version) { Keep::Forever } else { Keep::Ask };
    let wanted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let compact = wanted.is_some_and(|types| types.contains(DESK_MEDIA_TYPE));
    let asset = if compact { &served.desk.compact } else { &served.desk.json };
    let mut response = asset.answer(&headers, keep);
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
    Ok(response)
}
