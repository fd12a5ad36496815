//! "That is the same as …": the shoppers' words become other ways of asking what an entry answers already.

use alap_protocol::{id::EntryId, learning::KnownEntry, pack::FaqEntry};
use alap_ui::words::{tr, tr_with, use_locale, words};
use leptos::{html, prelude::*};

use crate::state::use_inbox;

/// One tap for the nearest entry, and a list of all where another is meant.
#[component]
pub(super) fn Same(
    /// The nearest entry, if one is near.
    nearest: Option<KnownEntry>,
    /// Makes the id of the field this form's own.
    form: String,
    /// An entry was chosen.
    on_choose: Callback<EntryId>,
    /// What stands beside the one tap.
    children: Children,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let field = NodeRef::<html::Select>::new();
    let near = nearest.map(|nearest| {
        let entry = nearest.entry.clone();
        view! {
            <button
                type="button"
                class="button button-quiet question-same"
                on:click=move |_| on_choose.run(entry.clone())
            >
                {move || {
                    let question = nearest.question.get(locale.get());
                    tr_with(locale.get(), "learning.same", &[("question", question)])
                }}
            </button>
        }
    });
    let options = move || {
        let option = |entry: &FaqEntry| {
            let question = entry.question.get(locale.get()).to_owned();
            view! { <option value=entry.id.to_string()>{question}</option> }
        };
        inbox.pack.with(|pack| Some(pack.as_ref()?.faq.iter().map(option).collect_view()))
    };
    let choose = move |_| {
        let chosen = field.get_untracked().and_then(|field| EntryId::parse(field.value()).ok());
        if let Some(entry) = chosen {
            on_choose.run(entry);
        }
    };
    let id = format!("{form}-same");
    view! {
        {near}
        {children()}
        <details class="entry-language question-like">
            <summary>{words(locale, "learning.like")}</summary>
            <label class="unseen" for=id.clone()>{words(locale, "learning.like")}</label>
            <div class="question-choice">
                <select node_ref=field id=id class="field">
                    <option value="">{move || tr(locale.get(), "learning.like_none")}</option>
                    {options}
                </select>
                <button type="button" class="button button-quiet question-like-add" on:click=choose>
                    {words(locale, "learning.like_add")}
                </button>
            </div>
        </details>
    }
}
