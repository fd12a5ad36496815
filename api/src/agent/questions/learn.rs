//! `POST /api/v1/agent/questions/learn`

use std::collections::HashSet;

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    id::EntryId,
    learning::{EntryText, Learn, LearntEntry, Lesson, checked_variants},
};
use alap_store::Place;
use axum::{Json, extract::State};

use super::checked;
use crate::{
    agent::learnt::{not_an_entry, taught},
    clock,
    http::{body::Body, error::ApiError, proof::LoggedIn},
    learning::{in_folder, name::entry_name},
    state::AppState,
};

/// Settles questions by a new entry, or by more ways of asking for one that there is. The next pack has it.
#[utoipa::path(
    post,
    path = "/api/v1/agent/questions/learn",
    tag = "agent",
    security(("agent" = [])),
    request_body = Learn,
    responses(
        (status = 200, body = LearntEntry),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody, description = "No such question, or no such entry: nothing was learnt"),
        (status = 409, body = ErrorBody, description = "A question is settled already: nothing was learnt"),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn learn(
    State(state): State<AppState>,
    who: LoggedIn,
    Body(Learn { questions, lesson }): Body<Learn>,
) -> Result<Json<LearntEntry>, ApiError> {
    checked(&questions)?;
    let folder = state.served.folder();
    let taken: HashSet<EntryId> = folder.pack.faq.iter().map(|entry| entry.id.clone()).collect();
    let (place, text) = match lesson {
        Lesson::Entry { text } => {
            let text = text.checked().map_err(not_an_entry)?;
            let name = entry_name(&text.question).ok_or(ErrorCode::Internal)?;
            (Place::New { name, taken: &taken }, text)
        }
        Lesson::Variants { entry, variants } => {
            let variants = checked_variants(variants).map_err(not_an_entry)?;
            if variants.is_empty() {
                return Err(ApiError::new(ErrorCode::Invalid, "there is nothing to learn"));
            }
            let is_in_folder = in_folder(&folder.pack, &entry).is_some();
            let place = if is_in_folder { Place::Folder(entry) } else { Place::Learnt(entry) };
            (place, EntryText { variants, ..EntryText::default() })
        }
    };
    let entry = state.store.learn(&who.agent, &questions, &place, &text, clock::now()).await?;
    taught(&state, &who.agent.shop, &entry).await.map(Json)
}
