//! Every route, as one function.

use std::time::Duration;

use axum::{Router, http::StatusCode, middleware, routing::get};
use tower_http::{
    compression::{
        CompressionLayer, Predicate,
        predicate::{DefaultPredicate, NotForContentType},
    },
    timeout::TimeoutLayer,
};
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
    Router::new()
        .merge(api(&state))
        .merge(pages::router())
        .route("/healthz", get(system::health::health))
        .route("/metrics", get(system::metrics::metrics))
        // Until the answer begins: a video that streams over a slow line may take its time.
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWERED_WITHIN))
        .layer(compression())
        .layer(middleware::from_fn(envelope))
        .with_state(state)
}

/// Compresses what was not compressed before. Videos are, and their parts must stay where they are.
fn compression() -> CompressionLayer<impl Predicate> {
    let worth_it = DefaultPredicate::new().and(NotForContentType::const_new("video/"));
    CompressionLayer::new().br(true).gzip(true).no_deflate().no_zstd().compress_when(worth_it)
}

/// What the OpenAPI document describes; all of it that is not for every page behind the rule of origins.
fn api(state: &AppState) -> Router<AppState> {
    Router::from(ours())
        .route("/api/v1/socket", get(socket::shopper::socket))
        .route("/api/v1/agent/socket", get(socket::agent::socket))
        .route("/api/v1/openapi.json", get(system::openapi::serve))
        .layer(middleware::from_fn_with_state(state.clone(), require_origin))
        .merge(Router::from(for_any_page()))
}

/// The routes with their descriptions.
pub fn described() -> OpenApiRouter<AppState> {
    ours().merge(for_any_page())
}

/// What pages of every origin may read.
fn for_any_page() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(shopper::videos::captions::captions))
}

/// What only our own pages may ask for.
fn ours() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(system::openapi::base())
        .routes(routes!(shopper::pack::pack))
        .routes(routes!(shopper::model::model))
        .routes(routes!(shopper::forms::desk::desk))
        .routes(routes!(shopper::forms::places::places))
        .routes(routes!(shopper::forms::slots::slots))
        .routes(routes!(shopper::videos::sheet::sheet))
        .routes(routes!(shopper::videos::watched::watched))
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
        .routes(routes!(agent::videos::videos))
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
