//! Which address gives what, and with which headers.

use std::{path::Path as FilePath, sync::Arc};

use alap_protocol::locale::Locale;
use axum::{
    Router,
    extract::{Path, Query, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use maud::Markup;
use serde::Deserialize;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

use crate::{list, measures, missing, product, shop::Shop, words::Words};

type Site = State<Arc<Shop>>;

/// The whole site. `media` is the folder of pictures.
pub(crate) fn router(shop: Shop, media: &FilePath) -> Router {
    let shop = Arc::new(shop);
    let files = Router::new()
        .route("/shop.css", get(|| file("text/css; charset=utf-8", include_str!("../page/shop.css"))))
        .route("/shop.js", get(|| file("text/javascript; charset=utf-8", include_str!("../page/shop.js"))))
        .nest_service("/media", ServeDir::new(media).append_index_html_on_directories(false))
        .layer(set(header::CACHE_CONTROL, "public, max-age=300"))
        // An SVG that is opened by itself runs nothing.
        .layer(set(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        ));
    Router::new()
        .route("/", get(front))
        .route("/p/{slug}", get(one))
        .route("/made-to-measure", get(made_to_measure))
        .fallback(nowhere)
        .layer(middleware::from_fn_with_state(Arc::clone(&shop), policy))
        .merge(files)
        .layer(set(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .with_state(shop)
}

/// What a page may be asked for. Anything else in the address is left alone, as advertisements add much to it.
#[derive(Deserialize)]
struct Asked {
    lang: Option<String>,
    category: Option<String>,
}

impl Asked {
    fn words(&self) -> Words {
        Words(self.lang.as_deref().and_then(Locale::from_tag).unwrap_or_default())
    }
}

async fn front(State(shop): Site, Query(asked): Query<Asked>) -> Response {
    match list::page(&shop, asked.words(), asked.category.as_deref()) {
        Some(page) => page.into_response(),
        None => not_found(&shop, &asked),
    }
}

async fn one(State(shop): Site, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Response {
    match shop.product(&slug) {
        Some(product) => product::page(&shop, asked.words(), product).into_response(),
        None => not_found(&shop, &asked),
    }
}

async fn made_to_measure(State(shop): Site, Query(asked): Query<Asked>) -> Markup {
    measures::page(&shop, asked.words())
}

async fn nowhere(State(shop): Site, Query(asked): Query<Asked>) -> Response {
    not_found(&shop, &asked)
}

fn not_found(shop: &Shop, asked: &Asked) -> Response {
    (StatusCode::NOT_FOUND, missing::page(shop, asked.words())).into_response()
}

async fn file(kind: &'static str, text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind)], text)
}

/// As strict as a shop can be. All that the widget needs is its script, its frame and pictures from its origin.
async fn policy(State(shop): Site, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let support = &shop.support;
    let policy = format!(
        "default-src 'none'; script-src 'self' {support}; frame-src {support}; style-src 'self'; img-src 'self' {support}; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    if let Ok(value) = HeaderValue::try_from(policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, value);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

fn set(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}
