//! What a tap on a product does.

use alap_protocol::{bridge::FrameEvent, id::ProductId};
use leptos::prelude::*;

use crate::{bridge::Bridge, later::with_talk, panel::Panel};

/// Goes to the product's page.
pub(super) fn open(panel: Panel, url: String) {
    if panel.bridge.with_value(Bridge::is_connected) {
        panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Navigate { url }));
    } else {
        // A blocked window leaves the shopper where they are.
        let _ = window().open_with_url_and_target(&url, "_blank");
    }
}

/// Asks about the product: in this panel, or from a row in the shop's page in the panel beside it.
pub(super) fn ask(panel: Panel, product: ProductId) {
    if panel.row {
        let product = product.as_str().to_owned();
        panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Ask { product }));
    } else {
        with_talk(panel, move |talk| talk.ask_about(&product));
    }
}
