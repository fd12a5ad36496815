//! `GET /api/v1/places`

use std::sync::LazyLock;

use alap_intake::places::Places;
use axum::{http::HeaderMap, response::Response};

use crate::http::asset::{Asset, Keep};

const MIME: &str = "text/tab-separated-values; charset=utf-8";

static TABLE: LazyLock<Asset> = LazyLock::new(|| Asset::small(MIME, Places::table().as_bytes().to_vec()));

/// The divisions, districts and upazilas of Bangladesh: number, number of what it lies in, name in Bangla, name in English.
#[utoipa::path(
    get,
    path = "/api/v1/places",
    tag = "shopper",
    responses(
        (status = 200, content_type = "text/tab-separated-values", body = String),
        (status = 304, description = "What you have is the newest"),
    )
)]
pub async fn places(headers: HeaderMap) -> Response {
    TABLE.answer(&headers, Keep::Day)
}
