//! A question against the index.

use crate::{
    Index, Ranked, Verdict, Weights,
    analysis::words,
    confidence::{Signs, confidence},
    features::{self, Feature},
};

/// So many words of a question are mended: each is held against every word that begins like it, and 4,000 letters of nothing should not hold
/// up a phone.
const MENDED: usize = 24;

impl Index {
    /// All entries with any evidence, ranked, and how likely the first is right.
    pub fn judge(&self, query: &str) -> Verdict {
        let (ranked, signs) = self.look(query);
        Verdict { ranked, confidence: signs.map_or(0.0, |signs| confidence(&signs, self.learnt.is_some())) }
    }

    /// The best entry and the signs of its being right; for those who calibrate the confidence.
    pub fn inspect(&self, query: &str) -> (Option<usize>, Option<Signs>) {
        let (ranked, signs) = self.look(query);
        (ranked.first().map(|best| best.entry), signs)
    }

    fn look(&self, query: &str) -> (Vec<Ranked>, Option<Signs>) {
        let mut words = words(query);
        for word in words.iter_mut().take(MENDED) {
            self.vocabulary.mend(word, self.lexicon);
        }
        let concept = self.weights.concept * (1.0 + self.weights.brevity / words.len().max(1) as f32);
        let weights = Weights { concept, ..self.weights };
        let asked = self.asked(&features::of_text(&words, self.lexicon, &weights));
        let mut scores = self.scores(&asked);
        self.learnt.add_to(&mut scores, &asked, self.rarities.len(), self.weights.learnt);
        let ranked = ranked(&scores);
        let signs = Signs::read(self, &words, &asked, &ranked);
        (ranked, signs)
    }

    /// The question as a vector of length one over the known features. What no entry knows counts in its length.
    pub(crate) fn asked(&self, evidence: &[Feature]) -> Vec<(usize, f32)> {
        let mut square = 0.0_f32;
        let mut known = Vec::with_capacity(evidence.len());
        for feature in evidence {
            let number = self.features.get(&feature.hash).map(|&n| n as usize);
            let rarity = number.and_then(|n| self.rarities.get(n).copied());
            let strength = feature.weight * rarity.unwrap_or(self.unseen_rarity() * self.weights.unknown);
            square += strength * strength;
            known.extend(number.map(|n| (n, strength)));
        }
        let scale = if square > 0.0 { square.sqrt().recip() } else { 0.0 };
        known.iter_mut().for_each(|(_, strength)| *strength *= scale);
        known
    }

    /// How well each entry fits.
    pub(crate) fn scores(&self, asked: &[(usize, f32)]) -> Vec<f32> {
        let mut scores = vec![0.0_f32; self.entries];
        for &(number, strength) in asked {
            for (entry, known) in self.by_feature.row(number) {
                if let Some(score) = scores.get_mut(entry) {
                    *score += strength * known;
                }
            }
        }
        scores
    }
}

/// Entries with any evidence, the best first.
pub(crate) fn ranked(scores: &[f32]) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = scores
        .iter()
        .enumerate()
        .map(|(entry, &score)| Ranked { entry, score })
        .filter(|r| r.score > 0.0)
        .collect();
    ranked.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
    ranked
}
