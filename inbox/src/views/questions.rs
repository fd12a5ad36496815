//! Questions that found no answer, and what was learnt from them.

mod card;
mod fields;
mod known;
mod note;
mod same;

use alap_protocol::{
    learning::{QuestionGroup, QuestionKey},
    locale::Localized,
};
use alap_ui::{
    components::{Icon, IconName},
    words::{tr, use_locale, words},
};
use leptos::prelude::*;

use self::{card::Card, known::Known, note::NoteLine};
use crate::{learning::keys_of, place, state::use_inbox};

#[component]
pub(crate) fn Questions() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let groups = move || inbox.learning.groups.get().unwrap_or_default();
    let state = move || match inbox.learning.groups.with(|groups| groups.as_ref().map(Vec::is_empty)) {
        None => view! { <div class="talk-skeleton" aria-hidden="true"></div> }.into_any(),
        Some(true) => view! { <p class="questions-none">{tr(locale.get(), "learning.none")}</p> }.into_any(),
        Some(false) => view! { <p class="questions-hint">{tr(locale.get(), "learning.hint")}</p> }.into_any(),
    };
    let has_learnt = Memo::new(move |_| {
        inbox.learning.learnt.with(|learnt| learnt.as_ref().is_some_and(|learnt| !learnt.is_empty()))
    });
    view! {
        <section class="questions" aria-labelledby="questions-title">
            <header class="talk-head">
                <button
                    type="button"
                    class="button-icon talk-back"
                    aria-label=words(locale, "inbox.back")
                    on:click=move |_| place::leave_questions()
                >
                    <Icon name=IconName::BACK />
                </button>
                <div class="talk-names">
                    <h2 id="questions-title" class="talk-title questions-title" tabindex="-1">
                        {words(locale, "learning.title")}
                    </h2>
                </div>
            </header>
            <NoteLine />
            <div class="questions-body">
                {state}
                <ul class="question-cards">
                    <For each=groups key=drawn_anew_with children=move |group| view! { <Card group=group /> } />
                </ul>
                <Show when=move || has_learnt.get()>
                    <h2 class="learnt-title" tabindex="-1">{words(locale, "learning.learnt")}</h2>
                    <p class="questions-hint">{words(locale, "learning.learnt_hint")}</p>
                    <ul class="learnt-entries">
                        <For
                            each=move || inbox.learning.learnt.get().unwrap_or_default()
                            key=|learnt| (learnt.entry.clone(), learnt.at, learnt.standing)
                            children=move |learnt| view! { <Known learnt=learnt /> }
                        />
                    </ul>
                </Show>
            </div>
        </section>
    }
}

/// A card stands for these questions with this proposal.
fn drawn_anew_with(group: &QuestionGroup) -> (Vec<QuestionKey>, Localized) {
    (keys_of(group), group.proposed.answer.clone())
}
