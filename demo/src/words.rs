//! The words of the pages, from `locales/`, and addresses that keep the language.

use std::borrow::Cow;

use alap_protocol::locale::Locale;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// A language to speak in.
#[derive(Clone, Copy)]
pub(crate) struct Words(pub(crate) Locale);

impl Words {
    /// The words of that name.
    pub(crate) fn say(self, key: &str) -> Cow<'_, str> {
        rust_i18n::t!(key, locale = self.0.tag())
    }

    /// The shop's own word for a category or an attribute, or what the catalogue says.
    pub(crate) fn call<'a>(self, kind: &str, name: &'a str) -> Cow<'a, str> {
        let key = format!("{kind}.{name}");
        let word = self.say(&key);
        if word == key { Cow::Borrowed(name) } else { Cow::Owned(word.into_owned()) }
    }

    /// An attribute's value: words and units that the shop has in this language, figures in its digits, the rest as it is.
    pub(crate) fn value(self, value: &str) -> String {
        let parts = value.split(", ").map(|part| match self.call("value", part) {
            Cow::Owned(word) => word,
            Cow::Borrowed(part) => self.measure(part),
        });
        parts.collect::<Vec<_>>().join(", ")
    }

    /// `5.5 m` → `৫.৫ মিটার`.
    fn measure(self, part: &str) -> String {
        let words = part.split(' ').map(|word| self.call("unit", word)).collect::<Vec<_>>().join(" ");
        if self.0 == Locale::Bn { alap_text::digits::to_bangla(&words) } else { words }
    }

    /// What a price is, in this language.
    pub(crate) fn money(self, minor: i64, currency: &str) -> String {
        alap_text::money::format(minor, currency, self.0 == Locale::Bn)
    }

    /// The list, or one category of it.
    pub(crate) fn list(self, category: Option<&str>) -> String {
        self.query("/".to_owned(), category.map(|name| ("category", name)))
    }

    /// The page of the product with that slug.
    pub(crate) fn product(self, slug: &str) -> String {
        self.query(format!("/p/{}", utf8_percent_encode(slug, PATH)), None)
    }

    /// Bangla is the language of addresses that name none.
    fn query(self, path: String, more: Option<(&str, &str)>) -> String {
        let lang = (self.0 == Locale::En).then_some(("lang", "en"));
        let query: Vec<_> = more
            .into_iter()
            .chain(lang)
            .map(|(key, value)| format!("{key}={}", utf8_percent_encode(value, PATH)))
            .collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_the_language_and_escape_names() {
        let (bn, en) = (Words(Locale::Bn), Words(Locale::En));
        assert_eq!(bn.list(None), "/");
        assert_eq!(en.list(Some("Bed & bath")), "/?category=Bed%20%26%20bath&lang=en");
        assert_eq!(bn.product("nk-001"), "/p/nk-001");
        assert_eq!(en.product("a/b?c"), "/p/a%2Fb%3Fc?lang=en");
    }

    #[test]
    fn figures_and_units_are_said_in_the_language() {
        let (bn, en) = (Words(Locale::Bn), Words(Locale::En));
        assert_eq!(bn.value("cotton, 60 count"), "সুতি, ৬০ কাউন্ট");
        assert_eq!(bn.value("5.5 m"), "৫.৫ মিটার");
        assert_eq!(en.value("90 × 100 in, S, tweed"), "90 × 100 in, S, tweed");
    }

    #[test]
    fn an_unknown_category_keeps_its_name() {
        assert_eq!(Words(Locale::Bn).call("category", "Saree"), "শাড়ি");
        assert_eq!(Words(Locale::Bn).call("category", "Zither"), "Zither");
    }

    #[test]
    fn the_demo_needs_no_english_word_on_a_bangla_page() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("shop");
        let products = alap_shop::read_folder(&folder).pack.unwrap().products;
        let words = Words(Locale::Bn);
        for product in &products {
            let categories = product.category.iter().map(|name| words.call("category", name));
            let attributes =
                product.attributes.iter().map(|attribute| words.call("attribute", &attribute.name));
            let values = product.attributes.iter().map(|attribute| words.value(&attribute.value).into());
            for word in categories.chain(attributes).chain(values) {
                // Sizes are called S, M, L and XL in Bangla too.
                let latin = |c: char| c.is_ascii_alphanumeric() && !matches!(c, 'S' | 'M' | 'L' | 'X');
                assert!(!word.contains(latin), "{word} of {}", product.id);
            }
        }
    }
}
