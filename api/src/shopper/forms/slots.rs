//! `GET /api/v1/shops/{shop}/forms/{form}/slots`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    request::SlotList,
};
use axum::{
    Json,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::{
    clock,
    http::{
        error::ApiError,
        named::{FormPath, ShopPath},
    },
    intake::slots::{free_now, questions},
    state::AppState,
};

/// The free times of the form's slot question, at most 500. Who booked the others is not said.
#[utoipa::path(
    get,
    path = "/api/v1/shops/{shop}/forms/{form}/slots",
    tag = "shopper",
    params(
        ("shop" = String, Path, description = "The shop's id"),
        ("form" = String, Path, description = "The form's id"),
    ),
    responses(
        (status = 200, body = SlotList),
        (status = 404, body = ErrorBody, description = "No such form, or it books no time"),
    )
)]
pub async fn slots(
    State(state): State<AppState>,
    ShopPath(shop): ShopPath,
    FormPath(form): FormPath,
) -> Result<Response, ApiError> {
    let served = state.shop();
    let forms = &served.desk.desk.forms;
    let form = forms.iter().find(|known| known.id == form && served.pack.shop.id == shop);
    let (_, rule) = form.and_then(|form| questions(form).next()).ok_or(ErrorCode::NotFound)?;
    let slots = free_now(&state.store, &shop, &served.pack.shop.hours, rule, clock::now()).await?;
    let mut response = Json(SlotList { slots, minutes: rule.minutes }).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
