//! The requests' own words: they come with them, not with the first view.

crate::words::catalogue!("src/requests/words");

use alap_protocol::locale::{Locale, Localized};
use leptos::prelude::{Get, RwSignal, Signal};

// One type for all of them: a closure for each would be compiled anew each time, and weigh on the part.

/// A seller's text, following the language of the page.
pub(super) fn said(locale: RwSignal<Locale>, text: Localized) -> Signal<String> {
    Signal::derive(move || text.get(locale.get()).to_owned())
}

/// The `lang` of a seller's text, where it is not the page's own.
pub(super) fn said_in(locale: RwSignal<Locale>, text: Localized) -> Signal<Option<&'static str>> {
    Signal::derive(move || alap_ui::words::lang_of(&text, locale.get()))
}
