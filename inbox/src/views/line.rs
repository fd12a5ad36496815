//! One conversation in the list: how long it waits, what it is about, the last words.

use alap_protocol::{
    conversation::{ConversationState, ConversationSummary},
    id::ConversationId,
};
use alap_ui::{
    components::{Icon, IconName},
    words::{tr, use_locale},
};
use leptos::prelude::*;

use super::names;
use crate::{
    conversations::{is_unread, waiting_since},
    place,
    state::use_inbox,
    waiting,
};

#[component]
pub(crate) fn Line(
    /// Which conversation.
    id: ConversationId,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let summary = Memo::new(move |_| inbox.summary(id));
    let of = move |read: fn(&ConversationSummary) -> bool| {
        move || summary.with(|summary| summary.as_ref().is_some_and(read))
    };
    let waits = of(|summary| summary.state == ConversationState::Waiting);
    let unread = of(is_unread);
    let is_open = move || inbox.open.get() == Some(id);
    let waited = move || {
        let since = summary.with(|summary| summary.as_ref().map(waiting_since).unwrap_or_default());
        inbox.server_now() - since
    };
    // As words they change far more seldom than the clock.
    let state = Memo::new(move |_| {
        summary.with(|summary| summary.as_ref().map(|it| names::state(it, inbox.server_now(), locale.get())))
    });
    let title = move || {
        summary.with(|summary| {
            let summary = summary.as_ref()?;
            Some(inbox.pack.with(|pack| names::title(summary, pack.as_ref(), locale.get())))
        })
    };
    let time = Memo::new(move |_| {
        let at = summary.with(|summary| {
            summary.as_ref().map(|it| it.last.as_ref().map_or(it.updated_at, |last| last.at))
        })?;
        names::short_moment(at, inbox.tick.get(), locale.get())
    });
    let last = move || {
        summary.with(|summary| {
            let last = summary.as_ref()?.last.as_ref()?;
            let speaker = names::speaker(last, locale.get());
            Some(view! {
                {speaker.map(|name| view! { <span class="line-who">{name} ": "</span> })}
                <bdi>{names::words(last, &inbox.shop_view(), locale.get())}</bdi>
            })
        })
    };
    let open = move |event: leptos::ev::MouseEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if plain {
            event.prevent_default();
            place::go(&place::link(id));
        }
    };
    view! {
        <li>
            <a
                class="line"
                class:line-waits=waits
                class:line-late=move || waits() && waiting::is_long(waited())
                class:line-unread=unread
                href=place::link(id)
                aria-current=move || is_open().then_some("true")
                on:click=open
            >
                <Show when=waits>
                    <span class="line-wait"><Icon name=IconName::CLOCK /> {state}</span>
                </Show>
                <span class="line-top">
                    <b class="line-title" dir="auto">{title}</b>
                    <span class="line-time">{time}</span>
                </span>
                <span class="line-bottom">
                    <span class="line-last">
                        {move || if inbox.is_typing(id) {
                            view! { <i>{tr(locale.get(), "inbox.typing")}</i> }.into_any()
                        } else {
                            last().into_any()
                        }}
                    </span>
                    <Show when=unread>
                        <span class="line-new">{move || tr(locale.get(), "inbox.new")}</span>
                    </Show>
                </span>
                <Show when=move || !waits()>
                    <span class="line-state">{state}</span>
                </Show>
            </a>
        </li>
    }
}
