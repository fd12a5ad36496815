//! What came of the last thing done, said aloud.

use alap_ui::{
    components::{Icon, IconName},
    words::{tr, use_locale, words},
};
use leptos::prelude::*;

use crate::{requests::Outcome, state::use_inbox};

#[component]
pub(super) fn OutcomeLine() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let outcome = inbox.requests.outcome;
    let of = move |is_fault: bool| {
        move || outcome.get().filter(|it| it.is_fault == is_fault).map(|it: Outcome| tr(locale.get(), it.key))
    };
    let is_fault = move || outcome.get().is_some_and(|it| it.is_fault);
    view! {
        <div class="desk-outcome" class:notice=move || outcome.get().is_some() class:notice-fault=is_fault>
            <p class="notice-words">
                <span role="status">{of(false)}</span>
                <span role="alert">{of(true)}</span>
            </p>
            <Show when=move || outcome.get().is_some()>
                <button
                    type="button"
                    class="button-icon"
                    aria-label=words(locale, "panel.close")
                    on:click=move |_| outcome.set(None)
                >
                    <Icon name=IconName::CLOSE />
                </button>
            </Show>
        </div>
    }
}
