//! `PUT /api/v1/conversations/{id}/photos/{photo}`

use alap_protocol::error::{ErrorBody, ErrorCode};
use alap_store::Photo;
use axum::{
    extract::{FromRequest as _, Request, State},
    http::StatusCode,
};

use crate::{
    clock,
    http::{error::ApiError, named::PhotoPath, peer::Peer, proof::Shopper, upload::Upload},
    photo,
    state::AppState,
};

/// A picture. What it is is told by its bytes; the place and the time in it are not kept. Sent again, it is the same photo.
#[utoipa::path(
    put,
    path = "/api/v1/conversations/{id}/photos/{photo}",
    tag = "shopper",
    security(("shopper" = [])),
    params(
        ("id" = uuid::Uuid, Path, description = "The conversation's id"),
        ("photo" = uuid::Uuid, Path, description = "The photo's id, made by the device"),
    ),
    request_body(content = [u8], content_type = "image/*", description = "JPEG, PNG or WebP, at most 1,500,000 bytes"),
    responses(
        (status = 204, description = "It is on disk"),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such conversation, or another secret"),
        (status = 409, body = ErrorBody, description = "The id stands for another photo"),
        (status = 413, body = ErrorBody),
        (status = 415, body = ErrorBody, description = "Neither JPEG nor PNG nor WebP"),
        (status = 422, body = ErrorBody, description = "Damaged, too many pixels, or too many photos"),
        (status = 429, body = ErrorBody),
    )
)]
pub async fn attach(
    State(state): State<AppState>,
    Shopper(key): Shopper,
    PhotoPath(id): PhotoPath,
    peer: Peer,
    request: Request,
) -> Result<StatusCode, ApiError> {
    // Nobody else's bytes are taken in.
    state.store.prove(&key).await?;
    if !state.limits.photos.try_at(peer, clock::now()) {
        return Err(ErrorCode::TooMany.into());
    }
    let Upload(bytes) = Upload::from_request(request, &state).await?;
    let picture = photo::read(&bytes)?;
    let photo = Photo { mime: picture.mime.to_owned(), bytes: picture.bytes };
    state.store.add_photo(&key, id, photo, clock::now()).await?;
    Ok(StatusCode::NO_CONTENT)
}
