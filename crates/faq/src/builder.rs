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

/// So many entries are read.
const MOST_ENTRIES: usize = 5_000;
/// So many texts of an entry are read.
const MOST_TEXTS: usize = 64;
/// So many words of a text are read.
const MOST_WORDS: usize = 200;

/// Builds an index entry by entry, for a large FAQ that should not keep the page from answering a tap.
///
/// ```
/// use alap_faq::{Builder, Entry};
///
/// let mut builder = Builder::default();
/// builder.add(&Entry { id: "cod", texts: vec!["ক্যাশ অন ডেলিভারি আছে?"], answers: vec![] });
/// // … the next ones when the page is idle again …
/// assert_eq!(builder.finish().rank("cash on delivery", 1)[0].entry, 0);
/// ```
pub struct Builder {
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

impl Default for Builder {
    fn default() -> Self {
        Self::new(Weights::default())
    }
}

impl Builder {
    /// Nothing yet.
    pub fn new(weights: Weights) -> Self {
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

    /// Adds the next entry. Of more than 5,000 the rest is left out: a FAQ of that size is a mistake, and a phone should not choke on it.
    pub fn add(&mut self, entry: &Entry<'_>) {
        if self.by_entry.len() >= MOST_ENTRIES {
            return;
        }
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
        for (feature, weight) in numbers.iter().flat_map(|&word| self.texts.evidence.row(word)) {
            count(&mut self.sums, feature as u32, weight, touched);
        }
        self.texts.words.extend(numbers.iter().map(|&word| word as u32));
        self.texts.ends.push(self.texts.words.len() as u32);

        let text_words: Vec<&Word> = numbers.iter().filter_map(|&word| self.words.get(word)).collect();
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

    /// The index; call [`Index::learn`] on it when the page is idle.
    pub fn finish(self) -> Index {
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
