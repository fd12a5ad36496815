//! Words and numbers of mixed text.

use crate::script::{Script, is_bangla_letter, is_latin_letter};

/// A word or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The piece of the text.
    pub text: &'a str,
    /// `Bangla` or `Latin` for words of these scripts; `Other` for numbers and all other scripts.
    pub script: Script,
    /// Made of digits only.
    pub is_number: bool,
}

/// The words and numbers of `text`, in order. Signs and spaces part them, and so does a change of script or from digits to letters:
/// `orderটা 1200tk` are four. Give it [`normalize`](crate::normalize)d text to have digits of both scripts seen as numbers alike.
///
/// ```
/// let words: Vec<_> = alap_text::tokens("orderটা 1200tk").map(|token| token.text).collect();
/// assert_eq!(words, ["order", "টা", "1200", "tk"]);
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(|c| Kind::of(c) != Kind::Gap)?;
        rest = rest.get(start..)?;
        let kind = Kind::of(rest.chars().next()?);
        let end = rest.find(|c| Kind::of(c) != kind).unwrap_or(rest.len());
        let (text, after) = rest.split_at_checked(end)?;
        rest = after;
        let script = match kind {
            Kind::Bangla => Script::Bangla,
            Kind::Latin => Script::Latin,
            _ => Script::Other,
        };
        Some(Token { text, script, is_number: kind == Kind::Digit })
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bangla,
    Latin,
    Digit,
    OtherLetter,
    Gap,
}

impl Kind {
    fn of(c: char) -> Self {
        if c.is_ascii() {
            match c {
                'a'..='z' | 'A'..='Z' => Kind::Latin,
                '0'..='9' => Kind::Digit,
                _ => Kind::Gap,
            }
        } else if crate::digits::fold_char(c).is_ascii_digit() {
            Kind::Digit
        } else if is_latin_letter(c) {
            Kind::Latin
        } else if is_bangla_letter(c) {
            Kind::Bangla
        } else if c.is_alphanumeric() {
            Kind::OtherLetter
        } else {
            Kind::Gap
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn mixed_text_falls_into_words() {
        let check = |input, expected: &[&str]| {
            assert_eq!(tokens(input).map(|t| t.text).collect::<Vec<_>>(), expected, "{input:?}");
        };
        check("ডেলিভারি চার্জ কত?", &["ডেলিভারি", "চার্জ", "কত"]);
        check("size-টা আছে??", &["size", "টা", "আছে"]);
        check("৫০০ml", &["৫০০", "ml"]);
        check("ভালো।কত", &["ভালো", "কত"]);
        check("👍 …", &[]);
        check("你好 ok", &["你好", "ok"]);
        check("", &[]);
    }

    #[test]
    fn numbers_are_known() {
        assert!(tokens("৪২").all(|t| t.is_number && t.script == Script::Other));
    }

    proptest! {
        #[test]
        fn tokens_come_in_order_from_the_text(text: String) {
            let mut from = 0;
            for token in tokens(&text) {
                let at = text[from..].find(token.text);
                prop_assert!(!token.text.is_empty() && at.is_some());
                from += at.unwrap_or(0) + token.text.len();
            }
        }
    }
}
