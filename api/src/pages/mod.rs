//! What browsers open: the widget's page, the inbox, `embed.js`, the shop's pictures.

pub mod csp;
pub mod files;
pub mod headers;
pub mod media;

use alap_protocol::error::ErrorCode;
use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};

pub use self::files::Pages;
use crate::{
    http::{asset::Keep, error::ApiError},
    state::AppState,
};

/// The pages' routes. `embed.js` and the icons lie at the root.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/widget", get(|uri: Uri| to_folder("/widget/", uri)))
        .route("/widget/", get(widget))
        .route("/widget/{*path}", get(widget_file))
        .route("/inbox", get(|uri: Uri| to_folder("/inbox/", uri)))
        .route("/inbox/", get(inbox))
        .route("/inbox/{*path}", get(inbox_file))
        .route("/media/{shop}/{*path}", get(media::media))
        .route("/{file}", get(public))
}

async fn to_folder(folder: &'static str, uri: Uri) -> Redirect {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::permanent(&format!("{folder}{query}"))
}

async fn widget(State(state): State<AppState>, asked: HeaderMap) -> Result<Response, ApiError> {
    let file = state.pages.find("widget/index.html").await.ok_or(ErrorCode::NotFound)?;
    let shop = state.shop();
    let policy = csp::widget(&file.inline, state.origins.all(), &shop.pack.shop.page_origins, &shop.videos);
    Ok(headers::page(file.asset.answer(&asked, Keep::Ask), &policy))
}

async fn inbox(State(state): State<AppState>, asked: HeaderMap) -> Result<Response, ApiError> {
    let file = state.pages.find("inbox/index.html").await.ok_or(ErrorCode::NotFound)?;
    let policy = csp::inbox(&file.inline, state.origins.all(), &state.shop().videos);
    Ok(headers::page(file.asset.answer(&asked, Keep::Ask), &policy))
}

async fn widget_file(
    State(state): State<AppState>,
    Path(path): Path<String>,
    asked: HeaderMap,
) -> Result<Response, ApiError> {
    part(&state, &format!("widget/{path}"), &asked).await
}

async fn inbox_file(
    State(state): State<AppState>,
    Path(path): Path<String>,
    asked: HeaderMap,
) -> Result<Response, ApiError> {
    part(&state, &format!("inbox/{path}"), &asked).await
}

/// A part of a page. Whole pages go out only at their own address, with their policy.
async fn part(state: &AppState, path: &str, asked: &HeaderMap) -> Result<Response, ApiError> {
    if path.ends_with(".html") {
        return Err(ErrorCode::NotFound.into());
    }
    let file = state.pages.find(path).await.ok_or(ErrorCode::NotFound)?;
    let keep = if files::never_changes(path) { Keep::Forever } else { Keep::Ask };
    Ok(file.asset.answer(asked, keep))
}

/// What the shop's pages load.
async fn public(
    State(state): State<AppState>,
    Path(name): Path<String>,
    asked: HeaderMap,
) -> Result<Response, ApiError> {
    if name.ends_with(".html") {
        return Err(ErrorCode::NotFound.into());
    }
    let file = state.pages.find(&format!("public/{name}")).await.ok_or(ErrorCode::NotFound)?;
    Ok(headers::for_any_site(file.asset.answer(&asked, Keep::Briefly).into_response()))
}
