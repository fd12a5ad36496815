//! The suggestions' own words: they come with them, not with the first view.

use alap_protocol::locale::Locale;
use leptos::prelude::*;

rust_i18n::i18n!("src/suggestions/words", fallback = "en", backend = alap_ui::packed::Packed);

/// The sentence behind a key.
pub(super) fn tr(locale: Locale, key: &str) -> String {
    _rust_i18n_translate(locale.tag(), key).into_owned()
}

/// The sentence behind a key, with `%{name}` replaced by what stands for `name`.
pub(super) fn tr_with(locale: Locale, key: &str, values: &[(&str, &str)]) -> String {
    alap_ui::words::fill(&_rust_i18n_translate(locale.tag(), key), values)
}

/// The sentence behind a key, following the language of the page.
pub(super) fn words(locale: RwSignal<Locale>, key: &'static str) -> Signal<String> {
    Signal::derive(move || tr(locale.get(), key))
}
