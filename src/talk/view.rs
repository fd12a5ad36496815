//! The talk, what can be tapped below it, and how the way to the server is.

use std::sync::Arc;

use alap_protocol::{
    bridge::FrameEvent,
    deal::Step,
    id::{ClientId, ProductId, RequestId, Sequence},
    message::{Author, Body},
};
use alap_thread::Shown;
use alap_ui::components::{Extra, Side, ThreadView};
use leptos::prelude::*;

use super::{
    answer_actions,
    below_answer::BelowAnswer,
    bot,
    feedback::Helped,
    focus, moment, moment_card,
    offer::Offer,
    state::{After, TalkState},
    words::words,
};
use crate::later;

#[component]
pub(super) fn Conversation(talk: TalkState) -> impl IntoView {
    let panel = talk.panel;
    let shown = Memo::new(move |_| {
        let mut shown = talk.thread.with(alap_thread::Thread::shown);
        // While it can be changed, the word on the last answer is the pressed button below it.
        while talk.bot_has_the_floor() && matches!(shown.last(), Some(last) if is_feedback(last)) {
            shown.pop();
        }
        shown
    });
    let seen = Signal::derive(move || {
        talk.conversation.with(|view| view.as_ref().map_or(Sequence(0), |view| view.agent_seen))
    });
    let bot_name = Signal::derive(move || {
        panel.pack.with(|pack| {
            pack.as_ref()
                .map(|pack| pack.shop.bot.name.get(panel.locale.get()).to_owned())
                .unwrap_or_default()
        })
    });
    let (avatar, currency) = panel.pack.with_untracked(|pack| match pack {
        Some(pack) => (pack.shop.bot.avatar.clone(), pack.shop.currency.clone()),
        None => (None, String::new()),
    });
    let open_product = Callback::new(move |url: String| {
        let in_page = panel.bridge.with_value(crate::bridge::Bridge::is_connected);
        if in_page {
            panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Navigate { url }));
        } else {
            // A blocked window leaves the shopper where they are.
            let _ = window().open_with_url_and_target(&url, "_blank");
        }
    });
    let edit_again = Callback::new(move |id: ClientId| {
        let mut taken = None;
        talk.change_thread(|thread| taken = thread.take_refused(id));
        let Some(body) = taken.map(|pending| pending.message.body) else { return };
        match body.text().map(ToString::to_string) {
            Some(text) => panel.draft.set(text),
            None => moment::set(talk, moment::of_body(body)),
        }
    });
    let extra = Extra {
        bot_name,
        bot_avatar: avatar,
        currency,
        product: Arc::new(move |id: &ProductId| {
            panel.pack.with_untracked(|pack| pack.as_ref()?.products.iter().find(|p| p.id == *id).cloned())
        }),
        open_product: Some(open_product),
        edit_again: Some(edit_again),
        below_answer: Some(Arc::new(move |body: &Body| answer_actions::below(talk, body, open_product))),
        step: Arc::new(move |author, request, step| draw_step(talk, author, request, step)),
        moment: Arc::new(move |body: &Body| moment_card::said(talk, body)),
    };
    view! {
        <ThreadView shown=shown side=Side::Shopper seen=seen typing=talk.typing extra=extra>
            <Helped talk=talk />
            <BelowAnswer talk=talk />
            <Below talk=talk />
        </ThreadView>
    }
}

/// The part that draws it comes with the first one.
fn draw_step(talk: TalkState, author: &Author, request: RequestId, step: &Step) -> AnyView {
    let panel = talk.panel;
    let (author, step) = (author.clone(), step.clone());
    let drawn = move || match panel.requests.get() {
        Some(requests) => requests.step(&author, request, &step),
        None => {
            later::prepare_requests(panel);
            view! { <div class="skeleton shell-wait"></div> }.into_any()
        }
    };
    drawn.into_any()
}

fn is_feedback(line: &Shown) -> bool {
    matches!(line.body, Body::Feedback { .. })
}

/// What can be tapped below the last message.
#[component]
fn Below(talk: TalkState) -> impl IntoView {
    move || match talk.after.get() {
        After::Nothing => None,
        After::Choose(entries) => Some(choice(talk, entries)),
        After::Instead(entries) => Some(
            view! {
                <p class="instead" role="status">{words(talk.panel.locale, "chat.instead")}</p>
                {choice(talk, entries)}
            }
            .into_any(),
        ),
        After::Person => Some(view! { <Offer talk=talk asks=false /> }.into_any()),
        After::Confirm => Some(view! { <Offer talk=talk asks=true /> }.into_any()),
    }
}

fn choice(talk: TalkState, entries: Vec<usize>) -> AnyView {
    let panel = talk.panel;
    let locale = panel.locale;
    let question = |entry: usize| {
        panel.pack.with_untracked(|pack| pack.as_ref()?.faq.get(entry).map(|entry| entry.question.clone()))
    };
    let ask = move |entry| {
        focus::back_to_field();
        bot::ask_entry(talk, entry, locale.get_untracked());
    };
    let none = move |_| {
        focus::back_to_field();
        bot::none_of_these(talk);
    };
    let chip = |entry| {
        let question = question(entry)?;
        Some(view! {
            <button type="button" class="chip" on:click=move |_| ask(entry)>
                {move || question.get(locale.get()).to_owned()}
            </button>
        })
    };
    view! {
        <div class="chips">
            {entries.into_iter().filter_map(chip).collect_view()}
            <button type="button" class="chip" on:click=none>
                {words(locale, "chat.none_of_these")}
            </button>
        </div>
    }
    .into_any()
}
