//! The API described for machines, made from the code.

use alap_protocol::{
    error::ErrorBody,
    socket::{AgentFrame, AgentPush, ShopperFrame, ShopperPush},
    webhook::Notice,
};
use axum::Json;
use utoipa::{
    Modify, OpenApi,
    openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
};

use crate::{http::proof::SESSION_COOKIE, router};

/// What is not said at a route.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Alap",
        description = "The storefront support widget's server. Errors have the shape of `ErrorBody`. \
            Writes and sockets need an `Origin` of the server's own. \
            `/api/v1/socket` takes `ShopperFrame` and gives `ShopperPush`; \
            `/api/v1/agent/socket` takes `AgentFrame` and gives `AgentPush`. \
            A webhook carries a `Notice`.",
    ),
    components(schemas(ErrorBody, ShopperFrame, ShopperPush, AgentFrame, AgentPush, Notice)),
    modifiers(&Proofs)
)]
struct Base;

struct Proofs;

impl Modify for Proofs {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let Some(components) = document.components.as_mut() else { return };
        let secret = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(
                "The conversation's secret: 64 hexadecimal digits, made by the shopper's device.",
            ))
            .build();
        components.add_security_scheme("shopper", SecurityScheme::Http(secret));
        let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(SESSION_COOKIE)));
        components.add_security_scheme("agent", cookie);
    }
}

/// The document before the routes are added.
pub fn base() -> utoipa::openapi::OpenApi {
    Base::openapi()
}

/// The whole document.
pub fn document() -> utoipa::openapi::OpenApi {
    router::described().into_openapi()
}

/// `GET /api/v1/openapi.json`
pub async fn serve() -> Json<utoipa::openapi::OpenApi> {
    Json(document())
}
