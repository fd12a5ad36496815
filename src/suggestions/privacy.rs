//! What is kept of the shopper on this device, and how to take it out, take a copy of it, or have nothing suggested.

use alap_ui::{
    components::{Icon, IconName},
    device_time,
};
use leptos::{html, prelude::*};

use super::{
    copy,
    entries::{self, Entry, entries},
    history::{self, TakenOut},
    state::State,
    words::{tr, tr_with, words},
};
use crate::kept::{self, Slot};

#[component]
pub(super) fn Privacy(state: State) -> impl IntoView {
    let panel = state.panel;
    let locale = panel.locale;
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // A heading that cannot take the focus is still read.
            let _ = heading.focus();
        }
    });
    let turn = move |_| {
        let off = !panel.suggestions_off.get_untracked();
        panel.suggestions_off.set(off);
        panel.shop.with_value(|shop| {
            if off {
                kept::write(shop, Slot::SuggestionsOff, "yes")
            } else {
                kept::remove(shop, Slot::SuggestionsOff)
            }
        });
        history::tell_tabs(state);
    };
    let turn_words = move || {
        tr(locale.get(), if panel.suggestions_off.get() { "privacy.turn_on" } else { "privacy.turn_off" })
    };
    let note = move |key: &'static str| view! { <p class="notice">{words(locale, key)}</p> };
    view! {
        <div class="home privacy">
            <h2 tabindex="-1" node_ref=heading>{words(locale, "privacy.heading")}</h2>
            {state.is_private.then(|| note("privacy.signal"))}
            <p>{words(locale, "privacy.what")}</p>
            {(!state.storage().keeps()).then(|| note("privacy.blocked"))}
            <div>
                <button type="button" class="button button-quiet" on:click=turn>{turn_words}</button>
                <p role="status">
                    {move || panel.suggestions_off.get().then(|| tr(locale.get(), "privacy.is_off"))}
                </p>
            </div>
            <List state=state />
        </div>
    }
}

/// What is kept, product by product.
#[component]
fn List(state: State) -> impl IntoView {
    let locale = state.panel.locale;
    let taken = RwSignal::new(None::<TakenOut>);
    let take_out = Callback::new(move |product: Option<String>| {
        taken.set(Some(history::take_out(state, product)));
        // The button that was tapped is gone: the next thing to tap is the way back.
        request_animation_frame(|| entries::focus(".privacy-undo"));
    });
    let list = Memo::new(move |_| state.history.with(entries));
    let is_empty = Memo::new(move |_| list.with(Vec::is_empty));
    let buttons = move || {
        (!is_empty.get()).then(|| {
            view! {
                <div class="actions">
                    <button type="button" class="button button-quiet" on:click=move |_| take_out.run(None)>
                        {words(locale, "privacy.erase")}
                    </button>
                    <a class="button button-quiet" download="alap-history.json" href=copy::address(state)>
                        {words(locale, "privacy.export")}
                    </a>
                </div>
            }
        })
    };
    view! {
        <section>
            <h2>{words(locale, "privacy.list")}</h2>
            <div class="privacy-taken" role="status">{move || taken.get().map(|it| taken_out(state, it, taken))}</div>
            {move || is_empty.get().then(|| view! { <p>{words(locale, "privacy.nothing")}</p> })}
            <ul class="kept">
                {move || list.get().into_iter().map(|entry| line(state, entry, take_out)).collect_view()}
            </ul>
            {buttons}
        </section>
    }
}

/// What was done to a product, and the button that takes it out.
fn line(state: State, entry: Entry, take_out: Callback<Option<String>>) -> AnyView {
    let locale = state.panel.locale;
    let sku = entry.product.clone();
    let product = entries::product(state, &sku);
    let picture = product.as_ref().and_then(|product| product.image.clone()).map(|image| {
        view! { <img src=image.src alt="" width="48" height="48" loading="lazy" decoding="async" /> }
    });
    let title = entries::title(state, &sku);
    let remove = {
        let sku = sku.clone();
        move || {
            tr_with(
                locale.get(),
                "privacy.remove",
                &[("product", &entries::title(state, &sku)(locale.get()))],
            )
        }
    };
    let what = move || entries::what(locale.get(), &entry, device_time::now());
    let kept = sku.clone();
    view! {
        <li data-kept=kept>
            <span class="kept-ground">{picture}</span>
            <span class="kept-words">
                <b>{move || title(locale.get())}</b>
                <span>{what}</span>
            </span>
            <button
                type="button"
                class="button-icon"
                aria-label=remove
                on:click=move |_| take_out.run(Some(sku.clone()))
            >
                <Icon name=IconName::CLOSE />
            </button>
        </li>
    }
    .into_any()
}

/// That it is gone, and the way back.
fn taken_out(state: State, it: TakenOut, taken: RwSignal<Option<TakenOut>>) -> AnyView {
    let locale = state.panel.locale;
    let title = it.product.as_ref().map(|product| entries::title(state, product));
    let said = move || match &title {
        Some(title) => tr_with(locale.get(), "privacy.removed", &[("product", &title(locale.get()))]),
        None => tr(locale.get(), "privacy.erased"),
    };
    let undo = move |_| {
        taken.set(None);
        history::put_back(state, it.clone());
        request_animation_frame(|| entries::focus(".privacy h2"));
    };
    view! {
        {said}
        " "
        <button type="button" class="link privacy-undo" on:click=undo>{words(locale, "privacy.undo")}</button>
    }
    .into_any()
}
