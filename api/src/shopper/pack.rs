//! `GET /api/v1/shops/{shop}/pack`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    pack::{PACK_MEDIA_TYPE, ShopPack},
};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};

use crate::{
    http::{asset::Keep, error::ApiError, named::ShopPath},
    state::AppState,
};

/// The seller's data: everything that the widget answers from. Ask again with `If-None-Match`. With
/// `Accept: application/vnd.alap.pack` it comes in postcard instead of JSON.
#[utoipa::path(
    get,
    path = "/api/v1/shops/{shop}/pack",
    tag = "shopper",
    params(("shop" = String, Path, description = "The shop's id")),
    responses(
        (status = 200, body = ShopPack, headers(("ETag" = String, description = "The pack's version"))),
        (status = 304, description = "What you have is the newest"),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn pack(
    State(state): State<AppState>,
    ShopPath(shop): ShopPath,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let served = state.shop();
    if served.pack.shop.id != shop {
        return Err(ErrorCode::NotFound.into());
    }
    let wanted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let compact = wanted.is_some_and(|types| types.contains(PACK_MEDIA_TYPE));
    let asset = if compact { &served.compact } else { &served.json };
    let mut response = asset.answer(&headers, Keep::Ask);
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
    Ok(response)
}
