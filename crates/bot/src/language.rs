//! In which language to answer.

use alap_protocol::locale::Locale;
use alap_text::{script::Writing, writing};

/// The language that the shopper wrote in; Banglish is Bangla. Where the text does not tell, the language of the page.
pub(crate) fn answer_in(text: &str, page: Locale) -> Locale {
    match writing(text) {
        Writing::Bangla | Writing::Banglish => Locale::Bn,
        Writing::English => Locale::En,
        Writing::Unknown => page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, page: Locale, expected: Locale) {
        assert_eq!(answer_in(text, page), expected, "{text}");
    }

    #[test]
    fn the_answer_speaks_as_the_question_did() {
        check("ডেলিভারি চার্জ কত?", Locale::En, Locale::Bn);
        check("delivery charge koto", Locale::En, Locale::Bn);
        check("how much is the delivery charge", Locale::Bn, Locale::En);
        check("12345", Locale::En, Locale::En);
        check("12345", Locale::Bn, Locale::Bn);
    }
}
