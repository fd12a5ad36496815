//! Which script a text is in.

/// The script of a text, by its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Bangla letters only.
    Bangla,
    /// Latin letters only.
    Latin,
    /// Both.
    Mixed,
    /// Neither: digits, emoji, another script, nothing.
    Other,
}

/// The language a shopper wrote in; an answer should come in the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Writing {
    /// Bangla in Bangla script.
    Bangla,
    /// Bangla in Latin letters.
    Banglish,
    /// English.
    English,
    /// Too little to tell ("delivery charge?", "42", "👍").
    Unknown,
}

/// The script of `text`.
///
/// ```
/// use alap_text::script::{Script, of};
/// assert_eq!(of("size কত?"), Script::Mixed);
/// ```
pub fn of(text: &str) -> Script {
    match (text.chars().any(is_bangla_letter), text.chars().any(is_latin_letter)) {
        (true, true) => Script::Mixed,
        (true, false) => Script::Bangla,
        (false, true) => Script::Latin,
        (false, false) => Script::Other,
    }
}

/// Letters, vowel signs and marks of Bangla; no digits, no currency sign.
pub(crate) fn is_bangla_letter(c: char) -> bool {
    matches!(c, '\u{980}'..='\u{9E3}' | 'ৰ' | 'ৱ')
}

pub(crate) fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}' if c != '×' && c != '÷')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_known_by_its_letters() {
        let check = |text, expected| assert_eq!(of(text), expected, "{text:?}");
        check("দাম কত?", Script::Bangla);
        check("dam koto?", Script::Latin);
        check("Café", Script::Latin);
        check("price কত", Script::Mixed);
        check("৳১,২০০", Script::Other);
        check("", Script::Other);
        check("कितना", Script::Other);
    }
}
