//! How likely the best entry is right.

/// What the confidence is made of. Nothing here depends on the script of the question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signs {
    /// The best entry's score.
    pub score: f32,
    /// Its best text's likeness.
    pub text: f32,
    /// How far the second is behind, as a share.
    pub margin: f32,
    /// How far the next four are behind on the average, as a share.
    pub field: f32,
    /// The share of the question's words, by rarity, that the entry knows.
    pub coverage: f32,
    /// The same without small words.
    pub content: f32,
    /// The share of the question's evidence that any entry knows.
    pub known: f32,
    /// The share of the question's evidence that this entry knows.
    pub shared: f32,
    /// The share of the best text's evidence that the question has.
    pub back: f32,
    /// How many words were asked.
    pub words: f32,
    /// The score against what the entry's own texts reach with each other.
    pub typical: f32,
}

impl Signs {
    /// The signs as the logistic curve takes them, in the order of its constants.
    pub fn features(&self) -> [f32; 14] {
        [
            self.score,
            self.text,
            self.margin,
            self.field,
            self.coverage,
            self.coverage * self.coverage,
            self.content,
            self.known,
            self.shared,
            self.back,
            self.words.max(1.0).ln(),
            self.typical,
            self.score * self.margin,
            self.content * self.score,
        ]
    }
}

/// The constants of the curve, then its offset.
const CURVE: [f32; 15] = [0.0; 15];

/// A logistic curve over the signs.
pub(crate) fn confidence(signs: &Signs) -> f32 {
    let features = signs.features();
    let z: f32 = features.iter().chain(&[1.0]).zip(&CURVE).map(|(x, c)| x * c).sum();
    1.0 / (1.0 + (-z).exp())
}
