//! `PUT /api/v1/conversations/{id}/requests/{request}`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    limits::ANSWERS_BYTES,
    request::{NewRequest, Standing},
};
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{body::Body, error::ApiError, named::RequestPath, peer::Peer, proof::Shopper},
    intake::checked::{body_hash, draft},
    state::AppState,
    system::metrics,
};

/// A filled-in form. Every answer is checked against the shop as it stands now; one that does not hold, and nothing is kept.
/// Sent again, it gets the same answer again.
#[utoipa::path(
    put,
    path = "/api/v1/conversations/{id}/requests/{request}",
    tag = "shopper",
    security(("shopper" = [])),
    params(
        ("id" = uuid::Uuid, Path, description = "The conversation's id"),
        ("request" = uuid::Uuid, Path, description = "The request's id, made by the device"),
    ),
    request_body = NewRequest,
    responses(
        (status = 200, body = Standing),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such conversation, or another secret"),
        (status = 409, body = ErrorBody, description = "The id was used, the time is taken, or the form has changed"),
        (status = 422, body = ErrorBody, description = "An answer is none, or a photo is not there"),
        (status = 429, body = ErrorBody, description = "Too many forms, or booked times, from one address"),
    )
)]
pub async fn send(
    State(state): State<AppState>,
    Shopper(key): Shopper,
    RequestPath(id): RequestPath,
    peer: Peer,
    Body(asked): Body<NewRequest>,
) -> Result<Json<Standing>, ApiError> {
    let (now, hash) = (clock::now(), body_hash(&asked)?);
    // What was kept before is not checked again: its time is taken by itself, its form may be another one.
    if let Some(standing) = state.store.known_request(&key, id, &hash).await? {
        return Ok(Json(standing));
    }
    if !state.limits.requests.try_at(peer, now) {
        return Err(ErrorCode::TooMany.into());
    }
    let answers = serde_json::to_vec(&asked.answers).map_err(|_| ErrorCode::Internal)?;
    if answers.len() > ANSWERS_BYTES {
        return Err(ErrorCode::TooLarge.into());
    }
    let draft = draft(&state, id, asked, hash, now).await?;
    // What is booked is there for nobody else: one address does not get all of a shop's times.
    if draft.slot.is_some() && !state.limits.bookings.try_at(peer, now) {
        return Err(ErrorCode::TooMany.into());
    }
    let kind = draft.kind;
    let standing = state.store.open_request(&key, draft, now).await?;
    metrics::count_form(kind);
    Ok(Json(standing))
}
