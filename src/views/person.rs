//! The way to a person, always in reach, and how that stands.

use alap_protocol::conversation::ConversationState;
use alap_ui::{
    components::{Icon, IconName},
    words::{tr, tr_with, words},
};
use leptos::prelude::*;

use crate::{
    handoff,
    panel::{After, Link, Panel, View},
    shop_time::ShopNow,
};

/// Says when a person answers and what would be sent, and asks for a yes. Or, with `asks` false, only offers to.
#[component]
pub(crate) fn Offer(panel: Panel, asks: bool) -> impl IntoView {
    let locale = panel.locale;
    let reply_line = move || {
        let pack = panel.pack.get()?;
        Some(ShopNow::new(&pack.shop.hours)?.reply_line(locale.get()))
    };
    view! {
        <div class="offer" role="group">
            <p>{reply_line}</p>
            {asks.then(|| view! { <p>{words(locale, "handoff.what")}</p> })}
            <div class="offer-buttons">
                {if asks {
                    view! {
                        <button type="button" class="button" on:click=move |_| handoff::accept(panel)>
                            {words(locale, "handoff.confirm")}
                        </button>
                    }
                    .into_any()
                } else {
                    view! {
                        <button type="button" class="button" on:click=move |_| handoff::ask(panel)>
                            <Icon name=IconName::Person />
                            {words(locale, "handoff.offer")}
                        </button>
                    }
                    .into_any()
                }}
                <button type="button" class="button button-quiet" on:click=move |_| panel.after.set(After::Nothing)>
                    {words(locale, "handoff.cancel")}
                </button>
            </div>
        </div>
    }
}

/// Above the composer: the button, or how the talk with a person stands.
#[component]
pub(crate) fn PersonBar(panel: Panel) -> impl IntoView {
    let locale = panel.locale;
    let asking =
        move || matches!(panel.after.get(), After::Person | After::Confirm) && panel.view.get() == View::Chat;
    view! {
        <Show when=move || !panel.is_handed_over() && !asking() && panel.pack.with(Option::is_some)>
            <div class="panel-person">
                <button type="button" class="button button-quiet" on:click=move |_| handoff::ask(panel)>
                    <Icon name=IconName::Person />
                    {words(locale, "home.person")}
                </button>
            </div>
        </Show>
        <Show when=move || panel.is_handed_over()>
            <p class="notice" role="status">
                <Icon name=IconName::Person />
                <span>{move || standing(panel)}</span>
            </p>
        </Show>
    }
}

/// One line on how the talk with a person stands.
fn standing(panel: Panel) -> String {
    let locale = panel.locale.get();
    let view = panel.conversation.get();
    let waits_to_be_sent = panel.thread.with(|thread| thread.next_to_send().is_some());
    let reply = || {
        let pack = panel.pack.get()?;
        Some(ShopNow::new(&pack.shop.hours)?.reply_line(locale))
    };
    match view {
        Some(view) if view.state == ConversationState::Closed => tr(locale, "handoff.closed"),
        Some(view) => match view.agent_name {
            Some(name) => tr_with(locale, "handoff.with_agent", &[("name", &name)]),
            None if waits_to_be_sent && panel.link.get() != Link::Online => tr(locale, "handoff.sending"),
            None => [Some(tr(locale, "handoff.waiting")), reply()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        },
        None if waits_to_be_sent => tr(locale, "handoff.sending"),
        None => reply().unwrap_or_default(),
    }
}
