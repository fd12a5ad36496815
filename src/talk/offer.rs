//! A person is offered, and a yes is asked for.

use alap_protocol::{limits::ANSWER_PRODUCTS, pack::Product};
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
    let viewed = Memo::new(move |_| if asks { viewed(talk) } else { Vec::new() });
    let chosen = RwSignal::new(false);
    // A yes to one list is no yes to another.
    Effect::new(move |_| {
        viewed.track();
        chosen.set(false);
    });
    let accept = move |_| {
        let shown = if chosen.get_untracked() { viewed.get_untracked() } else { Vec::new() };
        handoff::accept(talk, shown.into_iter().map(|product| product.id).collect());
    };
    view! {
        <div class="offer" role="group">
            <p>{reply_line}</p>
            {asks.then(|| view! { <p>{words(locale, "handoff.what")}</p> })}
            {move || {
                let viewed = viewed.get();
                (!viewed.is_empty()).then(|| view! { <Viewed talk=talk viewed=viewed chosen=chosen /> })
            }}
            <div class="offer-buttons">
                {if asks {
                    view! {
                        <button type="button" class="button" on:click=accept>
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

/// What was looked at last and is still in the shop, as many as one message takes.
fn viewed(talk: TalkState) -> Vec<Product> {
    let panel = talk.panel;
    panel.pack.with(|pack| {
        let Some(pack) = pack else { return Vec::new() };
        let known = |id| pack.products.iter().find(|product| product.id == id).cloned();
        panel.viewed.get().into_iter().filter_map(known).take(ANSWER_PRODUCTS).collect()
    })
}

/// Off until it is chosen; the products are seen before they are sent.
#[component]
fn Viewed(talk: TalkState, viewed: Vec<Product>, chosen: RwSignal<bool>) -> impl IntoView {
    let locale = talk.panel.locale;
    let product = |product: Product| {
        let title = product.title;
        let picture = product.image.map(|image| {
            view! { <img src=image.src alt="" width="40" height="40" loading="lazy" decoding="async" /> }
        });
        view! { <li>{picture} <span>{move || title.get(locale.get()).to_owned()}</span></li> }
    };
    view! {
        <label>
            <input
                type="checkbox"
                aria-describedby="offer-stays"
                prop:checked=chosen
                on:change=move |event| chosen.set(event_target_checked(&event))
            />
            <span>{words(locale, "handoff.viewed")}</span>
        </label>
        <ul class="offer-viewed">{viewed.into_iter().map(product).collect_view()}</ul>
        <p id="offer-stays">{words(locale, "handoff.viewed_stays")}</p>
    }
}
