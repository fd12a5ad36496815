//! The history as people read it: a line for each product.

use alap_protocol::{locale::Locale, pack::Product};
use alap_suggest::{History, Kind};
use alap_ui::{device_time, times};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{state::State, words::tr};

/// All that was done to one product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) product: String,
    /// Each kind once, in the order of weight.
    kinds: Vec<Kind>,
    /// When the last was, in milliseconds since 1970 UTC.
    at: i64,
}

/// What was done last comes first.
pub(super) fn entries(history: &History) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for event in history.events().iter().rev() {
        let place = entries.iter().position(|entry| entry.product == event.product).unwrap_or_else(|| {
            entries.push(Entry { product: event.product.clone(), kinds: Vec::new(), at: event.at });
            entries.len() - 1
        });
        if let Some(entry) = entries.get_mut(place)
            && !entry.kinds.contains(&event.kind)
        {
            entry.kinds.push(event.kind);
            entry.kinds.sort();
        }
    }
    entries
}

/// "Looked at, bought · 21 November at 7 pm"
pub(super) fn what(locale: Locale, entry: &Entry, now: i64) -> String {
    let kinds = entry.kinds.iter().map(|kind| match kind {
        Kind::View => tr(locale, "privacy.view"),
        Kind::Cart => tr(locale, "privacy.cart"),
        Kind::Purchase => tr(locale, "privacy.purchase"),
    });
    let mut words = kinds.collect::<Vec<_>>().join(", ");
    if let (Some(at), Some(today)) = (device_time::local(entry.at), device_time::local(now)) {
        words.push_str(" · ");
        words.push_str(&times::moment(locale, at, today.date));
    }
    words
}

/// The product, if the shop still has it.
pub(super) fn product(state: State, sku: &str) -> Option<Product> {
    match state.recommender.get_untracked() {
        Some(of_pack) => {
            let place = of_pack.recommender.catalogue().place(sku)?;
            of_pack.pack.products.get(place).cloned()
        }
        // Where nothing is suggested, there is no catalogue to look it up in.
        None => state.panel.pack.with_untracked(|pack| {
            pack.as_ref()?.products.iter().find(|product| product.id.as_str() == sku).cloned()
        }),
    }
}

/// Its title in a language; its SKU where the shop has it no more.
pub(super) fn title(state: State, sku: &str) -> impl Fn(Locale) -> String + Send + Sync + use<> {
    let title = product(state, sku).map(|product| product.title);
    let sku = sku.to_owned();
    move |locale| title.as_ref().map_or_else(|| sku.clone(), |title| title.get(locale).to_owned())
}

/// Gives an element the focus.
pub(super) fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
