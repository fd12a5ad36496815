//! The bar above all: the shop, who looks, the language, the way out.

use alap_ui::words::{number, tr, use_locale, words};
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
            <Places />
            <LanguageSwitch />
            <button type="button" class="head-button" on:click=move |_| spawn_local(inbox.log_out())>
                {move || tr(locale.get(), "inbox.log_out")}
            </button>
        </header>
    }
}

/// The ways to the talks, the requests, the questions that found no answer and the videos, each with how many wait there.
#[component]
fn Places() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let requests = Memo::new(move |_| inbox.requests.waiting());
    let questions = Memo::new(move |_| inbox.learning.count());
    let in_requests = Signal::derive(move || inbox.requests.is_shown());
    let in_questions = Signal::derive(move || inbox.learning.shown.get());
    let in_videos = Signal::derive(move || inbox.videos.shown.get());
    let in_talks = Signal::derive(move || !in_requests.get() && !in_questions.get() && !in_videos.get());
    // A shop without videos has no use for the way there.
    let has_videos = Memo::new(move |_| {
        in_videos.get() || inbox.pack.with(|pack| pack.as_ref().is_some_and(|pack| !pack.videos.is_empty()))
    });
    let no_count = Signal::derive(|| 0_usize);
    view! {
        <nav class="head-places" aria-label=words(locale, "desk.places")>
            <PlaceLink
                class="head-place head-talks"
                address="#"
                label="desk.talks"
                title="inbox.list"
                icon="M20 12a8 7 0 01-11 6.500L4 20l1.500-4A7 7 0 014 12a8 7 0 0116 0z"
                is_here=in_talks
                count=no_count
            />
            <PlaceLink
                class="head-place head-requests"
                address="#requests"
                label="desk.title"
                title="desk.list"
                icon="M6 3h12v18H6zM9 8h6M9 12h6M9 16h3"
                is_here=in_requests
                count=requests
            />
            <PlaceLink
                class="head-place head-questions"
                address=place::QUESTIONS
                label="learning.short"
                title="learning.title"
                icon="M9 9a3 3 0 115 2c-1.500 1-2 1.500-2 3M12 18h.01M12 21.500a9.500 9.500 0 100-19 9.500 9.500 0 000 19z"
                is_here=in_questions
                count=questions
            />
            <Show when=move || has_videos.get()>
                <PlaceLink
                    class="head-place head-videos"
                    address=place::VIDEOS
                    label="videos.short"
                    title="videos.title"
                    icon="M4 5h16v14H4zM10 9l5 3-5 3z"
                    is_here=in_videos
                    count=no_count
                />
            </Show>
        </nav>
    }
}

#[component]
fn PlaceLink(
    /// How it looks.
    class: &'static str,
    /// Where it leads.
    address: &'static str,
    /// Its word in the catalogue.
    label: &'static str,
    /// The whole name of it.
    title: &'static str,
    /// Its icon's path.
    icon: &'static str,
    /// It is on the screen.
    is_here: Signal<bool>,
    /// How many wait there.
    #[prop(into)]
    count: Signal<usize>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <a class=class href=address title=words(locale, title) aria-current=move || is_here.get().then_some("page")>
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d=icon />
            </svg>
            <span class="head-place-words">{words(locale, label)} " "</span>
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
