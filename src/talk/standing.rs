//! How the talk with a person stands, in one line.

use alap_protocol::conversation::ConversationState;
use alap_ui::components::{Icon, IconName};
use leptos::prelude::*;

use super::{
    reply_time,
    state::TalkState,
    words::{tr, tr_with},
};
use crate::panel::Link;

#[component]
pub(super) fn Standing(talk: TalkState) -> impl IntoView {
    let line = Signal::derive(move || standing(talk));
    view! {
        <p class="notice" role="status">
            <Icon name=IconName::PERSON />
            <span>{line}</span>
        </p>
    }
}

fn standing(talk: TalkState) -> String {
    let panel = talk.panel;
    let locale = panel.locale.get();
    let waits_to_be_sent = talk.thread.with(|thread| thread.next_to_send().is_some());
    let reply = || {
        let pack = panel.pack.get()?;
        reply_time::line(locale, &pack.shop.hours)
    };
    match talk.conversation.get() {
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
