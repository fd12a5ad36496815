//! `POST /api/v1/agent/requests/{request}/acts`

use alap_protocol::{
    error::ErrorBody,
    request::{AgentAct, AgentDeed, Standing},
};
use axum::{Json, extract::State};

use crate::{
    clock,
    http::{body::Body, error::ApiError, named::RequestPath, proof::LoggedIn},
    state::AppState,
    system::metrics,
};

/// What a person of the shop does to a request: offer, accept, decline, take back, look at a payment, confirm, finish, end it.
/// The same key with the same deed is done once.
#[utoipa::path(
    post,
    path = "/api/v1/agent/requests/{request}/acts",
    tag = "agent",
    security(("agent" = [])),
    params(("request" = uuid::Uuid, Path, description = "The request's id")),
    request_body = AgentAct,
    responses(
        (status = 200, body = Standing),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, body = ErrorBody, description = "It stands otherwise by now, the key was used, or the coupon does not hold"),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn act(
    State(state): State<AppState>,
    who: LoggedIn,
    RequestPath(request): RequestPath,
    Body(act): Body<AgentAct>,
) -> Result<Json<Standing>, ApiError> {
    let (now, deed) = (clock::now(), deed(&act.deed));
    let house = state.shop().house(now);
    let standing = state.store.agent_act(&who.agent, request, act, house, now).await?;
    metrics::count_deed("agent", deed);
    Ok(Json(standing))
}

fn deed(deed: &AgentDeed) -> &'static str {
    match deed {
        AgentDeed::Offer { .. } => "offer",
        AgentDeed::Accept { .. } => "accept",
        AgentDeed::Decline { .. } => "decline",
        AgentDeed::Withdraw { .. } => "withdraw",
        AgentDeed::CheckPayment { .. } => "check_payment",
        AgentDeed::Confirm {} => "confirm",
        AgentDeed::Finish {} => "finish",
        AgentDeed::Cancel { .. } => "cancel",
    }
}
