//! What a person typed, checked once.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::limits::MESSAGE_CHARS;

/// The text of a message: 1 to 4,000 characters, something to see in it, no control characters but line ends and tabs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 4000))]
#[serde(try_from = "String", into = "String")]
pub struct MessageText(String);

/// Why a text cannot be a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing, white space, or only characters that nobody sees.
    #[error("the text is empty")]
    Empty,
    /// More than [`MESSAGE_CHARS`] characters.
    #[error("the text has {chars} characters; 4000 are the most")]
    TooLong {
        /// How many it has.
        chars: usize,
    },
    /// NUL, escape or another control character.
    #[error("the text has a control character")]
    ControlCharacter,
}

impl MessageText {
    /// Checks a text. White space at the ends goes, line ends become `\n`.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if !text.chars().any(is_visible) {
            return Err(TextError::Empty);
        }
        let chars = text.chars().count();
        if chars > MESSAGE_CHARS {
            return Err(TextError::TooLong { chars });
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(TextError::ControlCharacter);
        }
        Ok(Self(text.to_owned()))
    }

    /// The checked text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// False for white space, control and format characters that leave nothing on the screen when they stand alone.
fn is_visible(c: char) -> bool {
    !(c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'))
}

impl TryFrom<String> for MessageText {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<MessageText> for String {
    fn from(text: MessageText) -> Self {
        text.0
    }
}

impl fmt::Display for MessageText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_can_see_is_empty() {
        for text in ["", "   ", "\n\t", "\u{200b}\u{200d}", "\u{feff}", "\u{2060} \u{202e}", "\u{3164}"] {
            assert_eq!(MessageText::parse(text), Err(TextError::Empty), "{text:?}");
        }
    }

    #[test]
    fn four_thousand_characters_are_the_most_in_any_script() {
        assert!(MessageText::parse(&"ক".repeat(4_000)).is_ok());
        assert_eq!(MessageText::parse(&"ক".repeat(4_001)), Err(TextError::TooLong { chars: 4_001 }));
    }

    #[test]
    fn control_characters_are_refused() {
        for text in ["a\0b", "\u{1b}[31mred", "a\u{7f}", "a\u{85}b"] {
            assert_eq!(MessageText::parse(text), Err(TextError::ControlCharacter), "{text:?}");
        }
        assert_eq!(MessageText::parse("a\r\nb\tc").unwrap().as_str(), "a\nb\tc");
    }

    #[test]
    fn markup_is_a_text_like_any_other() {
        let text = "<img src=x onerror=alert(1)>";
        assert_eq!(MessageText::parse(text).unwrap().as_str(), text);
    }

    #[test]
    fn joiners_stay_where_bangla_needs_them() {
        assert_eq!(MessageText::parse("র\u{200d}্যাব").unwrap().as_str(), "র\u{200d}্যাব");
    }

    proptest! {
        #[test]
        fn a_checked_text_passes_the_check_again(text in any::<String>()) {
            if let Ok(once) = MessageText::parse(&text) {
                prop_assert_eq!(MessageText::parse(once.as_str()), Ok(once.clone()));
            }
        }
    }
}
