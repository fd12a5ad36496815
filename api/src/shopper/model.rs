//! `GET /api/v1/shops/{shop}/model`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    pack::MODEL_MEDIA_TYPE,
};
use axum::{
    extract::{RawQuery, State},
    http::HeaderMap,
    response::Response,
};

use crate::{
    http::{document::keep, error::ApiError, named::ShopPath},
    state::AppState,
};

/// What anonymous sessions have taught about the products of this pack, for `alap-suggest` to read. With the version
/// that the pack names it may be kept for good; without, ask again with `If-None-Match`.
#[utoipa::path(
    get,
    path = "/api/v1/shops/{shop}/model",
    tag = "shopper",
    params(
        ("shop" = String, Path, description = "The shop's id"),
        ("v" = Option<String>, Query, description = "The version that the pack names"),
    ),
    responses(
        (
            status = 200,
            content_type = MODEL_MEDIA_TYPE,
            body = [u8],
            headers(("ETag" = String, description = "The model's version, as the pack names it"))
        ),
        (status = 304, description = "What you have is the newest"),
        (status = 404, body = ErrorBody, description = "No such shop, or it has no model"),
    )
)]
pub async fn model(
    State(state): State<AppState>,
    ShopPath(shop): ShopPath,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let served = state.shop();
    if served.pack.shop.id != shop {
        return Err(ErrorCode::NotFound.into());
    }
    let model = served.model.as_ref().ok_or(ErrorCode::NotFound)?;
    Ok(model.asset.answer(&headers, keep(query.as_deref(), &model.version)))
}
