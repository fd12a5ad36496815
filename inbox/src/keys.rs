//! The keyboard: `j`/`k` or the arrows move in the list, `r` goes to the field, Escape goes back.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::{place, requests::Tab, state::Inbox};

const LINES: &str = "a.line";

pub(crate) fn listen(inbox: Inbox) {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>()
            && !(key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing())
            && !key.default_prevented()
            && act(inbox, &key.key())
        {
            key.prevent_default();
        }
    })
    .forget();
}

/// Was the key for the page?
fn act(inbox: Inbox, key: &str) -> bool {
    let active = document().active_element();
    let in_field = active.as_ref().is_some_and(|it| it.matches("input, textarea, select").unwrap_or(false));
    let in_list = active.as_ref().is_some_and(|it| it.closest(".list").is_ok_and(|found| found.is_some()));
    match key {
        // What is written there is nowhere else yet.
        "Escape" if in_field && (inbox.learning.shown.get_untracked() || inbox.requests.is_shown_now()) => {
            false
        }
        // A dialog closes by itself.
        "Escape" if document().query_selector("dialog[open]").is_ok_and(|it| it.is_some()) => false,
        "Escape" => go_back(inbox),
        _ if in_field => false,
        "j" => step(active, 1),
        "k" => step(active, -1),
        "ArrowDown" if in_list => step(active, 1),
        "ArrowUp" if in_list => step(active, -1),
        "r" => place::focus(".composer-field"),
        _ => false,
    }
}

fn go_back(inbox: Inbox) -> bool {
    // A request is seen before its talk; from it the way leads straight to the list.
    if inbox.customer_shown.get_untracked() && inbox.requests.open.get_untracked().is_none() {
        place::show_customer(inbox, false);
        return true;
    }
    if inbox.learning.shown.get_untracked() {
        place::leave_questions();
        return true;
    }
    if inbox.videos.shown.get_untracked() {
        place::leave_videos();
        return true;
    }
    let tab = inbox.requests.tab.get_untracked();
    if let Some(tab) = tab.filter(|tab| *tab != Tab::Requests) {
        place::leave_tab(tab);
        return true;
    }
    let is_open = inbox.open.get_untracked().is_some();
    place::back(inbox);
    is_open
}

/// Moves the focus among the lines; from elsewhere, to the open line or the first.
fn step(active: Option<Element>, by: i64) -> bool {
    let Ok(found) = document().query_selector_all(LINES) else { return false };
    let lines: Vec<HtmlElement> =
        (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect();
    let here = lines.iter().position(|line| active.as_ref().is_some_and(|it| it.is_same_node(Some(line))));
    let to = match here {
        Some(here) => (here as i64 + by).clamp(0, lines.len() as i64 - 1) as usize,
        None => lines.iter().position(|line| line.has_attribute("aria-current")).unwrap_or(0),
    };
    lines.get(to).is_some_and(|line| line.focus().is_ok())
}
