//! `GET /api/v1/agent/payments`

use alap_protocol::{error::ErrorBody, payment::PaymentList};
use axum::{Json, extract::State};

use crate::{
    http::{error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// The payments that shoppers noted: those not looked at first, the oldest first; at most 200.
#[utoipa::path(
    get,
    path = "/api/v1/agent/payments",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 200, body = PaymentList), (status = 401, body = ErrorBody))
)]
pub async fn payments(State(state): State<AppState>, who: LoggedIn) -> Result<Json<PaymentList>, ApiError> {
    Ok(Json(PaymentList { payments: state.store.payments(&who.agent.shop).await? }))
}
