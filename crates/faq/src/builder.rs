//! Builds the index. Words come again and again, so each is taken apart only once.

use std::collections::HashMap;

use alap_text::{normalize, tokens};

use crate::{
    Entry, Index, Weights,
    analysis::Word,
    features::{self, Feature},
    hashing::HashedMap,
    index::{Texts, rarity},
    learn::Learnt,
    lexicon::Lexicon,
    rows::Rows,
    vocabulary::Vocabulary,
};

/// So many texts of an entry are read.
const MOST_TEXTS: usize = 64;
/// So many words of a text are read.
const MOST_WORDS: usize = 200;

pub(crate) struct Builder {
    weights: Weights,
    lexicon: Lexicon,
    known: HashMap<String, usize>,
    words: Vec<Word>,
    features: HashedMap<u32>,
    /// By feature: how many entries have it.
    seen_in: Vec<u32>,
    /// By feature: its weight in the entry at hand.
    sums: Vec<Sum>,
    /// By entry: its evidence, with its weight.
    by_entry: Rows,
    texts: Texts,
}

/// What came together of one piece of evidence in an entry's texts.
#[derive(Clone, Copy, Default)]
struct Sum {
    total: f32,
    most: f32,
}

impl Builder {
    pub(crate) fn new(weights: Weights) -> Self {
        Self {
            weights,
            lexicon: Lexicon::new(),
            known: HashMap::new(),
            words: Vec::new(),
            features: HashedMap::default(),
            seen_in: Vec::new(),
            sums: Vec::new(),
            by_entry: Rows::default(),
            texts: Texts::default(),
        }
    }

    pub(crate) fn add(&mut self, entry: &Entry<'_>) {
        let texts =
            if entry.texts.iter().all(|text| text.trim().is_empty()) { &entry.answers } else { &entry.texts };
        let mut touched = Vec::new();
        for text in texts.iter().take(MOST_TEXTS) {
            self.add_text(text, &mut touched);
        }
        self.texts.entry_ends.push(self.texts.ends.len() as u32);

        let growth = self.weights.growth;
        let mut row = Vec::with_capacity(touched.len());
        for feature in touched {
            let at = feature as usize;
            if let (Some(sum), Some(seen)) = (self.sums.get_mut(at), self.seen_in.get_mut(at)) {
                *seen += 1;
                row.push((
                    feature,
                    if sum.total > sum.most {
                        sum.most * (sum.total / sum.most).powf(growth)
                    } else {
                        sum.most
                    },
                ));
                *sum = Sum::default();
            }
        }
        self.by_entry.push(row);
    }

    fn add_text(&mut self, text: &str, touched: &mut Vec<u32>) {
        let text = normalize(text);
        let numbers: Vec<usize> = tokens(&text).take(MOST_WORDS).map(|token| self.word(token)).collect();
        if numbers.is_empty() {
            return;
        }
        for &word in &numbers {
            for at in self.texts.evidence.range(word) {
                let row = &self.texts.evidence;
                if let (Some(&feature), Some(&weight)) = (row.numbers.get(at), row.strengths.get(at)) {
                    count(&mut self.sums, feature, weight, touched);
                }
            }
        }
        self.texts.words.extend(numbers.iter().map(|&word| word as u32));
        self.texts.ends.push(self.texts.words.len() as u32);

        let text_words: Vec<Word> =
            numbers.iter().filter_map(|&word| self.words.get(word).cloned()).collect();
        let mut found = Vec::new();
        for start in 0..text_words.len() {
            features::of_neighbours(
                text_words.get(start..).unwrap_or_default(),
                &self.lexicon,
                &self.weights,
                &mut found,
            );
        }
        for Feature { hash, weight } in found {
            let feature = self.feature(hash);
            count(&mut self.sums, feature, weight, touched);
        }
    }

    fn word(&mut self, token: alap_text::Token<'_>) -> usize {
        if let Some(&known) = self.known.get(token.text) {
            return known;
        }
        let word = Word::new(token);
        let mut found = Vec::new();
        features::of_word(&word, &self.lexicon, &self.weights, &mut found);
        let found: Vec<_> = found.into_iter().map(|f| (self.feature(f.hash), f.weight)).collect();
        self.texts.evidence.push(found);
        self.texts.skeletons.push(word.skeleton_key);
        self.words.push(word);
        self.known.insert(token.text.to_owned(), self.words.len() - 1);
        self.words.len() - 1
    }

    fn feature(&mut self, hash: u32) -> u32 {
        let next = self.seen_in.len() as u32;
        let number = *self.features.entry(hash).or_insert(next);
        if number == next {
            self.seen_in.push(0);
            self.sums.push(Sum::default());
        }
        number
    }

    pub(crate) fn finish(self) -> Index {
        let entries = self.by_entry.len();
        let rarities: Vec<f32> =
            self.seen_in.iter().map(|&seen| rarity(seen, entries, self.weights.rarity)).collect();
        let strength =
            |(feature, weight): (usize, f32)| weight * rarities.get(feature).copied().unwrap_or_default();

        let mut by_feature = Rows::of_lengths(&self.seen_in);
        let mut next: Vec<usize> =
            (0..self.seen_in.len()).map(|feature| by_feature.range(feature).start).collect();
        for entry in 0..entries {
            let square: f32 = self.by_entry.row(entry).map(strength).map(|s| s * s).sum();
            let scale = if square > 0.0 { square.sqrt().recip() } else { 0.0 };
            for seen in self.by_entry.row(entry) {
                if let Some(place) = next.get_mut(seen.0) {
                    by_feature.put(*place, entry as u32, strength(seen) * scale);
                    *place += 1;
                }
            }
        }
        let sounds = self.words.into_iter().filter(|word| !word.is_number()).map(|word| word.sound);
        let vocabulary = Vocabulary::new(sounds.chain(self.lexicon.singles().map(str::to_owned)));
        Index {
            weights: self.weights,
            lexicon: self.lexicon,
            vocabulary,
            entries,
            features: self.features,
            rarities,
            by_feature,
            texts: self.texts,
            learnt: Learnt::default(),
        }
    }
}

fn count(sums: &mut [Sum], feature: u32, weight: f32, touched: &mut Vec<u32>) {
    if let Some(sum) = sums.get_mut(feature as usize).filter(|_| weight > 0.0) {
        if sum.total == 0.0 {
            touched.push(feature);
        }
        sum.total += weight;
        sum.most = sum.most.max(weight);
    }
}
