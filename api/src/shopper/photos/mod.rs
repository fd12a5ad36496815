//! Photos of a conversation, one file an endpoint.

pub mod attach;
pub mod show;

use alap_protocol::error::ErrorCode;
use alap_store::Photo;
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};

use crate::{http::error::ApiError, pages::headers};

/// A photo for one who proved that they may see it. Nothing in it runs, and nobody in between keeps it.
pub(crate) fn shown(photo: Photo) -> Result<Response, ApiError> {
    let kind = match photo.mime.as_str() {
        "image/jpeg" => "image/jpeg",
        "image/png" => "image/png",
        "image/webp" => "image/webp",
        _ => return Err(ErrorCode::Internal.into()),
    };
    let mut response = headers::private(Response::new(Body::from(photo.bytes)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    // A photo never changes under its name.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
    Ok(response)
}
