//! One request in the list: for how long it waits, what it is, what it comes to, how it stands.

use alap_protocol::{id::RequestId, request::RequestLine};
use alap_ui::{
    components::{Icon, IconName},
    words::{money, number, tr, tr_with, use_locale},
};
use leptos::prelude::*;

use super::names::{product, state_key};
use crate::{place, state::use_inbox, views::names::short_moment, waiting};

#[component]
pub(super) fn Row(
    /// Which request.
    id: RequestId,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let line = Memo::new(move |_| inbox.requests.line(id));
    let waits = Memo::new(move |_| line.with(|line| line.as_ref().is_some_and(|line| line.waits_for_shop)));
    let waited =
        move || line.with(|line| line.as_ref().map_or(0, |line| inbox.server_now() - line.updated_at));
    let wait_words = Memo::new(move |_| {
        tr_with(locale.get(), "desk.waits", &[("span", &waiting::span(locale.get(), waited()))])
    });
    let is_late = Memo::new(move |_| waits.get() && waiting::is_long(waited()));
    let time = Memo::new(move |_| {
        short_moment(
            line.with(|line| line.as_ref().map(|line| line.updated_at))?,
            inbox.tick.get(),
            locale.get(),
        )
    });
    let of = move |read: fn(&RequestLine) -> Option<String>| {
        move || line.with(|line| line.as_ref().and_then(read))
    };
    let title = move || line.with(|line| line.as_ref().map(|line| line.title.get(locale.get()).to_owned()));
    let about = move || {
        let locale = locale.get();
        line.with(|line| {
            let line = line.as_ref()?;
            let product = inbox.pack.with(|pack| {
                product(pack.as_ref(), line.product.as_ref()).map(|it| it.title.get(locale).to_owned())
            });
            let order =
                line.order.map(|order| tr_with(locale, "desk.order", &[("order", &number(locale, order))]));
            let about: Vec<String> = [product, order].into_iter().flatten().collect();
            (!about.is_empty()).then(|| about.join(" · "))
        })
    };
    let total = move || line.with(|line| Some(money(locale.get(), line.as_ref()?.total?, &inbox.currency())));
    let state = move || line.with(|line| line.as_ref().map(|line| tr(locale.get(), state_key(line.state))));
    let address =
        move || line.with(|line| line.as_ref().map(|line| place::request_link(line.conversation, id)));
    let open = move |event: leptos::ev::MouseEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if let Some(address) = untrack(address).filter(|_| plain) {
            event.prevent_default();
            place::go(&address);
        }
    };
    view! {
        <li>
            <a
                class="line"
                class:line-waits=waits
                class:line-late=is_late
                href=address
                data-request=id.to_string()
                aria-current=move || (inbox.requests.open.get() == Some(id)).then_some("true")
                on:click=open
            >
                <Show when=move || waits.get()>
                    <span class="line-wait"><Icon name=IconName::CLOCK /> {wait_words}</span>
                </Show>
                <span class="line-top">
                    <b class="line-title" dir="auto">{title}</b>
                    <span class="line-time">{time}</span>
                </span>
                <span class="line-bottom">
                    <span class="line-last"><bdi>{about}</bdi></span>
                    <b class="line-total">{total}</b>
                </span>
                <span class="line-bottom">
                    <span class="line-state">{state}</span>
                    <bdi class="line-phone">{of(|line| line.phone.clone())}</bdi>
                </span>
            </a>
        </li>
    }
}
