//! The suggestions: products that may fit, from a history that never leaves this device. See [`crate::later`].

mod card;
mod copy;
mod entries;
mod frame;
mod history;
mod home;
mod place;
mod preparing;
mod privacy;
mod reason;
mod sight;
mod state;
mod words;

use std::sync::Arc;

use alap_protocol::pack::ShopPack;
use leptos::prelude::*;
use state::State;

use crate::{
    bridge::Bridge,
    later::{Loading, Suggested, Suggesting},
    panel::Panel,
    storage::Storage,
    styles,
};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/suggestions.css"));

/// Brings up the kept history, and from then on suggests.
pub(crate) fn load(panel: Panel) -> Loading {
    Box::pin(async move {
        styles::add(STYLE);
        let storage = Storage::open(&panel.shop.get_value(), panel).await;
        let state = State::new(panel, storage);
        history::read(state).await;
        history::follow_tabs(state);
        history::tell_viewed(state);
        preparing::follow(state);
        panel.suggestions.set(Some(Arc::new(state)));
        let shown = |pack: &Option<Arc<ShopPack>>| pack.as_ref().is_some_and(|p| p.shop.suggestions.shown);
        if !state.is_private && panel.pack.with_untracked(shown) {
            panel.bridge.with_value(Bridge::ask_journal);
        }
    })
}

impl Suggesting for State {
    fn view(&self, what: Suggested<'_>) -> AnyView {
        match what {
            Suggested::Home => home::rows(*self),
            Suggested::Frame(name) => frame::row(*self, name),
            Suggested::BelowAnswer { answers, spoken_of } => home::below_answer(*self, answers, spoken_of),
            Suggested::Privacy => view! { <privacy::Privacy state=*self /> }.into_any(),
        }
    }

    fn take_journal(&self, text: &str) {
        history::take_journal(*self, text);
    }

    fn reset(&self) {
        history::reset(*self);
    }
}
