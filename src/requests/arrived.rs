//! A form has arrived.

use std::sync::Arc;

use alap_intake::summary;
use leptos::prelude::*;

use super::{
    draft::Draft,
    drafts,
    facts::facts,
    state::{Screen, Sent, State},
};

/// It is no draft any more. Who looks at it is thanked.
pub(super) fn take(state: State, draft: &Draft) {
    drafts::remember(state, &draft.answers);
    let form = untrack(|| state.form(&draft.form));
    let lines = form
        .as_ref()
        .and_then(|form| {
            let facts = untrack(|| facts(state, form, draft.product.as_ref(), &draft.answers))?;
            Some(summary(form, &draft.answers, &facts))
        })
        .unwrap_or_default();
    if state.screen.get_untracked() == Screen::Form(draft.id) {
        state.screen.set(Screen::Sent(Arc::new(Sent {
            request: draft.id,
            title: draft.title.clone(),
            thanks: form.map(|form| form.thanks.clone()).unwrap_or_default(),
            lines,
        })));
    }
    drafts::forget(state, draft.id);
}
