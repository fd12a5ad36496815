//! `?after=N`: how far the reader is.

use alap_protocol::{error::ErrorCode, id::Sequence};
use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use serde::Deserialize;

use super::error::ApiError;

/// The last message that the reader has; 0 when nothing is said.
#[derive(Clone, Copy, Debug)]
pub struct After(pub Sequence);

#[derive(Deserialize)]
struct Asked {
    after: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for After {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let malformed = || ApiError::new(ErrorCode::Malformed, "the cursor must be a number from 0 up");
        let Query(asked) = Query::<Asked>::from_request_parts(parts, state).await.map_err(|_| malformed())?;
        match asked.after {
            None => Ok(Self(Sequence(0))),
            Some(after) if after.bytes().all(|byte| byte.is_ascii_digit()) => {
                after.parse().map(|after| Self(Sequence(after))).map_err(|_| malformed())
            }
            Some(_) => Err(malformed()),
        }
    }
}
