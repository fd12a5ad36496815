//! Words that come with a part of the panel, not with the first view.

/// Reads the catalogue of a folder when the page is compiled, and makes the three functions that bring its words; two for
/// a part that is drawn without signals.
macro_rules! catalogue {
    ($folder:tt, no signals) => {
        rust_i18n::i18n!($folder, fallback = "en", backend = alap_ui::packed::Packed);

        /// The sentence behind a key.
        pub(super) fn tr(locale: alap_protocol::locale::Locale, key: &str) -> String {
            _rust_i18n_translate(locale.tag(), key).into_owned()
        }

        /// The sentence behind a key, with `%{name}` replaced by what stands for `name`.
        pub(super) fn tr_with(
            locale: alap_protocol::locale::Locale,
            key: &str,
            values: &[(&str, &str)],
        ) -> String {
            alap_ui::words::fill(&_rust_i18n_translate(locale.tag(), key), values)
        }
    };
    ($folder:tt) => {
        crate::words::catalogue!($folder, no signals);

        /// The sentence behind a key, following the language of the page.
        pub(super) fn words(
            locale: leptos::prelude::RwSignal<alap_protocol::locale::Locale>,
            key: &'static str,
        ) -> leptos::prelude::Signal<String> {
            use leptos::prelude::Get;
            leptos::prelude::Signal::derive(move || tr(locale.get(), key))
        }
    };
}

pub(crate) use catalogue;
