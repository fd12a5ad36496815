//! Bangla, Banglish or English: which did the shopper write?

mod small_words;

use small_words::{BANGLA, BANGLISH, ENGLISH, QUESTIONS};

use crate::{
    normalize,
    script::{Script, Writing, of},
    tokens,
};

/// The language of `text`, by its script and, in Latin letters, by its small words.
///
/// ```
/// use alap_text::{script::Writing, writing};
/// assert_eq!(writing("এটার দাম কত?"), Writing::Bangla);
/// assert_eq!(writing("eita koto?"), Writing::Banglish);
/// assert_eq!(writing("how much is it?"), Writing::English);
/// assert_eq!(writing("delivery charge"), Writing::Unknown);
/// ```
pub fn writing(text: &str) -> Writing {
    let text = normalize(text);
    let (mut bangla_words, mut english, mut banglish) = (0_u32, 0_u32, 0_u32);
    for token in tokens(&text) {
        bangla_words += u32::from(token.script == Script::Bangla);
        english += u32::from(ENGLISH.binary_search(&token.text).is_ok());
        banglish += u32::from(BANGLISH.binary_search(&token.text).is_ok());
    }
    if bangla_words > 0 && bangla_words >= english {
        Writing::Bangla
    } else if english > banglish {
        Writing::English
    } else if banglish > 0 {
        Writing::Banglish
    } else {
        Writing::Unknown
    }
}

/// English by its small words.
///
/// ```
/// assert!(alap_text::looks_english("Do you have it in blue?"));
/// assert!(!alap_text::looks_english("blue ta ase?"));
/// ```
pub fn looks_english(text: &str) -> bool {
    writing(text) == Writing::English
}

/// Whether a normalised word is one of the small words of English, Banglish or Bangla, which say little about the matter.
pub fn is_function_word(word: &str) -> bool {
    match of(word) {
        Script::Bangla => BANGLA.binary_search(&word).is_ok(),
        Script::Latin => ENGLISH.binary_search(&word).is_ok() || BANGLISH.binary_search(&word).is_ok(),
        Script::Mixed | Script::Other => false,
    }
}

/// Whether a normalised word is one that asks ("কত", "koto", "how").
pub fn is_question_word(word: &str) -> bool {
    QUESTIONS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_by_its_small_words() {
        let check = |text, expected| assert_eq!(writing(text), expected, "{text:?}");
        check("ডেলিভারি চার্জ কত", Writing::Bangla);
        check("delivery charge koto vai", Writing::Banglish);
        check("cod ase?", Writing::Banglish);
        check("dam ektu kom rakha jay na?", Writing::Banglish);
        check("What is the delivery charge?", Writing::English);
        check("do you have this in XL", Writing::English);
        check("price কত", Writing::Bangla);
        check("COD", Writing::Unknown);
        check("", Writing::Unknown);
        check("👍 42", Writing::Unknown);
    }

    #[test]
    fn small_words_are_sorted_and_in_normal_form() {
        for list in [BANGLA, BANGLISH, ENGLISH, QUESTIONS] {
            assert!(list.is_sorted());
        }
        for word in BANGLA.iter().chain(BANGLISH).chain(ENGLISH).chain(QUESTIONS) {
            assert_eq!(normalize(word), *word);
        }
    }

    #[test]
    fn small_words_are_known_in_all_three() {
        assert!(["the", "kivabe", "আছে", "হয়"].iter().all(|word| is_function_word(&normalize(word))));
        assert!(!is_function_word("delivery"));
    }
}
