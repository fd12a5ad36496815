//! The history in memory, on this device's disk, and in other tabs: kept the same.

use std::collections::HashSet;

use alap_protocol::id::ProductId;
use alap_shelf::{Forgotten, from_text, key, read_journal, to_text};
use alap_suggest::{Event, History};
use alap_ui::device_time;
use leptos::{prelude::*, task::spawn_local};

use super::state::State;
use crate::{
    kept::{self, Slot},
    tabs::Kept,
};

/// Brings up what is kept. What is too old, too much, or was taken out meanwhile leaves the disk too.
pub(super) async fn read(state: State) {
    // What changes here while the disk is read is newer than what comes from there.
    for _attempt in 0..3 {
        let begun = state.changes.get_value();
        let Some(lines) = state.storage().read_history().await else { return };
        if state.changes.get_value() == begun {
            take_in(state, &lines);
            return;
        }
    }
}

fn take_in(state: State, lines: &[String]) {
    let (now, forgotten) = (device_time::now(), state.forgotten());
    let there: Vec<Event> = lines.iter().filter_map(|line| from_text(line)).collect();
    let known = there.iter().filter(|event| !forgotten.covers(event, now)).cloned();
    let history = History::new(known, now);
    let stay: HashSet<String> = history.events().iter().map(key).collect();
    // Lines that lie ahead are left: this device's clock may be behind, and right again tomorrow.
    let past = there.iter().filter(|event| event.at <= now).map(key);
    let gone: Vec<String> = past.filter(|key| !stay.contains(key)).collect();
    if state.history.with_untracked(|here| *here != history) {
        state.history.set(history);
    }
    if !gone.is_empty() {
        spawn_local(async move { state.storage().change_history(&[], &gone).await });
    }
}

/// Takes in what other tabs write.
pub(super) fn follow_tabs(state: State) {
    let read_again = move || {
        if state.storage().keeps() {
            let off = state.panel.shop.with_value(|shop| kept::read(shop, Slot::SuggestionsOff));
            state.panel.suggestions_off.set(off.is_some());
            spawn_local(read(state));
        }
    };
    state.tabs.with_value(|tabs| tabs.on_changed(Kept::History, read_again));
}

/// More are not offered to be shown.
const VIEWED: usize = 12;

/// The talk may show the shop what was looked at last, if the shopper wants that.
pub(super) fn tell_viewed(state: State) {
    if state.is_private {
        return;
    }
    Effect::new(move |_| {
        let viewed = state.panel.pack.with(|pack| {
            let products = pack.as_ref().map(|pack| pack.products.as_slice()).unwrap_or_default();
            let found = |sku: &str| products.iter().find(|product| product.id.as_str() == sku);
            state.history.with(|history| {
                let viewed = history.last_viewed().take(VIEWED).filter_map(found);
                viewed.map(|product| product.id.clone()).collect::<Vec<ProductId>>()
            })
        });
        state.panel.viewed.set(viewed);
    });
}

/// Takes in what the shop page noted.
pub(super) fn take_journal(state: State, text: &str) {
    if state.is_private || state.panel.suggestions_off.get_untracked() {
        return;
    }
    let (now, forgotten) = (device_time::now(), state.forgotten());
    let events = read_journal(text).into_iter().filter(|event| !forgotten.covers(event, now));
    add(state, events.collect());
}

fn add(state: State, events: Vec<Event>) {
    let before = state.history.get_untracked();
    let mut after = before.clone();
    after.add(events, device_time::now());
    change(state, &before, after);
}

/// Writes down what changed.
fn change(state: State, before: &History, after: History) {
    // Both stand in the same order, so that what is the same is soon found.
    let mut before = before.events().iter().peekable();
    let (mut put, mut gone) = (Vec::new(), Vec::new());
    for event in after.events() {
        let line = |event: &Event| (event.at, event.kind, event.product.clone());
        while let Some(old) = before.next_if(|old| line(old) < line(event)) {
            gone.push(key(old));
        }
        let old = before.next_if(|old| line(old) == line(event));
        if old != Some(event) {
            put.push((key(event), to_text(event)));
        }
    }
    gone.extend(before.map(key));
    if put.is_empty() && gone.is_empty() {
        return;
    }
    state.changes.update_value(|changes| *changes += 1);
    state.history.set(after);
    spawn_local(async move {
        state.storage().change_history(&put, &gone).await;
        tell_tabs(state);
    });
}

/// Other tabs, and the rows in this page.
pub(super) fn tell_tabs(state: State) {
    state.tabs.with_value(|tabs| tabs.tell_changed(Kept::History));
}

/// What was taken out, to be put back if that was a slip.
#[derive(Clone, Debug)]
pub(super) struct TakenOut {
    /// The product; none where all of it was erased.
    pub(super) product: Option<String>,
    events: Vec<Event>,
    forgotten: Forgotten,
}

/// Takes out all that was done to a product, or everything.
pub(super) fn take_out(state: State, product: Option<String>) -> TakenOut {
    let now = device_time::now();
    let before = state.history.get_untracked();
    let is_of = |event: &Event| product.as_ref().is_none_or(|product| event.product == *product);
    let (events, stay): (Vec<Event>, Vec<Event>) = before.events().iter().cloned().partition(is_of);
    let taken = TakenOut { product, events, forgotten: state.forgotten() };
    let mut forgotten = taken.forgotten.clone();
    match &taken.product {
        Some(product) => {
            forgotten.forget(product, now);
            change(state, &before, History::new(stay, now));
            spawn_local(remove(state, product.clone()));
        }
        None => {
            forgotten.forget_all(now);
            erase(state);
        }
    }
    state.panel.keep(Slot::Forgotten, &forgotten.text());
    taken
}

/// Takes a product's lines off the disk, also those that a clock ahead of its time wrote.
async fn remove(state: State, product: String) {
    let Some(lines) = state.storage().read_history().await else { return };
    let of_product = lines.iter().filter_map(|line| from_text(line)).filter(|event| event.product == product);
    let gone: Vec<String> = of_product.map(|event| key(&event)).collect();
    if !gone.is_empty() {
        state.storage().change_history(&[], &gone).await;
    }
}

/// Puts back what was taken out, and only that.
pub(super) fn put_back(state: State, taken: TakenOut) {
    let forgotten = match &taken.product {
        Some(product) => {
            let mut forgotten = state.forgotten();
            forgotten.remember(product);
            forgotten
        }
        None => taken.forgotten,
    };
    state.panel.keep(Slot::Forgotten, &forgotten.text());
    add(state, taken.events);
}

fn erase(state: State) {
    state.changes.update_value(|changes| *changes += 1);
    state.history.set(History::default());
    spawn_local(async move {
        state.storage().erase_history().await;
        tell_tabs(state);
    });
}

/// This shopper is to be forgotten. The choice to have no suggestions is not the page's to undo.
pub(super) fn reset(state: State) {
    erase(state);
    state.last_below.set_value(None);
}
