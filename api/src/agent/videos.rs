//! `GET /api/v1/agent/videos`

use alap_protocol::{
    error::ErrorBody,
    video::{VideoCounts, VideoReport},
};
use axum::{Json, extract::State};

use crate::{
    http::{error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// Where the shop's videos are watched again, jumped over and asked about: counted from conversations that were sent, and from
/// shoppers who agreed. With the 50 moments that were asked about last, also of videos that are gone by now.
#[utoipa::path(
    get,
    path = "/api/v1/agent/videos",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 200, body = VideoReport), (status = 401, body = ErrorBody))
)]
pub async fn videos(State(state): State<AppState>, who: LoggedIn) -> Result<Json<VideoReport>, ApiError> {
    let served = state.shop();
    let mut counts = state.store.video_counts(&who.agent.shop).await?;
    let videos = served
        .pack
        .videos
        .iter()
        .map(|head| VideoCounts {
            video: head.id.clone(),
            parts: counts.remove(&head.id).unwrap_or_default(),
        })
        .collect();
    let asked = state.store.asked_moments(&who.agent.shop).await?;
    Ok(Json(VideoReport { counted: served.videos.counted, videos, asked }))
}
