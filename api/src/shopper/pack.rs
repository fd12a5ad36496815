//! `GET /api/v1/shops/{shop}/pack`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    pack::ShopPack,
};
use axum::{extract::State, http::HeaderMap, response::Response};

use crate::{
    http::{error::ApiError, named::ShopPath},
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
    // Nobody names a version: which one is the newest is what is asked here.
    Ok(served.written.answer(None, &headers))
}
