//! The open conversation, or the view of questions, stands in the address, after `#`: the phone's back button leads to the
//! list, and a reload leads back to what was open.

use alap_protocol::id::ConversationId;
use leptos::prelude::{GetUntracked, Set, document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::state::Inbox;

/// The conversation that the address names.
pub(crate) fn read() -> Option<ConversationId> {
    window().location().hash().ok()?.strip_prefix('#')?.parse().ok()
}

/// The address of the questions that found no answer.
pub(crate) const QUESTIONS: &str = "#questions";

/// Does the address name them?
pub(crate) fn is_questions() -> bool {
    window().location().hash().is_ok_and(|hash| hash == QUESTIONS)
}

/// From the questions back to the list.
pub(crate) fn leave_questions() {
    let _ = window().location().replace("#");
    focus_soon(".head-questions");
}

/// The address of a conversation.
pub(crate) fn link(id: ConversationId) -> String {
    format!("#{id}")
}

/// Opens a conversation. The history holds the list and one conversation, never a pile of them.
pub(crate) fn go(inbox: Inbox, id: ConversationId) {
    let location = window().location();
    // The browser's own navigation inside a page does not fail.
    let _ = match inbox.open.get_untracked() {
        None => location.set_hash(&id.to_string()),
        Some(_) => location.replace(&link(id)),
    };
    if is_narrow() {
        focus_soon(".talk-title");
    }
}

/// Back to the list.
pub(crate) fn back(inbox: Inbox) {
    let Some(id) = inbox.open.get_untracked() else { return };
    let _ = window().location().replace("#");
    focus_soon(&format!("a.line[href='{}']", link(id)));
}

/// The customer's column in the talk's place, and back. The focus goes along.
pub(crate) fn show_customer(inbox: Inbox, shown: bool) {
    inbox.customer_shown.set(shown);
    focus_soon(if shown { ".customer-back" } else { ".talk-info" });
}

/// One view at a time.
pub(crate) fn is_narrow() -> bool {
    window().match_media("(max-width: 760px)").ok().flatten().is_some_and(|query| query.matches())
}

/// Gives the focus to an element, if it is there.
pub(crate) fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into::<HtmlElement>().ok()).is_some_and(|it| it.focus().is_ok())
}

/// The same, once the view that is being made stands.
pub(crate) fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    gloo::timers::callback::Timeout::new(60, move || {
        focus(&selector);
    })
    .forget();
}
