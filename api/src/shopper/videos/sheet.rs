//! `GET /api/v1/shops/{shop}/videos/{video}`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    video::VideoSheet,
};
use axum::{
    extract::{RawQuery, State},
    http::HeaderMap,
    response::Response,
};

use crate::{
    http::{
        error::ApiError,
        named::{ShopPath, VideoPath},
    },
    state::AppState,
};

/// What the player needs of a video, fetched when it is tapped. With the version that the pack names it may be kept for good;
/// without, ask again with `If-None-Match`. With `Accept: application/vnd.alap.video` it comes in postcard instead of JSON.
#[utoipa::path(
    get,
    path = "/api/v1/shops/{shop}/videos/{video}",
    tag = "shopper",
    params(
        ("shop" = String, Path, description = "The shop's id"),
        ("video" = String, Path, description = "The video's id, as the pack names it"),
        ("v" = Option<String>, Query, description = "The version that the pack names"),
    ),
    responses(
        (status = 200, body = VideoSheet, headers(("ETag" = String, description = "The sheet's version"))),
        (status = 304, description = "What you have is the newest"),
        (status = 404, body = ErrorBody, description = "No such shop, or it has no such video"),
    )
)]
pub async fn sheet(
    State(state): State<AppState>,
    ShopPath(shop): ShopPath,
    VideoPath(video): VideoPath,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let served = state.shop();
    if served.pack.shop.id != shop {
        return Err(ErrorCode::NotFound.into());
    }
    let video = served.videos.get(&video).ok_or(ErrorCode::NotFound)?;
    Ok(video.sheet.answer(query.as_deref(), &headers))
}
