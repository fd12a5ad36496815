//! What comes on top of the price: lines, the usual ones a tap away.

use alap_protocol::limits::OFFER_EXTRAS;
use alap_ui::{
    components::{Icon, IconName},
    words::{tr, tr_with, use_locale, words},
};
use leptos::prelude::*;

use super::offer::reads;
use crate::{
    place,
    requests::offer_draft::{ExtraDraft, OfferDraft},
    state::use_inbox,
};

/// What the chip says, and what it writes.
const USUAL: [(&str, Option<&str>); 4] = [
    ("offering.add_delivery", Some("offering.delivery")),
    ("offering.add_wrap", Some("offering.wrap")),
    ("offering.add_express", Some("offering.express")),
    ("offering.add_other", None),
];

#[component]
pub(super) fn Extras(
    /// The offer.
    draft: RwSignal<OfferDraft>,
) -> impl IntoView {
    let locale = use_locale();
    let count = Memo::new(move |_| draft.with(|draft| draft.extras.len()));
    let add = move |what: Option<&'static str>| {
        let locale = locale.0.get_untracked();
        let what = what.map(|key| tr(locale, key)).unwrap_or_default();
        let field = if what.is_empty() { "what" } else { "price" };
        draft.write().extras.push(ExtraDraft { what, price: String::new() });
        place::focus_soon(&format!("#extra-{field}-{}", count.get_untracked().saturating_sub(1)));
    };
    let chip = move |(label, what): (&'static str, Option<&'static str>)| {
        view! {
            <button type="button" class="chip" on:click=move |_| add(what)>{words(locale, label)}</button>
        }
    };
    view! {
        <fieldset class="offer-field">
            <legend>{words(locale, "offering.extras")}</legend>
            <For each=move || 0..count.get() key=|at| *at children=move |at| view! { <Line draft=draft at=at /> } />
            <Show when=move || count.get() < OFFER_EXTRAS>
                <div class="chips">{USUAL.map(chip).collect_view()}</div>
            </Show>
        </fieldset>
    }
}

#[component]
fn Line(draft: RwSignal<OfferDraft>, at: usize) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let of = move |read: fn(&ExtraDraft) -> &String| {
        move || draft.with(|draft| draft.extras.get(at).map(read).cloned().unwrap_or_default())
    };
    let change = move |change: fn(&mut ExtraDraft, String)| {
        move |event| {
            if let Some(extra) = draft.write().extras.get_mut(at) {
                change(extra, event_target_value(&event));
            }
        }
    };
    let what = of(|extra| &extra.what);
    let remove_words = move || {
        let what = what();
        let what = if what.is_empty() { tr(locale.get(), "offering.this_line") } else { what };
        tr_with(locale.get(), "offering.remove", &[("what", &what)])
    };
    let remove = move |_| {
        draft.update(|draft| {
            if at < draft.extras.len() {
                draft.extras.remove(at);
            }
        });
        place::focus_soon(".offer-form .chip");
    };
    let read = move || {
        let typed = of(|extra| &extra.price)();
        reads(inbox, &typed, locale.get()).map(|(words, is_read)| {
            view! { <span class="field-reads" class:form-fault=!is_read>{words}</span> }
        })
    };
    view! {
        <div class="extra-line">
            <input
                id=format!("extra-what-{at}")
                class="field"
                type="text"
                dir="auto"
                maxlength="100"
                aria-label=words(locale, "offering.extra_what")
                placeholder=words(locale, "offering.extra_what")
                prop:value=what
                on:input=change(|extra, typed| extra.what = typed)
            />
            <input
                id=format!("extra-price-{at}")
                class="field extra-price"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=words(locale, "offering.extra_price")
                placeholder="৳"
                prop:value=of(|extra| &extra.price)
                on:input=change(|extra, typed| extra.price = typed)
            />
            <button type="button" class="button-icon" aria-label=remove_words on:click=remove>
                <Icon name=IconName::CLOSE />
            </button>
            {read}
        </div>
    }
}
