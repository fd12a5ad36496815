/// How much each kind of evidence counts. The default was learnt on the development sets; setting one to zero shows what it adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// A word as it sounds, in either script. Keep it above zero: the confidence looks words up by it.
    pub sound: f32,
    /// Two letters of a word as it sounds.
    pub letters_2: f32,
    /// Three letters.
    pub letters_3: f32,
    /// Four letters.
    pub letters_4: f32,
    /// The letters on both sides of the gap between two words.
    pub gap: f32,
    /// Two words that follow each other.
    pub pair: f32,
    /// What the lexicon of shop talk knows a word or phrase to mean.
    pub concept: f32,
    /// How much more a meaning counts in a short question, where the words themselves say less.
    pub brevity: f32,
    /// Numbers.
    pub number: f32,
    /// What a small word ("the", "ami", "কি") counts, as a share.
    pub small_word: f32,
    /// What a question word ("how", "koto", "কবে") counts, as a share.
    pub question: f32,
    /// The power by which a piece of evidence grows with the texts of an entry that have it.
    pub growth: f32,
    /// The power of the inverse document frequency.
    pub rarity: f32,
    /// How much of the question's unknown words counts in its length.
    pub unknown: f32,
    /// What [`Index::learn`](crate::Index::learn) adds to the score.
    pub learnt: f32,
    /// How hard it is held back from learning by heart.
    pub restraint: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            sound: 0.05,
            letters_2: 1.0,
            letters_3: 0.9,
            letters_4: 0.875,
            gap: 0.5,
            pair: 0.5,
            concept: 0.65,
            brevity: 2.4,
            number: 1.2,
            small_word: 0.8,
            question: 0.12,
            growth: 0.5,
            rarity: 0.6,
            unknown: 1.25,
            learnt: 0.8,
            restraint: 0.27,
        }
    }
}
