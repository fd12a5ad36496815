//! A question that leans on the one before it: "and outside Dhaka?", "আর কত দিন লাগবে?", "ar baire?"; or on the product that
//! it is asked about.

use alap_faq::{Index, Ranked, Thresholds, Verdict};
use alap_protocol::{locale::Localized, pack::FaqEntry};
use alap_text::{is_function_word, is_question_word, normalize, tokens};

/// What was asked before, and answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    question: String,
    /// None where nothing was answered.
    entry: Option<usize>,
}

impl Before {
    /// The shopper asked this, and the bot answered with this entry, which stands at `place`.
    pub fn new(asked: &str, place: usize, entry: &FaqEntry) -> Self {
        // A question that leaned itself does not name what it was about; its entry does.
        let question = if leans(asked) {
            entry.question.texts().fold(asked.to_owned(), |all, own| all + " " + own)
        } else {
            asked.to_owned()
        };
        Self { question, entry: Some(place) }
    }

    /// Nothing was asked yet, but this is looked at: the name of a product, in each language.
    pub fn looked_at(name: &Localized) -> Self {
        Self { question: name.texts().collect::<Vec<_>>().join(" "), entry: None }
    }

    pub(crate) fn entry(&self) -> Option<usize> {
        self.entry
    }
}

/// Words that go on with what was said. Normalised.
const GOES_ON: [&str; 23] = [
    "and",
    "but",
    "or",
    "so",
    "then",
    "also",
    "ar",
    "aar",
    "r",
    "tahole",
    "taile",
    "tobe",
    "kintu",
    "ba",
    "naki",
    "আর",
    "এবং",
    "তাহলে",
    "তাইলে",
    "তবে",
    "কিন্তু",
    "বা",
    "নাকি",
];
/// The same, in two words.
const GOES_ON_IN_TWO: [[&str; 2]; 3] = [["what", "about"], ["how", "about"], ["what", "if"]];
/// A question of so many words is short.
const SHORT: usize = 4;

/// May this question lean on the one before? By its form only.
pub(crate) fn leans(text: &str) -> bool {
    let text = normalize(text);
    let words: Vec<&str> = tokens(&text).map(|token| token.text).take(SHORT + 1).collect();
    let goes_on = match words.as_slice() {
        [first, second, ..] if GOES_ON_IN_TWO.contains(&[first, second]) => true,
        [first, ..] => GOES_ON.iter().any(|word| normalize(word) == *first),
        [] => return false,
    };
    goes_on || words.len() <= SHORT
}

/// Words that ask for a measure of what is talked about, and do not say what that is. Normalised, besides all small words.
const MEASURES: [&str; 17] = [
    "take",
    "takes",
    "cost",
    "costs",
    "day",
    "days",
    "time",
    "hour",
    "hours",
    "somoy",
    "dite",
    "din",
    "সময়",
    "দিন",
    "টাকা",
    "লাগবে",
    "লাগে",
];

/// Does the text say itself what it is about?
fn names_its_matter(text: &str) -> bool {
    let text = normalize(text);
    tokens(&text).any(|token| {
        let is_small = is_function_word(token.text) || is_question_word(token.text) || token.is_number;
        !is_small && !MEASURES.iter().any(|word| normalize(word) == token.text)
    })
}

/// The new words alone have to speak for an entry with at least this score, and with this share of the best one's. Else
/// the question before would answer for anything said after it.
const OWN_SCORE: f32 = 0.3;
const OWN_SHARE: f32 = 0.5;
/// So much ahead of all others, apart from the entry that was given before, is clear.
const CLEAR: f32 = 1.1;
/// So much more than the next one, the question before has to speak for an entry, to be clear.
const CLEAR_LIFT: f32 = 1.3;

/// What a question is understood as together with the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Together {
    /// This entry.
    Answer(usize),
    /// One of these.
    Choose(Vec<usize>),
}

/// Reads a question together with the one before. `None` where that says no more than the question alone. The entry that
/// was given before is never the outcome: it has been read already.
pub(crate) fn together(
    index: &Index,
    text: &str,
    alone: &Verdict,
    before: &Before,
    thresholds: &Thresholds,
) -> Option<Together> {
    let own_best = alone.ranked.first()?;
    let sure_alone = alone.confidence >= thresholds.answer;
    if !leans(text) || (sure_alone && (Some(own_best.entry) == before.entry || names_its_matter(text))) {
        return None;
    }
    let joint = index.judge(&format!("{} {text}", before.question));
    let mut others = joint.ranked.iter().filter(|r| Some(r.entry) != before.entry);
    // Both have to speak for it: the question before, by which it comes first, and the new words.
    let own = |entry: usize| alone.ranked.iter().find(|r| r.entry == entry).map_or(0.0, |r| r.score);
    let speaks = |r: &Ranked| own(r.entry) >= OWN_SCORE.max(OWN_SHARE * own_best.score);
    let first = others.next().filter(|first| speaks(first))?;
    if sure_alone && own_best.entry == first.entry {
        return None;
    }
    let mut others = others.peekable();
    let lift = |r: &Ranked| r.score / own(r.entry).max(OWN_SCORE);
    let is_clear = others
        .peek()
        .is_none_or(|next| first.score >= CLEAR * next.score || lift(first) >= CLEAR_LIFT * lift(next));
    let is_sure = joint.confidence >= thresholds.answer
        && joint.ranked.first().is_some_and(|best| best.entry == first.entry);
    Some(if is_clear || is_sure {
        Together::Answer(first.entry)
    } else {
        let likely = others.filter(|r| speaks(r)).map(|r| r.entry).take(2);
        Together::Choose(std::iter::once(first.entry).chain(likely).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_leans_by_its_form_and_its_words() {
        for text in [
            "and outside Dhaka?",
            "আর বাইরে?",
            "ar baire?",
            "what about the size of a very large one?",
            "koto?",
        ] {
            assert!(leans(text), "{text}");
        }
        for text in ["", "How much is delivery outside Dhaka?", "ঢাকার বাইরে ডেলিভারি দিতে কত টাকা লাগে?"]
        {
            assert!(!leans(text), "{text}");
        }
    }

    #[test]
    fn a_measure_alone_names_no_matter() {
        for text in
            ["কত দিন লাগবে?", "koto taka lagbe?", "and how long does it take?", "how many days?", "ar koto?"]
        {
            assert!(!names_its_matter(text), "{text}");
        }
        for text in ["delivery koto?", "কীভাবে ধোব?", "and in Sylhet?", "ar size?"] {
            assert!(names_its_matter(text), "{text}");
        }
    }
}
