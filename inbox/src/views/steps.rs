//! A step of a request, as a line of the talk and of the list.

use alap_protocol::{deal::Step, locale::Locale, message::Author};
use leptos::prelude::*;

/// In one line.
pub(crate) fn line(_author: &Author, step: &Step, _locale: Locale) -> String {
    step.name().to_owned()
}

/// In the talk.
pub(crate) fn view(_author: &Author, step: &Step) -> AnyView {
    view! { <p class="thread-event">{step.name()}</p> }.into_any()
}
