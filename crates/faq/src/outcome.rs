//! What comes of a question.

/// What the bot should do with a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Give this entry's answer.
    Answer {
        /// The entry's place in the order given to [`Index::build`](crate::Index::build).
        entry: usize,
        /// How sure: about this share of such answers is right, 0–1.
        confidence: f32,
    },
    /// Ask which of these was meant.
    DidYouMean {
        /// Up to three entries, the likeliest first.
        entries: Vec<usize>,
    },
    /// Say so, and offer a person.
    Unknown,
}

/// An entry and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// The entry's place in the order given to [`Index::build`](crate::Index::build).
    pub entry: usize,
    /// Higher is better; only comparable within one question.
    pub score: f32,
}

/// The whole judgement on a question, for those who want more than an [`Outcome`].
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Entries with any evidence, the best first.
    pub ranked: Vec<Ranked>,
    /// How likely the first one is right, 0–1. Zero where there is none.
    pub confidence: f32,
}

/// From which confidence on to answer, or at least to ask back. A shop may set its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Answer from here on.
    pub answer: f32,
    /// Offer up to three entries from here on; below, hand over.
    pub did_you_mean: f32,
}

/// Learnt on the development sets; the README shows the curve.
impl Default for Thresholds {
    fn default() -> Self {
        Self { answer: 0.5, did_you_mean: 0.25 }
    }
}
