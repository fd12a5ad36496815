//! `POST /api/v1/shops/{shop}/watched`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    video::WatchedReport,
};
use axum::{extract::State, http::StatusCode};

use crate::{
    clock,
    http::{body::Body, error::ApiError, named::ShopPath, peer::Peer},
    state::AppState,
    system::metrics,
};

/// What was watched again and what was jumped over, from a shopper who agreed that the shop counts it. The sums are kept, and
/// nothing of who sent it: no address, no time. Only where the shop asks its shoppers, with `[video] count` in `shop.toml`.
#[utoipa::path(
    post,
    path = "/api/v1/shops/{shop}/watched",
    tag = "shopper",
    params(("shop" = String, Path, description = "The shop's id")),
    request_body = WatchedReport,
    responses(
        (status = 204, description = "Counted"),
        (status = 404, body = ErrorBody, description = "No such shop or video, or the shop does not count"),
        (status = 422, body = ErrorBody),
        (status = 429, body = ErrorBody, description = "This address told too much in an hour"),
    )
)]
pub async fn watched(
    State(state): State<AppState>,
    ShopPath(shop): ShopPath,
    peer: Peer,
    Body(report): Body<WatchedReport>,
) -> Result<StatusCode, ApiError> {
    let served = state.shop();
    if served.pack.shop.id != shop || !served.videos.counted {
        return Err(ErrorCode::NotFound.into());
    }
    if !report.watched.is_proper() {
        return Err(ApiError::new(ErrorCode::Invalid, "the parts are too many, or not in order"));
    }
    let video = served.videos.get(&report.video).ok_or(ErrorCode::NotFound)?;
    // The address is remembered for an hour, in memory, and with nothing beside it.
    if !state.limits.watched.try_at(peer, clock::now()) {
        return Err(ErrorCode::TooMany.into());
    }
    state.store.count_watched(&shop, &report.video, &report.watched, video.parts).await?;
    metrics::count_watched();
    Ok(StatusCode::NO_CONTENT)
}
