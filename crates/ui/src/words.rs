//! The message catalogue: every word a person sees, in both languages.

use alap_protocol::locale::{Locale, Localized};
use alap_text::digits;
use leptos::prelude::*;

/// The language of the page, shared by all its parts.
#[derive(Clone, Copy, Debug)]
pub struct PageLocale(pub RwSignal<Locale>);

impl PageLocale {
    /// The language now; read inside a view, it follows changes.
    pub fn get(self) -> Locale {
        self.0.get()
    }
}

impl From<PageLocale> for Signal<Locale> {
    fn from(locale: PageLocale) -> Self {
        locale.0.into()
    }
}

/// The page's language, from the context that the page provides. Bangla where there is none.
pub fn use_locale() -> PageLocale {
    use_context::<PageLocale>().unwrap_or_else(|| PageLocale(RwSignal::new(Locale::Bn)))
}

/// The sentence behind a key.
pub fn tr(locale: Locale, key: &str) -> String {
    crate::_rust_i18n_translate(locale.tag(), key).into_owned()
}

/// The sentence behind a key, following the language of the page.
///
/// One type for all of them: a closure for each would be compiled anew each time, and weigh on the page.
pub fn words(locale: impl Into<Signal<Locale>>, key: &'static str) -> Signal<String> {
    follow(locale.into(), key)
}

fn follow(locale: Signal<Locale>, key: &'static str) -> Signal<String> {
    Signal::derive(move || tr(locale.get(), key))
}

/// The sentence behind a key, with `%{name}` replaced by what stands for `name`.
pub fn tr_with(locale: Locale, key: &str, values: &[(&str, &str)]) -> String {
    fill(&crate::_rust_i18n_translate(locale.tag(), key), values)
}

/// Replaces each `%{name}` in a sentence by what stands for `name`.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let (names, words): (Vec<_>, Vec<_>) = values.iter().map(|(n, w)| (*n, (*w).to_owned())).unzip();
    rust_i18n::replace_patterns(sentence, &names, &words)
}

/// A number in the digits of the language.
pub fn number(locale: Locale, number: impl std::fmt::Display) -> String {
    let latin = number.to_string();
    match locale {
        Locale::Bn => digits::to_bangla(&latin),
        Locale::En => latin,
    }
}

/// An amount of money in the writing of the language.
pub fn money(locale: Locale, minor: i64, currency: &str) -> String {
    alap_text::money::format(minor, currency, locale == Locale::Bn)
}

/// The `lang` attribute for a seller's text that may be in the other language; `None` where it is the page's own.
pub fn lang_of(text: &Localized, locale: Locale) -> Option<&'static str> {
    let (found, _) = text.get_with(locale);
    (found != locale).then(|| found.tag())
}
