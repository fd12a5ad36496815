//! A product in a row: one tap to its page, one to ask about it.

use std::sync::Arc;

use alap_protocol::pack::{Availability, Product, ShopPack};
use alap_shelf::Place;
use alap_ui::{
    components::{Icon, IconName},
    words::{lang_of, money},
};
use leptos::{ev::MouseEvent, prelude::*};

use super::{
    place, reason,
    state::State,
    words::{tr_with, words},
};

/// The picture's side, in CSS pixels.
const SIDE: u32 = 152;

/// `None` for a place that the pack does not have.
pub(super) fn card(state: State, pack: &Arc<ShopPack>, shown: Place) -> Option<AnyView> {
    let panel = state.panel;
    let locale = panel.locale;
    let product = pack.products.get(shown.place)?.clone();
    let id = product.id.clone();
    let title = product.title.clone();
    let url = product.url.clone();
    let why = {
        let pack = pack.clone();
        move || shown.reason.and_then(|reason| reason::in_words(locale.get(), &pack, reason))
    };
    let ask_label = move || tr_with(locale.get(), "row.ask_about", &[("product", title.get(locale.get()))]);
    let body = view! {
        {front(state, product, &pack.shop.currency)}
        <span class="pick-why">{why}</span>
    };
    let product = match url {
        Some(url) => {
            let href = url.clone();
            let open = move |event: MouseEvent| {
                // Whoever wants it in a tab of its own gets it there.
                if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                    event.prevent_default();
                    place::open(panel, url.clone());
                }
            };
            view! {
                <a class="pick-link" href=href target="_blank" rel="noopener" on:click=open>
                    {body}
                </a>
            }
            .into_any()
        }
        None => view! { <div class="pick-link">{body}</div> }.into_any(),
    };
    let sku = id.as_str().to_owned();
    Some(
        view! {
            <li class="pick" data-pick=sku>
                {product}
                <button
                    type="button"
                    class="button button-quiet pick-ask"
                    aria-label=ask_label
                    on:click=move |_| place::ask(panel, id.clone())
                >
                    <Icon name=IconName::CHAT />
                    {words(locale, "row.ask")}
                </button>
            </li>
        }
        .into_any(),
    )
}

/// Picture, name, price with the old one struck out.
fn front(state: State, product: Product, currency: &str) -> AnyView {
    let locale = state.panel.locale;
    let currency = product.price.currency.unwrap_or_else(|| currency.to_owned());
    let (amount, was) = (product.price.amount, product.price.was.filter(|was| *was > product.price.amount));
    let picture = product.image.map(|image| {
        view! {
            <img
                src=image.src
                alt=""
                width=image.width.unwrap_or(SIDE)
                height=image.height.unwrap_or(SIDE)
                loading="lazy"
                decoding="async"
            />
        }
    });
    let away = (product.availability == Availability::OutOfStock)
        .then(|| alap_ui::words::words(locale, "product.out_of_stock"));
    let title = product.title;
    let lang = {
        let title = title.clone();
        move || lang_of(&title, locale.get())
    };
    let now = {
        let currency = currency.clone();
        move || money(locale.get(), amount, &currency)
    };
    let before = was.map(|was| {
        view! {
            " "
            <s>
                <span class="unseen">{alap_ui::words::words(locale, "product.old_price")} " "</span>
                {move || money(locale.get(), was, &currency)}
            </s>
        }
    });
    view! {
        <span class="pick-ground">{picture}</span>
        <span class="pick-title" lang=lang>{move || title.get(locale.get()).to_owned()}</span>
        <span class="pick-price"><b>{now}</b>{before}</span>
        {away.map(|away| view! { <span class="pick-away">{away}</span> })}
    }
    .into_any()
}
