//! "hello, dam koto?": a question with a greeting or thanks beside it. The question is what is answered.

use alap_faq::small_talk::{SmallTalk, recognise};

/// Longer greetings are part of what is told.
const LONGEST: usize = 6;

/// The text without the greeting before it and the thanks behind it.
pub(crate) fn without_greeting(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let most = LONGEST.min(words.len().saturating_sub(1));
    let before = (1..=most).rev().find(|count| words.get(..*count).is_some_and(is_polite)).unwrap_or(0);
    let rest = words.get(before..).unwrap_or_default();
    let most = LONGEST.min(rest.len().saturating_sub(1));
    let behind =
        (1..=most).rev().find(|count| rest.get(rest.len() - count..).is_some_and(is_polite)).unwrap_or(0);
    rest.get(..rest.len() - behind).unwrap_or_default().join(" ")
}

fn is_polite(words: &[&str]) -> bool {
    matches!(
        recognise(&words.join(" ")),
        Some(SmallTalk::Greeting(_) | SmallTalk::Thanks | SmallTalk::HowAreYou | SmallTalk::Bye)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_a_question_is_left_out() {
        for (text, question) in [
            ("hello, dam koto?", "dam koto?"),
            ("আসসালামু আলাইকুম ভাই, দাম কত?", "দাম কত?"),
            ("Hi, how are you? What does it cost?", "What does it cost?"),
            ("dam koto? thank you", "dam koto?"),
            ("ডেলিভারি চার্জ কত?", "ডেলিভারি চার্জ কত?"),
            ("dam", "dam"),
            ("", ""),
        ] {
            assert_eq!(without_greeting(text), question, "{text}");
        }
    }
}
