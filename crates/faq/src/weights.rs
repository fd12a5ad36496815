/// How much each kind of evidence counts. The default was learnt on the development sets; setting one to zero shows what it adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// A word as it is written.
    pub word: f32,
    /// A word without its endings, as it sounds.
    pub stem: f32,
    /// A word as it sounds, in either script.
    pub sound: f32,
    /// The consonants and the first vowel of a word.
    pub skeleton: f32,
    /// Two letters of a word as it sounds.
    pub grams2: f32,
    /// Three letters.
    pub grams3: f32,
    /// Four letters.
    pub grams4: f32,
    /// Five letters.
    pub grams5: f32,
    /// Groups of letters of a word's skeleton.
    pub bones: f32,
    /// Letters on both sides of the gap between two words.
    pub joint: f32,
    /// Power of tf.
    pub tf: f32,
    /// Two words that follow each other.
    pub pair: f32,
    /// What the lexicon of shop talk knows a word to mean.
    pub concept: f32,
    /// Digits.
    pub number: f32,
    /// What is left of a small word ("the", "ami", "কি").
    pub function_word: f32,
    /// The power of the inverse document frequency.
    pub rarity: f32,
    /// How much of the query's unknown words counts in its length.
    pub unknown: f32,
    /// gamma.
    pub longer: f32,
    /// kappa.
    pub focus: f32,
    /// prefix.
    pub prefix: f32,
    /// question words.
    pub question: f32,
    /// mend.
    pub mend: f32,
    /// Step of learning.
    pub step: f32,
    /// Steepness.
    pub steep: f32,
    /// Passes.
    pub passes: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            word: 0.181,
            stem: 0.008,
            sound: 0.05,
            skeleton: 0.0,
            grams2: 0.513,
            grams3: 0.8,
            grams4: 0.8,
            grams5: 0.0,
            bones: 0.467,
            joint: 0.226,
            tf: 0.64,
            pair: 0.211,
            concept: 0.76,
            number: 1.059,
            function_word: 0.651,
            rarity: 0.68,
            unknown: 0.836, longer: 0.572, mend: 1.0, focus: 0.0, prefix: 1.0, question: 0.9, step: 0.04, steep: 15.0, passes: 0.2,
        }
    }
}
