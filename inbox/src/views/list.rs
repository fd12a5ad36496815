//! The conversations: who waits first, with how long they have waited.

use alap_ui::words::{number, tr, tr_with, use_locale};
use leptos::prelude::*;

use super::line::Line;
use crate::{
    conversations::{Conversations, Filter},
    state::use_inbox,
};

#[component]
pub(crate) fn List() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let ids = Memo::new(move |_| {
        let (filter, me) = (inbox.filter.get(), inbox.my_id());
        let listed = inbox.conversations.with(|all| all.listed(filter, me));
        listed.into_iter().map(|summary| summary.id).collect::<Vec<_>>()
    });
    let waiting = Memo::new(move |_| inbox.conversations.with(Conversations::waiting));
    let empty = move || {
        let key = match (inbox.listed.get(), inbox.filter.get()) {
            (false, _) => return view! { <div class="list-skeleton" aria-hidden="true"></div> }.into_any(),
            (true, Filter::Active) => "inbox.none_active",
            (true, Filter::Mine) => "inbox.none_mine",
            (true, Filter::Closed) => "inbox.none_closed",
        };
        view! { <p class="list-none">{tr(locale.get(), key)}</p> }.into_any()
    };
    // Said only when more wait than before: silence is no news.
    let announced = RwSignal::new(String::new());
    Effect::new(move |before: Option<(bool, usize)>| {
        let (listed, now) = (inbox.listed.get(), waiting.get());
        if before.is_some_and(|(listed_before, before)| listed_before && now > before) {
            let count = number(locale.0.get_untracked(), now);
            announced.set(tr_with(locale.0.get_untracked(), "inbox.announce", &[("count", &count)]));
        }
        (listed, now)
    });
    view! {
        <nav class="list" aria-label=move || tr(locale.get(), "inbox.list")>
            <div class="filters" role="group" aria-label=move || tr(locale.get(), "inbox.filter")>
                {Filter::ALL
                    .map(|filter| view! {
                        <button
                            type="button"
                            class="filter"
                            aria-pressed=move || (inbox.filter.get() == filter).to_string()
                            on:click=move |_| inbox.set_filter(filter)
                        >
                            {move || tr(locale.get(), filter_key(filter))}
                            {move || {
                                (filter == Filter::Active && waiting.get() > 0)
                                    .then(|| view! { <b class="filter-count">{number(locale.get(), waiting.get())}</b> })
                            }}
                        </button>
                    })
                    .collect_view()}
            </div>
            <p class="unseen" role="status">{announced}</p>
            <ul class="lines">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <Line id=id /> } />
            </ul>
            <Show when=move || ids.with(Vec::is_empty)>{empty}</Show>
        </nav>
    }
}

fn filter_key(filter: Filter) -> &'static str {
    match filter {
        Filter::Active => "inbox.active",
        Filter::Mine => "inbox.mine",
        Filter::Closed => "inbox.closed",
    }
}
