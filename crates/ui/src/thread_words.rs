//! The words of a talk. They come with it: the first view of a panel has no use for them.

rust_i18n::i18n!("locales/thread", fallback = "en", backend = crate::packed::Packed);

use alap_protocol::locale::Locale;
use leptos::prelude::*;

use crate::words::fill;

/// The sentence behind a key.
pub fn tr(locale: Locale, key: &str) -> String {
    _rust_i18n_translate(locale.tag(), key).into_owned()
}

/// The sentence behind a key, with `%{name}` replaced by what stands for `name`.
pub fn tr_with(locale: Locale, key: &str, values: &[(&str, &str)]) -> String {
    fill(&_rust_i18n_translate(locale.tag(), key), values)
}

/// The sentence behind a key, following the language of the page.
pub fn words(locale: impl Into<Signal<Locale>>, key: &'static str) -> Signal<String> {
    let locale = locale.into();
    Signal::derive(move || tr(locale.get(), key))
}
