//! Every route, as one function.

use std::time::Duration;

use axum::{Router, http::StatusCode, middleware, routing::get};
use tower_http::{compression::CompressionLayer, timeout::TimeoutLayer};
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    agent,
    http::{envelope::envelope, origin::require_origin},
    pages, shopper, socket,
    state::AppState,
    system,
};

/// How long a request may take in all.
const ANSWERED_WITHIN: Duration = Duration::from_secs(30);

/// The server without a port.
pub fn app(state: AppState) -> Router {
    let (api, _document) = api(&state);
    Router::new()
        .merge(api)
        .merge(pages::router())
        .route("/healthz", get(system::health::health))
        .route("/metrics", get(system::metrics::metrics))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWERED_WITHIN))
        .layer(CompressionLayer::new().br(true).gzip(true).no_deflate().no_zstd())
        .layer(middleware::from_fn(envelope))
        .with_state(state)
}

/// What the OpenAPI document describes, behind the rule of origins.
fn api(state: &AppState) -> (Router<AppState>, OpenApi) {
    let (described, document) = described().split_for_parts();
    let router = described
        .route("/api/v1/socket", get(socket::shopper::socket))
        .route("/api/v1/agent/socket", get(socket::agent::socket))
        .route("/api/v1/openapi.json", get(system::openapi::serve))
        .layer(middleware::from_fn_with_state(state.clone(), require_origin));
    (router, document)
}

/// The routes with their descriptions.
pub fn described() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(system::openapi::base())
        .routes(routes!(shopper::pack::pack))
        .routes(routes!(shopper::model::model))
        .routes(routes!(shopper::forms::desk::desk))
        .routes(routes!(shopper::forms::places::places))
        .routes(routes!(shopper::forms::slots::slots))
        .routes(routes!(shopper::open::open))
        .routes(routes!(shopper::messages::messages, shopper::send::send))
        .routes(routes!(shopper::seen::seen))
        .routes(routes!(shopper::photos::attach::attach, shopper::photos::show::show))
        .routes(routes!(shopper::requests::send::send))
        .routes(routes!(shopper::requests::act::act))
        .routes(routes!(shopper::requests::coupon::coupon))
        .routes(routes!(agent::login::login))
        .routes(routes!(agent::logout::logout))
        .routes(routes!(agent::me::me))
        .routes(routes!(agent::colleagues::agents))
        .routes(routes!(agent::shop::shop))
        .routes(routes!(agent::list::conversations))
        .routes(routes!(agent::one::conversation))
        .routes(routes!(agent::messages::messages, agent::send::send))
        .routes(routes!(agent::assign::assign))
        .routes(routes!(agent::close::close))
        .routes(routes!(agent::reopen::reopen))
        .routes(routes!(agent::seen::seen))
        .routes(routes!(agent::photo::photo))
        .routes(routes!(agent::requests::list::requests))
        .routes(routes!(agent::requests::export::export))
        .routes(routes!(agent::requests::one::request))
        .routes(routes!(agent::requests::act::act))
        .routes(routes!(agent::payments::payments))
        .routes(routes!(agent::calls::calls))
        .routes(routes!(agent::coupons::list::coupons, agent::coupons::add::add))
        .routes(routes!(agent::coupons::close::close))
        .routes(routes!(agent::questions::list::questions))
        .routes(routes!(agent::questions::learn::learn))
        .routes(routes!(agent::questions::dismiss::dismiss))
        .routes(routes!(agent::questions::reopen::reopen))
        .routes(routes!(agent::learnt::list::learnt))
        .routes(routes!(agent::learnt::change::change, agent::learnt::forget::forget))
}
