//! A box to tick, never ticked beforehand.

use alap_protocol::answer::Answer;
use leptos::prelude::*;

use super::super::question::Field;
use crate::requests::words::words;

/// The box.
pub(super) fn consent(field: &Field) -> AnyView {
    let is_ticked = {
        let field = field.clone();
        move || field.answer() == Some(Answer::Consent(true))
    };
    let tick = {
        let field = field.clone();
        move |event| field.set(Some(Answer::Consent(event_target_checked(&event))))
    };
    view! {
        <label class="choice">
            <input type="checkbox" id=field.id.clone() prop:checked=is_ticked on:change=tick />
            <span class="choice-label">{words(field.scope.state.panel.locale, "form.yes_to_this")}</span>
        </label>
    }
    .into_any()
}
