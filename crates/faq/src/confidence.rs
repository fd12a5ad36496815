//! How likely the best entry is right.

use crate::{
    Index, Ranked,
    analysis::{Kind, Word},
};

/// What the confidence is made of. Nothing here depends on the script of the question.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Signs {
    /// The best entry's score.
    pub score: f32,
    /// How far the second is behind, as a share.
    pub margin: f32,
    /// How far the next four are behind on the average, as a share.
    pub field: f32,
    /// The share of the question's words, by rarity, that the entry knows.
    pub coverage: f32,
    /// The likeness of the entry's best text.
    pub text: f32,
    /// The coverage without small words and words that ask.
    pub content: f32,
    /// How many words were asked.
    pub words: f32,
    /// How many of them say what the question is about.
    pub content_words: f32,
}

impl Signs {
    /// The signs as the logistic curve takes them, in the order of its constants.
    pub fn features(&self) -> [f32; 8] {
        [
            self.score,
            self.margin,
            self.field,
            self.coverage,
            self.text,
            self.content,
            self.words.max(1.0).ln(),
            (self.content_words + 1.0).ln(),
        ]
    }

    pub(crate) fn read(
        index: &Index,
        words: &[Word],
        asked: &[(usize, f32)],
        ranked: &[Ranked],
    ) -> Option<Self> {
        let best = ranked.first()?;
        let behind = |score: f32| (best.score - score) / best.score.max(1e-6);
        let next: f32 = ranked.iter().skip(1).take(4).map(|r| r.score).sum();
        Some(Self {
            score: best.score,
            margin: behind(ranked.get(1).map_or(0.0, |r| r.score)),
            field: behind(next / 4.0),
            coverage: index.coverage(words, best.entry, true),
            content: index.coverage(words, best.entry, false),
            text: index.best_text(asked, best.entry),
            words: words.iter().filter(|word| !word.is_number()).count() as f32,
            content_words: words.iter().filter(|word| word.kind == Kind::Content).count() as f32,
        })
    }
}

/// The constants of a curve, then its offset; learnt by `examples/calibrate.rs`.
type Curve = [f32; 9];
const LEARNT: Curve = [5.774, -1.024, 2.622, 1.371, 0.192, 0.525, -0.431, 0.825, -5.099];
/// For an index that has not learnt, or is too large to: its scores are lower.
const UNLEARNT: Curve = [3.283, -1.047, 4.876, 2.074, 2.535, 1.292, 0.156, 0.576, -6.211];

/// A logistic curve over the signs.
pub(crate) fn confidence(signs: &Signs, has_learnt: bool) -> f32 {
    let curve = if has_learnt { LEARNT } else { UNLEARNT };
    let features = signs.features();
    let z: f32 = features.iter().chain(&[1.0]).zip(&curve).map(|(x, c)| x * c).sum();
    1.0 / (1.0 + (-z).exp())
}

/// What a word counts of which only the skeleton, or only the meaning, is known.
const ALIKE: f32 = 0.7;

impl Index {
    /// The share of the question's words, by their rarity, that the entry knows in some form.
    fn coverage(&self, words: &[Word], entry: usize, with_small: bool) -> f32 {
        let has = |hash: u32| {
            self.features.get(&hash).is_some_and(|&number| self.entry_has(number as usize, entry))
        };
        let (mut known, mut all) = (0.0_f32, 0.0_f32);
        for word in
            words.iter().filter(|word| word.kind == Kind::Content || (with_small && !word.is_number()))
        {
            let mut worth = 0.0_f32;
            if has(word.sound_key) || has(word.stem_key) {
                worth = 1.0;
            } else {
                let is_alike =
                    |known: &u32| self.texts.skeletons.get(*known as usize) == Some(&word.skeleton_key);
                if self.texts.of_entry(entry).flatten().any(is_alike) {
                    worth = ALIKE;
                }
                self.lexicon.of_word(word, &mut |concept| {
                    if has(concept.hash()) {
                        worth = worth.max(ALIKE * concept.sure);
                    }
                });
            }
            let weight = self.word_rarity(word.sound_key, word.kind == Kind::Small);
            known += worth * weight;
            all += weight;
        }
        if all > 0.0 { known / all } else { 0.0 }
    }

    /// The likeness of the entry's text that is most like the question.
    fn best_text(&self, asked: &[(usize, f32)], entry: usize) -> f32 {
        let mut asked = asked.to_vec();
        asked.sort_unstable_by_key(|a| a.0);
        let fit = |text: &[u32]| {
            let (mut like, mut all) = (0.0_f32, 0.0_f32);
            for (feature, weight) in text.iter().flat_map(|&word| self.texts.evidence.row(word as usize)) {
                let strength = weight * self.rarities.get(feature).copied().unwrap_or_default();
                all += strength * strength;
                if let Some(a) =
                    asked.binary_search_by_key(&feature, |a| a.0).ok().and_then(|at| asked.get(at))
                {
                    like += strength * a.1;
                }
            }
            if all > 0.0 { like / all.sqrt() } else { 0.0 }
        };
        self.texts.of_entry(entry).map(fit).fold(0.0, f32::max)
    }

    pub(crate) fn entry_has(&self, feature: usize, entry: usize) -> bool {
        self.by_feature.cells(feature).binary_search_by_key(&(entry as u32), |cell| cell.0).is_ok()
    }

    fn word_rarity(&self, sound_key: u32, is_small: bool) -> f32 {
        let number = self.features.get(&sound_key);
        let rarity =
            number.and_then(|&n| self.rarities.get(n as usize).copied()).unwrap_or(self.unseen_rarity());
        rarity * if is_small { self.weights.small_word } else { 1.0 }
    }
}
