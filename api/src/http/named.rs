//! What an address names. What is no id names nothing that there is.

use alap_protocol::{
    coupon::CouponCode,
    error::ErrorCode,
    id::{ConversationId, EntryId, FormId, PhotoId, RequestId, ShopId, VideoId},
};
use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};

use super::error::ApiError;

/// The conversation in the address.
#[derive(Clone, Copy, Debug)]
pub struct ConversationPath(pub ConversationId);

impl<S: Send + Sync> FromRequestParts<S> for ConversationPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let id = path_parameter(parts, state, "id").await;
        id.and_then(|id| id.parse().ok()).map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

/// The shop in the address.
#[derive(Clone, Debug)]
pub struct ShopPath(pub ShopId);

impl<S: Send + Sync> FromRequestParts<S> for ShopPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let shop = path_parameter(parts, state, "shop").await;
        shop.and_then(|shop| ShopId::parse(shop).ok()).map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

/// The entry in the address.
#[derive(Clone, Debug)]
pub struct EntryPath(pub EntryId);

impl<S: Send + Sync> FromRequestParts<S> for EntryPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let entry = path_parameter(parts, state, "entry").await;
        entry.and_then(|entry| EntryId::parse(entry).ok()).map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

/// The form in the address.
#[derive(Clone, Debug)]
pub struct FormPath(pub FormId);

impl<S: Send + Sync> FromRequestParts<S> for FormPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let form = path_parameter(parts, state, "form").await;
        form.and_then(|form| FormId::parse(form).ok()).map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

/// The request, in the sense of a filled-in form, in the address.
#[derive(Clone, Copy, Debug)]
pub struct RequestPath(pub RequestId);

impl<S: Send + Sync> FromRequestParts<S> for RequestPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let id = path_parameter(parts, state, "request").await;
        id.and_then(|id| id.parse().ok()).map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

/// The photo in the address.
#[derive(Clone, Copy, Debug)]
pub struct PhotoPath(pub PhotoId);

impl<S: Send + Sync> FromRequestParts<S> for PhotoPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let id = path_parameter(parts, state, "photo").await;
        id.and_then(|id| id.parse().ok()).map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

/// The coupon in the address.
#[derive(Clone, Debug)]
pub struct CodePath(pub CouponCode);

impl<S: Send + Sync> FromRequestParts<S> for CodePath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let code = path_parameter(parts, state, "code").await;
        code.and_then(|code| CouponCode::parse(code).ok()).map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

/// The video in the address.
#[derive(Clone, Debug)]
pub struct VideoPath(pub VideoId);

impl<S: Send + Sync> FromRequestParts<S> for VideoPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let video = path_parameter(parts, state, "video").await;
        video.and_then(|video| VideoId::parse(video).ok()).map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

/// The name of a file in the address; it need not be one that there is.
#[derive(Clone, Debug)]
pub struct FilePath(pub String);

impl<S: Send + Sync> FromRequestParts<S> for FilePath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        path_parameter(parts, state, "name").await.map(Self).ok_or(ErrorCode::NotFound.into())
    }
}

async fn path_parameter<S: Send + Sync>(parts: &mut Parts, state: &S, name: &str) -> Option<String> {
    let parameters = RawPathParams::from_request_parts(parts, state).await.ok()?;
    parameters.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}
