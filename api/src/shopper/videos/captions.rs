//! `GET /api/v1/shops/{shop}/videos/{video}/captions/{name}`

use alap_protocol::error::{ErrorBody, ErrorCode};
use axum::{
    extract::{RawQuery, State},
    http::HeaderMap,
    response::Response,
};

use crate::{
    http::{
        document::keep,
        error::ApiError,
        named::{FilePath, ShopPath, VideoPath},
    },
    pages::headers as policy,
    state::AppState,
};

/// The captions of a video as WebVTT, for pages of any origin: the shop's own pages and other players show them, too. With the
/// version that the sheet names they may be kept for good.
#[utoipa::path(
    get,
    path = "/api/v1/shops/{shop}/videos/{video}/captions/{name}",
    tag = "shopper",
    params(
        ("shop" = String, Path, description = "The shop's id"),
        ("video" = String, Path, description = "The video's id"),
        ("name" = String, Path, description = "`bn.vtt` or `en.vtt`"),
        ("v" = Option<String>, Query, description = "The version that the sheet names"),
    ),
    responses(
        (
            status = 200,
            content_type = "text/vtt; charset=utf-8",
            body = String,
            headers(("ETag" = String, description = "Their version"))
        ),
        (status = 304, description = "What you have is the newest"),
        (status = 404, body = ErrorBody, description = "No such video, or it has none in this language"),
    )
)]
pub async fn captions(
    State(state): State<AppState>,
    ShopPath(shop): ShopPath,
    VideoPath(video): VideoPath,
    FilePath(name): FilePath,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response, ApiError> {
    let served = state.shop();
    if served.pack.shop.id != shop {
        return Err(ErrorCode::NotFound.into());
    }
    let file =
        served.videos.get(&video).and_then(|video| video.captions(&name)).ok_or(ErrorCode::NotFound)?;
    let answer = file.asset.answer(&asked, keep(query.as_deref(), &file.version));
    Ok(policy::for_any_page(policy::sandboxed(answer)))
}
