//! A person is offered, and a yes is asked for.

use alap_ui::components::{Icon, IconName};
use leptos::prelude::*;

use super::{
    handoff, reply_time,
    state::{After, TalkState},
    words::words,
};

/// Says when a person answers and what would be sent, and asks for a yes. Or, with `asks` false, only offers to.
#[component]
pub(super) fn Offer(talk: TalkState, asks: bool) -> impl IntoView {
    let panel = talk.panel;
    let locale = panel.locale;
    let reply_line = move || {
        let pack = panel.pack.get()?;
        reply_time::line(locale.get(), &pack.shop.hours)
    };
    view! {
        <div class="offer" role="group">
            <p>{reply_line}</p>
            {asks.then(|| view! { <p>{words(locale, "handoff.what")}</p> })}
            <div class="offer-buttons">
                {if asks {
                    view! {
                        <button type="button" class="button" on:click=move |_| handoff::accept(talk)>
                            {words(locale, "handoff.confirm")}
                        </button>
                    }
                    .into_any()
                } else {
                    view! {
                        <button type="button" class="button" on:click=move |_| handoff::ask(talk)>
                            <Icon name=IconName::PERSON />
                            {words(locale, "handoff.offer")}
                        </button>
                    }
                    .into_any()
                }}
                <button type="button" class="button button-quiet" on:click=move |_| talk.after.set(After::Nothing)>
                    {words(locale, "handoff.cancel")}
                </button>
            </div>
        </div>
    }
}
