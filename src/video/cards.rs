//! The products of the moment, as cards: one tap to a product's page, and one to ask about it where it has none.

use alap_protocol::{bridge::FrameEvent, id::ProductId, pack::Product};
use alap_ui::components::ProductCard;
use leptos::prelude::*;

use super::{open, run::panel, words::words};
use crate::{bridge::Bridge, later::with_talk, panel::Panel};

/// The cards of these products.
pub(super) fn cards(panel: Panel, shown: &[ProductId]) -> Vec<AnyView> {
    let Some(pack) = panel.pack.get() else { return Vec::new() };
    let found = shown.iter().filter_map(|id| pack.products.iter().find(|product| product.id == *id));
    found.map(|product| card(panel, product.clone(), &pack.shop.currency)).collect()
}

fn card(panel: Panel, product: Product, currency: &str) -> AnyView {
    let asks = product.url.is_none().then(|| {
        let id = product.id.clone();
        let ask = move |_| {
            let id = id.clone();
            open::pause();
            with_talk(panel, move |talk| talk.ask_about(&id));
        };
        view! {
            <button type="button" class="button button-quiet" on:click=ask>
                {words(panel.locale, "video.ask_product")}
            </button>
        }
        .into_any()
    });
    view! {
        <ProductCard product=product currency=currency.to_owned() on_open=Some(Callback::new(go)) />
        {asks}
    }
    .into_any()
}

fn go(url: String) {
    let Some(panel) = panel() else { return };
    if panel.bridge.with_value(Bridge::is_connected) {
        open::rest();
        panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Navigate { url }));
    } else {
        // A blocked window leaves the shopper where they are.
        let _ = window().open_with_url_and_target(&url, "_blank");
    }
}
