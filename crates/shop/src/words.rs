//! The sentences of the mistakes, from the message catalogue in `locales/`.

use std::fmt;

use alap_protocol::locale::Locale;

use crate::Problem;

impl Problem {
    /// What is wrong and what to do, in words a seller understands.
    pub fn sentence(&self, locale: Locale) -> String {
        let sentence = rust_i18n::t!(self.key(), locale = locale.tag());
        let (names, values): (Vec<_>, Vec<_>) = self.details(locale).into_iter().unzip();
        rust_i18n::replace_patterns(&sentence, &names, &values)
    }
}

/// The English sentence.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Locale::En))
    }
}

impl std::error::Error for Problem {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bangla sentences are in Bangla letters, English ones are not; nothing is left to fill in.
    #[test]
    fn each_problem_has_a_whole_sentence_in_both_languages() {
        use alap_text::script::{Script, of};

        for problem in Problem::samples() {
            let (bn, en) = (problem.sentence(Locale::Bn), problem.sentence(Locale::En));
            for sentence in [&bn, &en] {
                assert!(sentence.contains(' '), "no words for {problem:?}: {sentence}");
                assert!(!sentence.contains("%{"), "left open: {sentence}");
                assert!(sentence.ends_with(['.', '।', '?']), "no end: {sentence}");
            }
            assert!(matches!(of(&bn), Script::Bangla | Script::Mixed), "not Bangla: {bn}");
            assert!(!bn.contains("1234"), "Latin digits: {bn}");
            assert_eq!(of(&en), Script::Latin, "not English: {en}");
        }
    }

    #[test]
    fn each_detail_is_in_both_sentences() {
        for problem in Problem::samples() {
            for locale in Locale::ALL {
                let sentence = problem.sentence(locale);
                for (name, value) in problem.details(locale) {
                    assert!(sentence.contains(value.trim()), "{name} is not in: {sentence}");
                }
            }
        }
    }

    #[test]
    fn the_catalogue_holds_no_words_that_nothing_says() {
        let parts = ["guess", "place", "place_in_file"];
        let used: Vec<_> = Problem::samples().iter().map(Problem::key).chain(parts).collect();
        let catalogue = include_str!("../locales/faults.yml");
        for key in catalogue.lines().filter(|line| !line.starts_with([' ', '#', '_'])) {
            let key = key.trim_end_matches(':');
            let is_used = used.contains(&key) || key.starts_with("expected_");
            assert!(key.is_empty() || is_used, "{key} is never said");
        }
    }

    #[test]
    fn what_could_stand_in_a_condition_is_said_in_both_languages() {
        use alap_intake::define::Expected;

        for expected in [
            Expected::Condition,
            Expected::Expression,
            Expected::Operator,
            Expected::Choice,
            Expected::Name,
            Expected::Opening,
            Expected::Closing,
            Expected::Comma,
            Expected::Quote,
            Expected::Number,
            Expected::End,
        ] {
            let [bn, en] = Locale::ALL
                .map(|locale| Problem::OpenRule { key: "value".into(), expected }.sentence(locale));
            assert!(!bn.contains("expected_") && !en.contains("expected_"), "{en}");
            assert_ne!(bn, en);
        }
    }

    #[test]
    fn a_sellers_text_plays_no_tricks_on_a_terminal() {
        let text = format!("\u{1b}[31m\u{202e}{}", "x".repeat(500));
        let sentence = Problem::BadPrice { column: "price".into(), text }.sentence(Locale::En);
        assert!(!sentence.contains(['\u{1b}', '\u{202e}']), "{sentence}");
        assert!(sentence.chars().count() < 300, "{sentence}");
    }
}
