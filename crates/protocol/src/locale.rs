//! The two languages.

use serde::{Deserialize, Serialize};

/// A language in which every word of Alap exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// Bangla.
    #[default]
    Bn,
    /// English.
    En,
}

impl Locale {
    /// Both, Bangla first.
    pub const ALL: [Self; 2] = [Self::Bn, Self::En];

    /// The language tag, as in `lang="bn"`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Bn => "bn",
            Self::En => "en",
        }
    }

    /// Reads a tag: `bn`, `bn-BD`, `EN`, …
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "bn" => Some(Self::Bn),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Bn => Self::En,
            Self::En => Self::Bn,
        }
    }
}

/// A text in Bangla, in English, or in both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// In Bangla.
    #[serde(default)]
    pub bn: Option<String>,
    /// In English.
    #[serde(default)]
    pub en: Option<String>,
}

impl Localized {
    /// The same text for both.
    pub fn both(bn: impl Into<String>, en: impl Into<String>) -> Self {
        Self { bn: Some(bn.into()), en: Some(en.into()) }
    }

    /// A text in one language only.
    pub fn one(locale: Locale, text: impl Into<String>) -> Self {
        match locale {
            Locale::Bn => Self { bn: Some(text.into()), en: None },
            Locale::En => Self { bn: None, en: Some(text.into()) },
        }
    }

    /// The text in exactly this language.
    pub fn exact(&self, locale: Locale) -> Option<&str> {
        match locale {
            Locale::Bn => self.bn.as_deref(),
            Locale::En => self.en.as_deref(),
        }
    }

    /// The text in this language, or in the other, or nothing, with the language that it is in.
    pub fn get_with(&self, locale: Locale) -> (Locale, &str) {
        match (self.exact(locale), self.exact(locale.other())) {
            (Some(text), _) => (locale, text),
            (None, Some(text)) => (locale.other(), text),
            (None, None) => (locale, ""),
        }
    }

    /// The text in this language, or in the other, or nothing.
    pub fn get(&self, locale: Locale) -> &str {
        self.get_with(locale).1
    }

    /// The texts that there are.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        Locale::ALL.into_iter().filter_map(|locale| self.exact(locale))
    }

    /// No text in either language.
    pub fn is_empty(&self) -> bool {
        self.bn.is_none() && self.en.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_back_to_the_one_there_is() {
        let text = Localized::one(Locale::En, "Price");
        assert_eq!(text.get_with(Locale::Bn), (Locale::En, "Price"));
        assert_eq!(Localized::default().get(Locale::Bn), "");
    }

    #[test]
    fn tags_are_read_whatever_their_region_and_case() {
        assert_eq!(Locale::from_tag("bn-BD"), Some(Locale::Bn));
        assert_eq!(Locale::from_tag("EN"), Some(Locale::En));
        assert_eq!(Locale::from_tag("fr"), None);
        assert_eq!(Locale::from_tag("ব"), None);
    }
}
