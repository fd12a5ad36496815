//! A question against the index.

use crate::{
    Index, Ranked, Verdict,
    analysis::{Word, words},
    confidence::{Signs, confidence},
    features::Feature,
    hashing::hash,
};

impl Index {
    /// All entries with any evidence, ranked, and how likely the first is right.
    pub fn judge(&self, query: &str) -> Verdict {
        let words = self.asked_words(query);
        let (ranked, signs) = self.look(&words);
        let confidence = signs.map_or(0.0, |signs| confidence(&signs));
        Verdict { ranked, confidence }
    }

    /// The best entry and the signs of its being right; for those who calibrate the confidence.
    pub fn inspect(&self, query: &str) -> (Option<usize>, Option<Signs>) {
        let (ranked, signs) = self.look(&self.asked_words(query));
        (ranked.first().map(|best| best.entry), signs)
    }

    fn asked_words(&self, query: &str) -> Vec<Word> {
        let mut words = words(query);
        if self.weights.mend > 0.0 { words.iter_mut().for_each(|word| self.vocabulary.mend(word)); }
        words
    }

    fn look(&self, words: &[Word]) -> (Vec<Ranked>, Option<Signs>) {
        let asked = self.asked(&self.evidence(words));
        let scores = self.scores(&asked);
        let ranked = ranked(&scores);
        let signs = ranked.first().map(|best| {
            let at = best.entry;
            let behind = |score: f32| (best.score - score) / best.score.max(1e-6);
            let second = ranked.get(1).map_or(0.0, |r| r.score);
            let next: f32 = ranked.iter().skip(1).take(4).map(|r| r.score).sum::<f32>() / 4.0;
            let (text, back) = self.best_text(&asked, at);
            Signs {
                score: best.score,
                text,
                margin: behind(second),
                field: behind(next),
                coverage: self.coverage(words, at, self.weights.function_word),
                content: self.coverage(words, at, 0.0),
                known: asked.iter().map(|a| a.1 * a.1).sum(),
                shared: asked.iter().filter(|a| self.entry_has(a.0, at)).map(|a| a.1 * a.1).sum(),
                back,
                words: words.iter().filter(|w| !w.is_number).count() as f32,
                typical: (best.score / self.typical.get(at).copied().unwrap_or(0.3).max(0.05)).min(3.0),
            }
        });
        (ranked, signs)
    }

    /// The question as a vector of length one over the known features. What no entry knows counts in its length.
    pub(crate) fn asked(&self, evidence: &[Feature]) -> Vec<(u32, f32)> {
        let mut square = 0.0_f32;
        let mut known = Vec::with_capacity(evidence.len());
        for feature in evidence {
            let number = self.features.get(&feature.hash).copied();
            let rarity = number.and_then(|n| self.rarities.get(n as usize).copied());
            let strength = feature.weight * rarity.unwrap_or(self.unseen_rarity() * self.weights.unknown);
            square += strength * strength;
            known.extend(number.map(|n| (n, strength)));
        }
        let scale = if square > 0.0 { square.sqrt().recip() } else { 0.0 };
        known.iter_mut().for_each(|(_, strength)| *strength *= scale);
        known
    }

    /// How well each entry fits.
    pub(crate) fn scores(&self, asked: &[(u32, f32)]) -> Vec<f32> {
        let mut scores = vec![0.0_f32; self.entries];
        for &(number, strength) in asked {
            let (entries, strengths) = self.by_feature.row(number as usize);
            for (&entry, &known) in entries.iter().zip(strengths) {
                if let Some(score) = scores.get_mut(entry as usize) {
                    *score += strength * known;
                }
            }
        }
        scores
    }

    /// The likeness of an entry's text that is most like the question.
    fn best_text(&self, asked: &[(u32, f32)], entry: usize) -> (f32, f32) {
        let mut asked = asked.to_vec();
        asked.sort_unstable_by_key(|a| a.0);
        let first = |entry: usize| self.first_texts.get(entry).map_or(0, |&text| text as usize);
        let likeness = |text: usize| {
            let (numbers, strengths) = self.by_text.row(text);
            let (mut like, mut back) = (0.0, 0.0);
            for (number, strength) in numbers.iter().zip(strengths) {
                if let Some(a) = asked.binary_search_by_key(number, |a| a.0).ok().and_then(|at| asked.get(at)) {
                    like += a.1 * strength;
                    back += strength * strength;
                }
            }
            (like, back)
        };
        (first(entry)..first(entry + 1)).map(likeness).fold((0.0, 0.0), |a: (f32, f32), b| if b.0 > a.0 { b } else { a })
    }

    fn entry_has(&self, number: u32, entry: usize) -> bool {
        self.by_feature.row(number as usize).0.binary_search(&(entry as u32)).is_ok()
    }

    fn has(&self, hash: u32, entry: usize) -> bool {
        self.features.get(&hash).is_some_and(|&n| self.entry_has(n, entry))
    }

    /// The share of the question's words, by their rarity, that the entry knows in some form.
    fn coverage(&self, words: &[Word], entry: usize, small: f32) -> f32 {
        let (mut known, mut all) = (0.0_f32, 0.0_f32);
        for word in words.iter().filter(|w| !w.is_number) {
            let forms = [(b't', &word.stem, 1.0), (b's', &word.sound, 1.0), (b'k', &word.skeleton, 0.7)]
                .map(|(kind, form, worth)| (hash(kind, &[form]), worth));
            let rarity = forms.iter().find_map(|(hash, _)| self.rarities.get(*self.features.get(hash)? as usize).copied());
            let rarity = rarity.unwrap_or(self.unseen_rarity());
            let mut worth = forms.iter().filter(|f| self.has(f.0, entry)).map(|f| f.1).fold(0.0_f32, f32::max);
            if worth == 0.0 {
                let concepts = self.lexicon.concepts(std::slice::from_ref(word));
                worth = concepts.iter().filter(|c| self.has(c.hash(), entry)).map(|c| 0.7 * c.sure).fold(0.0, f32::max);
            }
            let weight = rarity * if word.is_small { small } else { 1.0 };
            known += worth * weight;
            all += weight;
        }
        if all > 0.0 { known / all } else { 0.0 }
    }
}

pub(crate) fn ranked(scores: &[f32]) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> =
        scores.iter().enumerate().map(|(entry, &score)| Ranked { entry, score }).filter(|r| r.score > 0.0).collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
    ranked
}
