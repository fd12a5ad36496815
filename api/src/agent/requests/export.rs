//! `GET /api/v1/agent/requests.csv`

use alap_protocol::{error::ErrorBody, id::RequestId, id::ShopId};
use alap_store::StoreError;
use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};
use futures_util::stream;

use super::table::Table;
use crate::{
    http::{error::ApiError, proof::LoggedIn},
    state::AppState,
};

/// Requests that are read and written at a time.
const AT_A_TIME: u32 = 100;

/// All requests in the order in which they came, one a line, for a spreadsheet: UTF-8 with its mark, and no cell that a
/// spreadsheet would run as a formula.
#[utoipa::path(
    get,
    path = "/api/v1/agent/requests.csv",
    tag = "agent",
    security(("agent" = [])),
    responses(
        (status = 200, content_type = "text/csv", body = String),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn export(State(state): State<AppState>, who: LoggedIn) -> Result<Response, ApiError> {
    let shop = who.agent.shop;
    let table = Table::of(&state.shop().pack.shop);
    // The first lines are read before the answer begins: while the database is away, it is an error.
    let first = page(&state, &shop, &table, None).await?;
    let lines = stream::try_unfold(Some(first), move |read| {
        let (state, shop, table) = (state.clone(), shop.clone(), table.clone());
        async move {
            let Some(Page { text, last }) = read else { return Ok(None) };
            let next = match last {
                Some(last) => Some(page(&state, &shop, &table, Some(last)).await?),
                None => None,
            };
            Ok::<_, StoreError>(Some((Bytes::from(text), next)))
        }
    });
    let mut response = Response::new(Body::from_stream(lines));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present"));
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"requests.csv\""),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Some lines, and after which request the next ones come.
struct Page {
    text: Vec<u8>,
    last: Option<(i64, RequestId)>,
}

async fn page(
    state: &AppState,
    shop: &ShopId,
    table: &Table,
    after: Option<(i64, RequestId)>,
) -> Result<Page, StoreError> {
    let requests = state.store.all_requests(shop, after, AT_A_TIME).await?;
    let last = requests.last().map(|request| (request.line.created_at, request.line.id));
    let text = table.lines(&requests, after.is_none()).map_err(|_| StoreError::Corrupt("request"))?;
    Ok(Page { text, last })
}
