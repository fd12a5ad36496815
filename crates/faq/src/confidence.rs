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
    /// The share of the evidence of the entry's best text that the question has.
    pub back: f32,
    /// The likeness of that text.
    pub text: f32,
    /// The share of the question's evidence that this entry knows.
    pub shared: f32,
    /// The share of the question's evidence that any entry knows.
    pub known: f32,
    /// The coverage without small words and words that ask.
    pub content: f32,
    /// How many words were asked.
    pub words: f32,
}

impl Signs {
    /// The signs as the logistic curve takes them, in the order of its constants.
    pub fn features(&self) -> [f32; 11] {
        [
            self.score,
            self.margin,
            self.field,
            self.score * self.margin,
            self.coverage,
            self.back,
            self.text,
            self.shared,
            self.known,
            self.content,
            self.words.max(1.0).ln(),
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
        let (back, text) = index.best_text(asked, best.entry);
        Some(Self {
            score: best.score,
            margin: behind(ranked.get(1).map_or(0.0, |r| r.score)),
            field: behind(next / 4.0),
            coverage: index.coverage(words, best.entry, true),
            content: index.coverage(words, best.entry, false),
            known: asked.iter().map(|a| a.1 * a.1).sum(),
            back,
            text,
            shared: asked.iter().filter(|a| index.entry_has(a.0, best.entry)).map(|a| a.1 * a.1).sum(),
            words: words.iter().filter(|word| !word.is_number()).count() as f32,
        })
    }
}

/// The constants of the curve, then its offset.
const CURVE: [f32; 12] =
    [3.348, -0.552, 5.201, -0.433, 0.867, -0.628, 1.792, 0.202, -0.102, 1.168, 0.484, -6.599];

/// A logistic curve over the signs.
pub(crate) fn confidence(signs: &Signs) -> f32 {
    let features = signs.features();
    let z: f32 = features.iter().chain(&[1.0]).zip(&CURVE).map(|(x, c)| x * c).sum();
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

    /// Of the entry's text that is most like the question: the share of its evidence that the question has, and the likeness.
    fn best_text(&self, asked: &[(usize, f32)], entry: usize) -> (f32, f32) {
        let mut asked = asked.to_vec();
        asked.sort_unstable_by_key(|a| a.0);
        let fit = |text: &[u32]| {
            let (mut shared, mut like, mut all) = (0.0_f32, 0.0_f32, 0.0_f32);
            for (feature, weight) in text.iter().flat_map(|&word| self.texts.evidence.row(word as usize)) {
                let strength = weight * self.rarities.get(feature).copied().unwrap_or_default();
                all += strength * strength;
                if let Some(a) =
                    asked.binary_search_by_key(&feature, |a| a.0).ok().and_then(|at| asked.get(at))
                {
                    shared += strength * strength;
                    like += strength * a.1;
                }
            }
            if all > 0.0 { (shared / all, like / all.sqrt()) } else { (0.0, 0.0) }
        };
        self.texts.of_entry(entry).map(fit).fold((0.0, 0.0), |a: (f32, f32), b| if b.1 > a.1 { b } else { a })
    }

    pub(crate) fn entry_has(&self, feature: usize, entry: usize) -> bool {
        self.by_feature.numbers(feature).binary_search(&(entry as u32)).is_ok()
    }

    fn word_rarity(&self, sound_key: u32, is_small: bool) -> f32 {
        let number = self.features.get(&sound_key);
        let rarity =
            number.and_then(|&n| self.rarities.get(n as usize).copied()).unwrap_or(self.unseen_rarity());
        rarity * if is_small { self.weights.small_word } else { 1.0 }
    }
}
