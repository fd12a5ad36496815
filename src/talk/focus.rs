//! Where the focus goes when what had it is gone, and where the talk scrolls to.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A button that is about to go hands the focus to the field. Whoever tapped with a finger keeps it where it is: a focused
/// field would bring up the keyboard.
pub(super) fn back_to_field() {
    let document = document();
    if document.active_element().is_some_and(|active| active.tag_name() == "BUTTON") {
        to_field();
    }
}

/// The shopper is about to write.
pub(super) fn to_field() {
    if let Some(field) = find(".composer-field:not(#shell-field)") {
        // A field that cannot take the focus is still a field.
        let _ = field.focus();
    }
}

/// Shows what has come below the last message.
pub(super) fn to_end_of_talk() {
    request_animation_frame(|| {
        if let Some(log) = find(".thread") {
            log.set_scroll_top(log.scroll_height());
        }
    });
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}
