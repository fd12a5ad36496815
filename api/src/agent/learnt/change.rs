//! `PUT /api/v1/agent/learnt/{entry}`

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    learning::{EntryText, LearntEntry, LearntKind, checked_variants},
};
use axum::{Json, extract::State};

use super::{not_an_entry, taught};
use crate::{
    clock,
    http::{body::Body, error::ApiError, named::EntryPath, proof::LoggedIn},
    state::AppState,
};

/// Other words for what was learnt. Of variants for an entry of the folder only the variants are taken: question and answer
/// stand in the folder.
#[utoipa::path(
    put,
    path = "/api/v1/agent/learnt/{entry}",
    tag = "agent",
    security(("agent" = [])),
    params(("entry" = String, Path, description = "The entry's id")),
    request_body = EntryText,
    responses(
        (status = 200, body = LearntEntry),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn change(
    State(state): State<AppState>,
    who: LoggedIn,
    EntryPath(entry): EntryPath,
    Body(text): Body<EntryText>,
) -> Result<Json<LearntEntry>, ApiError> {
    let learnt = state.store.learnt(&who.agent.shop).await?;
    let known = learnt.into_iter().find(|learnt| learnt.entry == entry).ok_or(ErrorCode::NotFound)?;
    let text = match known.kind {
        LearntKind::Entry => text.checked(),
        LearntKind::Variants => {
            checked_variants(text.variants).map(|variants| EntryText { variants, ..EntryText::default() })
        }
    };
    let text = text.map_err(not_an_entry)?;
    if known.kind == LearntKind::Variants && text.variants.is_empty() {
        return Err(ApiError::new(ErrorCode::Invalid, "there is nothing to learn"));
    }
    state.store.change_learnt(&who.agent, &entry, &text, clock::now()).await?;
    taught(&state, &who.agent.shop, &entry).await.map(Json)
}
