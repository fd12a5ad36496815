//! The bar above all: the shop, who looks, the language, the way out.

use alap_ui::words::{number, tr, use_locale};
use leptos::{prelude::*, task::spawn_local};

use crate::{keep, place, state::use_inbox};

#[component]
pub(crate) fn Head() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let shop = move || inbox.me().map(|me| me.shop.get(locale.get()).to_owned());
    let name = move || inbox.me().map(|me| me.name);
    view! {
        <header class="head">
            <h1 class="head-shop">
                {shop} <span class="head-what">{move || tr(locale.get(), "inbox.title")}</span>
            </h1>
            <span class="head-name">{name}</span>
            <QuestionsLink />
            <LanguageSwitch />
            <button type="button" class="head-button" on:click=move |_| spawn_local(inbox.log_out())>
                {move || tr(locale.get(), "inbox.log_out")}
            </button>
        </header>
    }
}

/// The way to the questions that found no answer, with how many there are.
#[component]
fn QuestionsLink() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let count = Memo::new(move |_| inbox.learning.count());
    view! {
        <a
            class="head-button head-questions"
            href=place::QUESTIONS
            title=move || tr(locale.get(), "learning.title")
            aria-current=move || inbox.learning.shown.get().then_some("page")
        >
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d="M9 9a3 3 0 115 2c-1.500 1-2 1.500-2 3M12 18h.01M12 21.500a9.500 9.500 0 100-19 9.500 9.500 0 000 19z" />
            </svg>
            <span class="head-questions-words">{move || tr(locale.get(), "learning.short")} " "</span>
            {move || {
                (count.get() > 0)
                    .then(|| view! { <b class="filter-count">{number(locale.get(), count.get())}</b> })
            }}
        </a>
    }
}

/// Switches to the other language; it is written in that language.
#[component]
pub(crate) fn LanguageSwitch() -> impl IntoView {
    let locale = use_locale();
    let switch = move |_| {
        let other = locale.0.get_untracked().other();
        keep::set_locale(other);
        locale.0.set(other);
    };
    view! {
        <button
            type="button"
            class="head-button"
            lang=move || locale.get().other().tag()
            on:click=switch
        >
            {move || tr(locale.get(), "panel.language")}
        </button>
    }
}
