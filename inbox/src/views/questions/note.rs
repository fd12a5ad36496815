//! What came of the last thing done, said aloud; a dismissal can be taken back from here.

use alap_ui::{
    components::{Icon, IconName},
    words::{tr, use_locale, words},
};
use leptos::{prelude::*, task::spawn_local};

use crate::state::use_inbox;

#[component]
pub(super) fn NoteLine() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let note = inbox.learning.note;
    let sentence = move || note.get().map(|note| tr(locale.get(), note.key));
    let can_undo = Memo::new(move |_| note.with(|note| note.as_ref().is_some_and(|it| !it.undo.is_empty())));
    let is_fault = move || note.with(|note| note.as_ref().is_some_and(|note| note.is_fault));
    view! {
        <div class="questions-note" class:notice=move || note.with(Option::is_some) class:notice-fault=is_fault>
            <p class="notice-words" role="status">{sentence}</p>
            <Show when=move || can_undo.get()>
                <button type="button" class="link" on:click=move |_| spawn_local(inbox.undo_dismissal())>
                    {words(locale, "learning.undo")}
                </button>
            </Show>
            <Show when=move || note.with(Option::is_some)>
                <button
                    type="button"
                    class="button-icon"
                    aria-label=words(locale, "panel.close")
                    on:click=move |_| note.set(None)
                >
                    <Icon name=IconName::CLOSE />
                </button>
            </Show>
        </div>
    }
}
