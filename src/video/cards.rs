//! The products of the moment, as the cards of the talk: one tap to a product's page, or to ask about it where it has none.
//! They are drawn by hand like all of this part, see [`super`].

use alap_protocol::{bridge::FrameEvent, id::ProductId, locale::Locale, pack::Product};
use alap_ui::words::money;
use alap_video::at;
use leptos::prelude::{GetUntracked, WithValue, window};
use web_sys::Event;

use super::{
    dom::{add, give, inner, part, put_text, say, show},
    draw::said,
    js::{call, flag, get},
    open,
    run::{Run, panel, run},
    template::CARD,
    words::tr,
};
use crate::{bridge::Bridge, later::with_talk};

/// The products of the moment; where it names none, those that the video is about.
fn of_moment(run: &Run) -> Vec<ProductId> {
    let seen = run.sheet.as_ref().map(|sheet| at::products(&sheet.shown, run.at())).unwrap_or_default();
    let about = run.head.as_ref().map(|head| &head.products);
    if seen.is_empty() { about.cloned().unwrap_or_default() } else { seen }
}

/// Draws them where they have changed, or anew.
pub(super) fn draw(locale: Locale, anew: bool) {
    let changed = run(|run| {
        let products = of_moment(run);
        (anew || products != run.products).then(|| run.products = products)
    });
    let Some(pack) = panel().and_then(|panel| panel.pack.get_untracked()).filter(|_| changed.is_some())
    else {
        return;
    };
    say("v-cards", "");
    run(|run| {
        show("v-products", !run.products.is_empty());
        for id in &run.products {
            if let Some(product) = pack.products.iter().find(|product| product.id == *id) {
                card(locale, product, &pack.shop.currency);
            }
        }
    });
}

fn card(locale: Locale, product: &Product, currency: &str) {
    let card = add(&part("v-cards"), CARD);
    give(&card, "data-product", product.id.as_str());
    match &product.url {
        Some(url) => give(&card, "href", url),
        None => {
            // A link for the keyboard's sake: a tap on it asks.
            give(&card, "href", "#");
            give(&card, "title", &tr(locale, "video.ask_product"));
        }
    }
    let picture = inner(&card, "img");
    match &product.image {
        Some(image) => put_text(&picture, "src", &image.src),
        None => drop(call(&picture, "remove", &[])),
    }
    said(&inner(&card, ".card-title"), locale, &product.title);
    let currency = product.price.currency.as_deref().unwrap_or(currency);
    put_text(&inner(&card, "b"), "textContent", &money(locale, product.price.amount, currency));
    let was = inner(&card, "s");
    match product.price.was {
        Some(price) => {
            let words = [&*alap_ui::words::tr(locale, "product.old_price"), " "].concat();
            put_text(&get(&was, "firstChild"), "textContent", &words);
            put_text(&get(&was, "lastChild"), "textContent", &money(locale, price, currency));
        }
        None => drop(call(&was, "remove", &[])),
    }
}

/// A card was tapped.
pub(super) fn tapped(event: &Event, sku: &str) {
    // Whoever wants it in a tab of its own gets it there.
    if ["ctrlKey", "metaKey", "shiftKey"].iter().any(|key| flag(event, key)) {
        return;
    }
    event.prevent_default();
    let Some(panel) = panel() else { return };
    let Some(pack) = panel.pack.get_untracked() else { return };
    let Some(product) = pack.products.iter().find(|product| product.id.as_str() == sku) else { return };
    open::rest();
    match product.url.clone() {
        Some(url) if panel.bridge.with_value(Bridge::is_connected) => {
            panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Navigate { url }));
        }
        // A blocked window leaves the shopper where they are.
        Some(url) => drop(window().open_with_url_and_target(&url, "_blank")),
        None => {
            let id = product.id.clone();
            with_talk(panel, move |talk| talk.ask_about(&id));
        }
    }
}
