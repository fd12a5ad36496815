//! `GET /api/v1/agent/shop`

use alap_protocol::{agent::ShopReport, error::ErrorBody};
use axum::{Json, extract::State};

use crate::{http::proof::LoggedIn, state::AppState};

/// Is the shop folder sound, and if not, what is wrong with it?
#[utoipa::path(
    get,
    path = "/api/v1/agent/shop",
    tag = "agent",
    security(("agent" = [])),
    responses((status = 200, body = ShopReport), (status = 401, body = ErrorBody))
)]
pub async fn shop(State(state): State<AppState>, _who: LoggedIn) -> Json<ShopReport> {
    Json(state.shop().report())
}
