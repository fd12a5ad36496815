//! The words of an entry, checked and put in order once, as a shop folder has them.

use super::EntryText;
use crate::{
    limits::{ENTRY_VARIANTS, QUESTION_CHARS},
    locale::Localized,
    text::{MessageText, TextError},
};

/// Why words cannot be an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// No question in either language.
    #[error("the question is missing")]
    NoQuestion,
    /// No answer in either language.
    #[error("the answer is missing")]
    NoAnswer,
    /// More than [`QUESTION_CHARS`] characters, in the question or in a variant.
    #[error("a question has more than 300 characters")]
    LongQuestion,
    /// More than [`ENTRY_VARIANTS`].
    #[error("there are more than 50 variants")]
    TooManyVariants,
    /// Too long an answer, or a character that nobody can read.
    #[error("a text is too long or has a control character")]
    Text,
}

impl EntryText {
    /// As it is kept: white space put in order as a shop folder has it, empty texts and repeated variants left out.
    pub fn checked(self) -> Result<Self, EntryError> {
        let question = each(self.question, |text| one_line(&text))?;
        let answer = each(self.answer, |text| paragraphs(&text))?;
        if question.is_empty() {
            return Err(EntryError::NoQuestion);
        }
        if answer.is_empty() {
            return Err(EntryError::NoAnswer);
        }
        Ok(Self { question, answer, variants: checked_variants(self.variants)? })
    }
}

/// Ways of asking as they are kept: each on one line, none empty, none twice.
pub fn checked_variants(variants: Vec<String>) -> Result<Vec<String>, EntryError> {
    let mut kept: Vec<String> = Vec::new();
    for variant in variants {
        if let Some(variant) = one_line(&variant)?
            && !kept.contains(&variant)
        {
            kept.push(variant);
        }
    }
    if kept.len() > ENTRY_VARIANTS { Err(EntryError::TooManyVariants) } else { Ok(kept) }
}

/// A question as it is kept: its words on one line, cut at a word's end where it is longer than a question may be.
pub fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(QUESTION_CHARS) else { return line };
    let (kept, _) = line.split_at(end);
    let kept = kept.rsplit_once(' ').map_or(kept, |(words, _)| words);
    kept.to_owned()
}

fn each(
    text: Localized,
    check: impl Fn(String) -> Result<Option<String>, EntryError>,
) -> Result<Localized, EntryError> {
    let check = |text: Option<String>| text.map_or(Ok(None), &check);
    Ok(Localized { bn: check(text.bn)?, en: check(text.en)? })
}

fn one_line(text: &str) -> Result<Option<String>, EntryError> {
    let Some(text) = seen(text)? else { return Ok(None) };
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > QUESTION_CHARS { Err(EntryError::LongQuestion) } else { Ok(Some(line)) }
}

/// No white space at the ends of lines, one empty line between paragraphs.
fn paragraphs(text: &str) -> Result<Option<String>, EntryError> {
    let Some(text) = seen(text)? else { return Ok(None) };
    let mut kept: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !(line.is_empty() && kept.last().is_none_or(|last| last.is_empty())) {
            kept.push(line);
        }
    }
    Ok(Some(kept.join("\n").trim_end().to_owned()))
}

/// The text, if there is something to see in it.
fn seen(text: &str) -> Result<Option<String>, EntryError> {
    match MessageText::parse(text) {
        Ok(text) => Ok(Some(text.into())),
        Err(TextError::Empty) => Ok(None),
        Err(_) => Err(EntryError::Text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::locale::Locale;

    fn entry(question: &str, answer: &str, variants: &[&str]) -> EntryText {
        EntryText {
            question: Localized::one(Locale::Bn, question),
            answer: Localized::one(Locale::Bn, answer),
            variants: variants.iter().map(|&variant| variant.to_owned()).collect(),
        }
    }

    #[test]
    fn white_space_is_put_in_order_and_what_is_empty_or_twice_left_out() {
        let checked = entry(" ওয়ারেন্টি\n আছে? ", "  জি।\n\n\n  ছয় মাস। \n", &["a  b", " ", "a b"]).checked();
        assert_eq!(checked, Ok(entry("ওয়ারেন্টি আছে?", "জি।\n\nছয় মাস।", &["a b"])));
    }

    #[test]
    fn an_entry_needs_a_question_and_an_answer_that_can_be_seen() {
        assert_eq!(entry("\u{200b}", "জি", &[]).checked(), Err(EntryError::NoQuestion));
        assert_eq!(entry("কী?", " ", &[]).checked(), Err(EntryError::NoAnswer));
        assert_eq!(entry("কী?", "a\u{1b}b", &[]).checked(), Err(EntryError::Text));
    }

    #[test]
    fn limits_hold_to_the_letter() {
        let long = |count: usize| "ক".repeat(count);
        assert!(entry(&long(300), &long(4_000), &[&long(300)]).checked().is_ok());
        assert_eq!(entry(&long(301), "জি", &[]).checked(), Err(EntryError::LongQuestion));
        assert_eq!(entry("কী?", "জি", &[&long(301)]).checked(), Err(EntryError::LongQuestion));
        assert_eq!(entry("কী?", &long(4_001), &[]).checked(), Err(EntryError::Text));
        let many = |count: usize| (0..count).map(|number| number.to_string()).collect();
        assert!(checked_variants(many(50)).is_ok());
        assert_eq!(checked_variants(many(51)), Err(EntryError::TooManyVariants));
    }

    #[test]
    fn a_long_question_is_cut_at_a_words_end() {
        assert_eq!(shortened("এক\n দুই"), "এক দুই");
        let words = "কথা ".repeat(200);
        let cut = shortened(&words);
        assert!(cut.ends_with("কথা") && cut.chars().count() <= QUESTION_CHARS, "{cut}");
        assert_eq!(shortened(&"ক".repeat(400)).chars().count(), QUESTION_CHARS);
    }

    proptest! {
        #[test]
        fn what_was_checked_passes_again_unchanged(question: String, answer: String, variant: String) {
            if let Ok(once) = entry(&question, &answer, &[&variant]).checked() {
                prop_assert_eq!(once.clone().checked(), Ok(once));
            }
        }
    }
}
