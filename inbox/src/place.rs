//! What is open stands in the address, after `#`: the phone's back button leads to the list, and a reload leads back to what
//! was open.

use alap_protocol::id::{ConversationId, RequestId};
use leptos::prelude::{GetUntracked, Set, document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{requests::Tab, state::Inbox};

/// What the address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The list of conversations.
    List,
    /// The questions that found no answer.
    Questions,
    /// How the videos are watched.
    Videos,
    /// The list of requests, and what stands beside it.
    Desk(Tab),
    /// A conversation, and perhaps a request in it.
    Talk(ConversationId, Option<RequestId>),
}

/// The address of the questions that found no answer.
pub(crate) const QUESTIONS: &str = "#questions";
/// The address of how the videos are watched.
pub(crate) const VIDEOS: &str = "#videos";

impl Place {
    /// Reads what stands after the `#`, the `#` included.
    fn of(hash: &str) -> Self {
        if hash == QUESTIONS {
            return Self::Questions;
        }
        if hash == VIDEOS {
            return Self::Videos;
        }
        let rest = hash.strip_prefix('#').unwrap_or_default();
        if let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.as_str() == rest) {
            return Self::Desk(tab);
        }
        let (conversation, request) = rest.split_once('/').unwrap_or((rest, ""));
        match conversation.parse() {
            Ok(conversation) => Self::Talk(conversation, request.parse().ok()),
            Err(_) => Self::List,
        }
    }

    fn is_list(self) -> bool {
        matches!(self, Self::List | Self::Desk(Tab::Requests))
    }
}

/// What the address names now.
pub(crate) fn read() -> Place {
    window().location().hash().map_or(Place::List, |hash| Place::of(&hash))
}

/// The address of a conversation.
pub(crate) fn link(id: ConversationId) -> String {
    format!("#{id}")
}

/// The address of a request in its conversation.
pub(crate) fn request_link(conversation: ConversationId, request: RequestId) -> String {
    format!("#{conversation}/{request}")
}

/// The address of a tab.
pub(crate) fn tab_link(tab: Tab) -> String {
    format!("#{}", tab.as_str())
}

/// Follows an address of this page. The history holds the list and one thing more, never a pile of them.
pub(crate) fn go(address: &str) {
    let location = window().location();
    // The browser's own navigation inside a page does not fail.
    let _ = if read().is_list() { location.set_hash(address) } else { location.replace(address) };
    if is_narrow() {
        focus_soon(match Place::of(address) {
            Place::Talk(_, Some(_)) => ".request-title",
            Place::Talk(_, None) => ".talk-title",
            Place::List | Place::Questions | Place::Videos | Place::Desk(_) => ".desk-title",
        });
    }
}

/// From the questions back to the list.
pub(crate) fn leave_questions() {
    let _ = window().location().replace("#");
    focus_soon(".head-questions");
}

/// From the videos back to the list.
pub(crate) fn leave_videos() {
    let _ = window().location().replace("#");
    focus_soon(".head-videos");
}

/// From a tab back to the list of requests.
pub(crate) fn leave_tab(tab: Tab) {
    let _ = window().location().replace(&tab_link(Tab::Requests));
    focus_soon(&format!("a[href='{}']", tab_link(tab)));
}

/// Back to the list.
pub(crate) fn back(inbox: Inbox) {
    let Some(id) = inbox.open.get_untracked() else { return };
    let (list, line) = match inbox.requests.open.get_untracked() {
        Some(request) => (tab_link(Tab::Requests), request_link(id, request)),
        None => ("#".to_owned(), link(id)),
    };
    let _ = window().location().replace(&list);
    focus_soon(&format!("a.line[href='{line}']"));
}

/// The customer's column, or the request's, in the talk's place, and back. The focus goes along.
pub(crate) fn show_customer(inbox: Inbox, shown: bool) {
    inbox.customer_shown.set(shown);
    focus_soon(match (shown, inbox.requests.open.get_untracked()) {
        (false, _) => ".talk-info",
        (true, None) => ".customer-back",
        (true, Some(_)) => ".request-title",
    });
}

/// One view at a time.
pub(crate) fn is_narrow() -> bool {
    is_at_most(760)
}

/// No room for a third column.
pub(crate) fn is_two_columns() -> bool {
    is_at_most(1100)
}

fn is_at_most(width: u32) -> bool {
    let query = window().match_media(&format!("(max-width: {width}px)")).ok().flatten();
    query.is_some_and(|query| query.matches())
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

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_address_names_one_place() {
        let (talk, request) = (ConversationId(Uuid::from_u128(1)), RequestId(Uuid::from_u128(2)));
        for (hash, place) in [
            (String::new(), Place::List),
            ("#".into(), Place::List),
            ("#nonsense".into(), Place::List),
            (QUESTIONS.into(), Place::Questions),
            (VIDEOS.into(), Place::Videos),
            (tab_link(Tab::Payments), Place::Desk(Tab::Payments)),
            (link(talk), Place::Talk(talk, None)),
            (request_link(talk, request), Place::Talk(talk, Some(request))),
            (format!("#{talk}/x"), Place::Talk(talk, None)),
        ] {
            assert_eq!(Place::of(&hash), place, "{hash}");
        }
    }
}
