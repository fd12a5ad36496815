//! List, talk and customer side by side; on a phone one at a time.

use alap_ui::words::{tr, use_locale};
use leptos::prelude::*;

use super::{
    banners::Banners,
    customer::Customer,
    desk::{Calls, Column, Coupons, Panel, Payments},
    head::Head,
    list::List,
    questions::Questions,
    talk::Talk,
    videos::Videos,
};
use crate::{requests::Tab, state::use_inbox};

#[component]
pub(crate) fn Workplace() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let part = move || match (inbox.open.get(), inbox.customer_shown.get()) {
        (None, _) if inbox.learning.shown.get() => "questions",
        (None, _) if inbox.videos.shown.get() => "videos",
        (None, _) if !matches!(inbox.requests.tab.get(), None | Some(Tab::Requests)) => "desk",
        (None, _) => "list",
        (Some(_), false) => "talk",
        (Some(_), true) => "customer",
    };
    // Names and cards of an answer come from the pack; a talk that was drawn without it is drawn again.
    let has_pack = Memo::new(move |_| inbox.pack.with(Option::is_some));
    let in_desk = Memo::new(move |_| inbox.requests.is_shown());
    let talk = move || {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        let _ = has_pack.get();
        match inbox.open.get() {
            Some(id) => view! { <Talk id=id /> }.into_any(),
            None => view! {
                <div class="talk-none">
                    <p>{move || tr(locale.get(), if in_desk.get() { "desk.choose" } else { "inbox.choose" })}</p>
                    <p class="talk-keys">{move || tr(locale.get(), "inbox.keys")}</p>
                </div>
            }
            .into_any(),
        }
    };
    let tab = Memo::new(move |_| inbox.requests.tab.get());
    let middle = move || match (inbox.learning.shown.get(), tab.get()) {
        (true, _) => view! { <Questions /> }.into_any(),
        (false, _) if inbox.videos.shown.get() => view! { <Videos /> }.into_any(),
        (false, Some(Tab::Payments)) => view! { <Payments /> }.into_any(),
        (false, Some(Tab::Calls)) => view! { <Calls /> }.into_any(),
        (false, Some(Tab::Coupons)) => view! { <Coupons /> }.into_any(),
        (false, Some(Tab::Requests) | None) => view! {
            <section class="talk" aria-label=move || tr(locale.get(), "chat.label")>
                {talk}
            </section>
        }
        .into_any(),
    };
    let third = Memo::new(move |_| Some((inbox.open.get()?, inbox.requests.open.get())));
    let beside = move || {
        third.get().map(|(id, request)| match request {
            Some(request) => view! { <Panel conversation=id request=request /> }.into_any(),
            None => view! { <Customer id=id /> }.into_any(),
        })
    };
    view! {
        <div class="inbox" data-part=part>
            <Head />
            <Banners />
            <main class="parts">
                <Show when=move || in_desk.get() fallback=|| view! { <List /> }>
                    <Column />
                </Show>
                {middle}
                {beside}
            </main>
        </div>
    }
}
