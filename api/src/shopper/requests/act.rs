//! `POST /api/v1/conversations/{id}/requests/{request}/acts`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    id::RequestId,
    request::{ShopperAct, ShopperDeed, Standing},
};
use alap_store::ShopperKey;
use axum::{Json, extract::State};

use super::slow_down;
use crate::{
    clock,
    http::{body::Body, error::ApiError, named::RequestPath, peer::Peer, proof::Shopper},
    state::AppState,
    system::metrics,
};

/// What a shopper does to a request: propose a price, accept, decline, take back, note a payment, end it. The same key with
/// the same deed is done once.
#[utoipa::path(
    post,
    path = "/api/v1/conversations/{id}/requests/{request}/acts",
    tag = "shopper",
    security(("shopper" = [])),
    params(
        ("id" = uuid::Uuid, Path, description = "The conversation's id"),
        ("request" = uuid::Uuid, Path, description = "The request's id"),
    ),
    request_body = ShopperAct,
    responses(
        (status = 200, body = Standing),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such request, or another secret"),
        (status = 409, body = ErrorBody, description = "It stands otherwise by now, the key was used, or the coupon does not hold"),
        (status = 422, body = ErrorBody, description = "It cannot be, or a photo is not there"),
        (status = 429, body = ErrorBody),
    )
)]
pub async fn act(
    State(state): State<AppState>,
    Shopper(key): Shopper,
    RequestPath(request): RequestPath,
    peer: Peer,
    Body(act): Body<ShopperAct>,
) -> Result<Json<Standing>, ApiError> {
    let now = clock::now();
    if matches!(act.deed, ShopperDeed::Accept { coupon: Some(_), .. }) {
        slow_down(&state, &key, peer, now).await?;
    }
    let by_rule = match act.deed {
        ShopperDeed::Propose { .. } => {
            if !state.shop().desk.desk.proposals {
                return Err(ApiError::new(ErrorCode::Invalid, "this shop takes no proposals"));
            }
            may_ask_rule(&state, &key, request, peer, now).await?
        }
        _ => false,
    };
    let deed = deed(&act.deed);
    let house = state.shop().house(now);
    let standing = state.store.shopper_act(&key, request, act, house, by_rule, now).await?;
    metrics::count_deed("shopper", deed);
    Ok(Json(standing))
}

/// An address that asks too often what things could be had for, whatever the product or the conversation, gets an answer of a
/// person, not of a rule.
async fn may_ask_rule(
    state: &AppState,
    key: &ShopperKey,
    request: RequestId,
    peer: Peer,
    now: i64,
) -> Result<bool, ApiError> {
    let shop = state.store.prove(key).await?;
    let line = state.store.request(&shop, request).await?;
    if line.conversation != key.conversation {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(line.product.is_some() && state.limits.may_ask_rule(peer, now))
}

fn deed(deed: &ShopperDeed) -> &'static str {
    match deed {
        ShopperDeed::Propose { .. } => "propose",
        ShopperDeed::Accept { .. } => "accept",
        ShopperDeed::Decline { .. } => "decline",
        ShopperDeed::Withdraw { .. } => "withdraw",
        ShopperDeed::Pay { .. } => "pay",
        ShopperDeed::Cancel { .. } => "cancel",
    }
}
