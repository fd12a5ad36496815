//! Bytes that came in as they are: a photo.

use std::time::Duration;

use alap_protocol::{error::ErrorCode, limits::PHOTO_BYTES};
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use super::error::ApiError;

/// How long they may take to arrive: longer than words, since a photo goes over a slow line.
const ARRIVES_WITHIN: Duration = Duration::from_secs(25);

/// The body, up to [`PHOTO_BYTES`]. What its sender calls it is not looked at.
#[derive(Clone, Debug)]
pub struct Upload(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = ApiError;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Self::Rejection> {
        let body = Limited::new(request.into_body(), PHOTO_BYTES).collect();
        match tokio::time::timeout(ARRIVES_WITHIN, body).await {
            Err(_elapsed) => Err(ErrorCode::Timeout.into()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(ErrorCode::TooLarge.into()),
            Ok(Err(_broken_off)) => Err(ErrorCode::Malformed.into()),
            Ok(Ok(body)) => Ok(Self(body.to_bytes())),
        }
    }
}
