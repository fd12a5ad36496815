//! What a sentence about a mistake can name: a text of the seller's, a number, a list, a guess.

use alap_intake::define::Expected;
use alap_protocol::locale::Locale;

/// The most characters of the seller's own text that a sentence shows.
const SHOWN_CHARS: usize = 80;

/// A part of a problem that its sentence names.
pub(crate) trait Detail {
    /// In words of this language.
    fn shown(&self, locale: Locale) -> String;

    /// Some value, for the test that goes through all problems.
    #[cfg(test)]
    fn sample() -> Self;
}

/// The seller's own text, kept short. Control characters and direction overrides could play tricks on a terminal.
impl Detail for String {
    fn shown(&self, _: Locale) -> String {
        let mut shown = String::new();
        for (count, c) in self.trim().chars().enumerate() {
            if count == SHOWN_CHARS {
                shown.push('…');
                break;
            }
            match c {
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
                c if c.is_control() || c.is_whitespace() => shown.push(' '),
                c => shown.push(c),
            }
        }
        shown
    }

    #[cfg(test)]
    fn sample() -> Self {
        "sample".into()
    }
}

/// Where something was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, if it is another one.
    pub file: Option<String>,
    /// The line, counted from 1.
    pub line: u32,
}

/// In a few words, the line in the digits of the language.
impl Detail for Place {
    fn shown(&self, locale: Locale) -> String {
        let line = u64::from(self.line).shown(locale);
        let (key, file) = match &self.file {
            Some(file) => ("place_in_file", file.shown(locale)),
            None => ("place", String::new()),
        };
        let words = rust_i18n::t!(key, locale = locale.tag());
        rust_i18n::replace_patterns(&words, &["file", "line"], &[file, line])
    }

    #[cfg(test)]
    fn sample() -> Self {
        Self { file: Some("faq.md".into()), line: 1234 }
    }
}

/// In the digits of the language.
impl Detail for u64 {
    fn shown(&self, locale: Locale) -> String {
        let digits = self.to_string();
        match locale {
            Locale::En => digits,
            Locale::Bn => alap_text::digits::to_bangla(&digits),
        }
    }

    #[cfg(test)]
    fn sample() -> Self {
        1234
    }
}

/// A number in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure(pub i64);

/// Without zeros at its end, in the digits of the language.
impl Detail for Figure {
    fn shown(&self, locale: Locale) -> String {
        let (sign, number) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let digits = format!("{sign}{}.{:03}", number / 1_000, number % 1_000);
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        match locale {
            Locale::En => digits.to_owned(),
            Locale::Bn => alap_text::digits::to_bangla(digits),
        }
    }

    #[cfg(test)]
    fn sample() -> Self {
        Self(1_234_500)
    }
}

/// A moment of a video, or its length, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(pub u32);

/// As people write it, in the digits of the language.
impl Detail for Moment {
    fn shown(&self, locale: Locale) -> String {
        let (hours, minutes, seconds) = (self.0 / 3_600, self.0 / 60 % 60, self.0 % 60);
        let digits = match hours {
            0 => format!("{minutes}:{seconds:02}"),
            hours => format!("{hours}:{minutes:02}:{seconds:02}"),
        };
        match locale {
            Locale::En => digits,
            Locale::Bn => alap_text::digits::to_bangla(&digits),
        }
    }

    #[cfg(test)]
    fn sample() -> Self {
        Self(3_665)
    }
}

/// In a few words.
impl Detail for Expected {
    fn shown(&self, locale: Locale) -> String {
        let key = match self {
            Self::Condition => "expected_condition",
            Self::Expression => "expected_expression",
            Self::Operator => "expected_operator",
            Self::Choice => "expected_choice",
            Self::Name => "expected_name",
            Self::Opening => "expected_opening",
            Self::Closing => "expected_closing",
            Self::Comma => "expected_comma",
            Self::Quote => "expected_quote",
            Self::Number => "expected_number",
            Self::End | Self::Shorter { .. } | Self::Flatter { .. } => "expected_end",
        };
        rust_i18n::t!(key, locale = locale.tag()).into_owned()
    }

    #[cfg(test)]
    fn sample() -> Self {
        Self::Operator
    }
}

/// Names, with commas.
impl Detail for Vec<String> {
    fn shown(&self, locale: Locale) -> String {
        self.iter().map(|name| name.shown(locale)).collect::<Vec<_>>().join(", ")
    }

    #[cfg(test)]
    fn sample() -> Self {
        vec!["one".into(), "two".into()]
    }
}

/// What the seller may have meant: a sentence of its own, or nothing.
impl Detail for Option<String> {
    fn shown(&self, locale: Locale) -> String {
        self.as_ref().map_or_else(String::new, |guess| {
            let sentence = rust_i18n::t!("guess", locale = locale.tag());
            format!(" {}", rust_i18n::replace_patterns(&sentence, &["guess"], &[guess.shown(locale)]))
        })
    }

    #[cfg(test)]
    fn sample() -> Self {
        Some("guess".into())
    }
}
