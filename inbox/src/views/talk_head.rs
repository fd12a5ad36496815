//! Above the talk: the way back, what it is about, who has it, and what can be done with it.

use alap_protocol::{
    conversation::{ConversationState, ConversationSummary},
    id::{AgentId, ConversationId},
};
use alap_ui::{
    components::{Icon, IconName},
    words::{tr, use_locale},
};
use leptos::{html, prelude::*, task::spawn_local};

use super::names;
use crate::{place, state::use_inbox};

#[component]
pub(crate) fn TalkHead(
    /// Which conversation.
    id: ConversationId,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let summary = Memo::new(move |_| inbox.summary(id));
    let title = move || {
        let title = |summary: &ConversationSummary| {
            inbox.pack.with(|pack| names::title(summary, pack.as_ref(), locale.get()))
        };
        summary.with(|summary| summary.as_ref().map(title))
    };
    let state = Memo::new(move |_| {
        summary.with(|summary| summary.as_ref().map(|it| names::state(it, inbox.server_now(), locale.get())))
    });
    let is_closed = Memo::new(move |_| {
        summary.with(|summary| summary.as_ref().is_some_and(|it| it.state == ConversationState::Closed))
    });
    let is_mine = Memo::new(move |_| {
        let assignee = summary.with(|summary| summary.as_ref().and_then(|it| it.assignee));
        assignee.is_some() && assignee == inbox.my_id()
    });
    let take = move |_| {
        let me = inbox.me_now().map(|me| me.id);
        spawn_local(inbox.assign(id, me));
    };
    view! {
        <header class="talk-head">
            <button
                type="button"
                class="button-icon talk-back"
                aria-label=move || tr(locale.get(), "inbox.back")
                on:click=move |_| place::back(inbox)
            >
                <Icon name=IconName::BACK />
            </button>
            <div class="talk-names">
                <h2 class="talk-title" tabindex="-1" dir="auto">{title}</h2>
                <p class="talk-state">{state}</p>
            </div>
            <button
                type="button"
                class="button-icon talk-info"
                aria-label=move || tr(locale.get(), "inbox.customer")
                aria-expanded=move || inbox.customer_shown.get().to_string()
                on:click=move |_| place::show_customer(inbox, !inbox.customer_shown.get_untracked())
            >
                <Icon name=IconName::PERSON />
            </button>
            <Show when=move || summary.with(Option::is_some)>
                <div class="talk-actions">
                    <Show when=move || !is_closed.get() && !is_mine.get()>
                        <button type="button" class="button" on:click=take>
                            {move || tr(locale.get(), "inbox.take")}
                        </button>
                    </Show>
                    <Show when=move || !is_closed.get()>
                        <Assignee id=id summary=summary />
                        <button
                            type="button"
                            class="button button-quiet"
                            on:click=move |_| spawn_local(inbox.close(id))
                        >
                            {move || tr(locale.get(), "inbox.close")}
                        </button>
                    </Show>
                </div>
            </Show>
        </header>
    }
}

/// Who has it; choosing another hands it on.
#[component]
fn Assignee(id: ConversationId, summary: Memo<Option<ConversationSummary>>) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let field = NodeRef::<html::Select>::new();
    let assignee = Memo::new(move |_| summary.with(|summary| summary.as_ref().and_then(|it| it.assignee)));
    let choose = move |event| {
        let chosen: Option<AgentId> = event_target_value(&event).parse().ok();
        spawn_local(async move {
            inbox.assign(id, chosen).await;
            // Whether it was done or not, the field says what is.
            if let Some(field) = field.get_untracked() {
                field.set_value(&value(assignee.get_untracked()));
            }
        });
    };
    let option = move |agent: Option<AgentId>, name: String| {
        view! {
            <option value=value(agent) selected=move || assignee.get() == agent>{name}</option>
        }
    };
    view! {
        <select
            node_ref=field
            class="field talk-assignee"
            aria-label=move || tr(locale.get(), "inbox.assignee")
            prop:value=move || value(assignee.get())
            on:change=choose
        >
            {move || option(None, tr(locale.get(), "inbox.nobody"))}
            {move || {
                let me = inbox.my_id();
                inbox
                    .agents
                    .get()
                    .into_iter()
                    .map(|agent| {
                        let name = if Some(agent.id) == me {
                            format!("{} ({})", agent.name, tr(locale.get(), "thread.you"))
                        } else {
                            agent.name
                        };
                        option(Some(agent.id), name)
                    })
                    .collect_view()
            }}
        </select>
    }
}

fn value(agent: Option<AgentId>) -> String {
    agent.map(|agent| agent.to_string()).unwrap_or_default()
}
