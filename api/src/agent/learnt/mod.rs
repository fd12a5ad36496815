//! What was learnt from questions, one file an endpoint.

pub mod change;
pub mod forget;
pub mod list;

use alap_protocol::{
    error::ErrorCode,
    id::{EntryId, ShopId},
    learning::{EntryError, LearntEntry},
};

use crate::{http::error::ApiError, learning::view, state::AppState};

/// Why words cannot be learnt.
pub(super) fn not_an_entry(error: EntryError) -> ApiError {
    let message = match error {
        EntryError::NoQuestion => "the question is missing",
        EntryError::NoAnswer => "the answer is missing",
        EntryError::LongQuestion => "a question has at most 300 characters",
        EntryError::TooManyVariants => "there are at most 50 other ways of asking",
        EntryError::Text => "a text is too long, or has a control character",
    };
    ApiError::new(ErrorCode::Invalid, message)
}

/// The pack has it now; this is what was learnt.
pub(super) async fn taught(
    state: &AppState,
    shop: &ShopId,
    entry: &EntryId,
) -> Result<LearntEntry, ApiError> {
    renew_pack(state).await;
    let learnt = state.store.learnt(shop).await?.into_iter().find(|learnt| learnt.entry == *entry);
    // Somebody else took it away in the same moment.
    let learnt = learnt.ok_or(ErrorCode::NotFound)?;
    Ok(view(&state.served.folder().pack, learnt))
}

/// What was committed is not undone by a pack that comes a moment later.
pub(super) async fn renew_pack(state: &AppState) {
    if let Err(error) = state.served.refresh().await {
        tracing::warn!(%error, "the pack gets what was learnt later");
    }
}
