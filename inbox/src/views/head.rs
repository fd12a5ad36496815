//! The bar above all: the shop, who looks, the language, the way out.

use alap_ui::words::{tr, use_locale};
use leptos::{prelude::*, task::spawn_local};

use crate::{keep, state::use_inbox};

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
            <LanguageSwitch />
            <button type="button" class="head-button" on:click=move |_| spawn_local(inbox.log_out())>
                {move || tr(locale.get(), "inbox.log_out")}
            </button>
        </header>
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
