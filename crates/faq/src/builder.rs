//! Builds the index. Words come again and again, so each is taken apart only once.

use alap_text::{normalize, tokens};

use crate::{
    Entry, Index, Weights,
    analysis::{self, Word},
    features::{self, Feature},
    hashing::{HashedMap, hash},
    index::{Texts, rarity},
    learn::Learnt,
    lexicon::Lexicon,
    rows::Rows,
    tally::Tally,
    vocabulary::Vocabulary,
};

/// So many entries are read.
const MOST_ENTRIES: usize = 5_000;
/// So many texts of an entry are read.
const MOST_TEXTS: usize = 64;
/// A FAQ of some size has so many pieces of evidence: room for them is made at once.
const MANY_FEATURES: usize = 14_000;

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
    lexicon: &'static Lexicon,
    /// By hash of a written word: its number.
    known: HashedMap<usize>,
    words: Vec<Word>,
    /// By word: how often the entry at hand has it.
    times: Vec<f32>,
    /// The words that it has.
    distinct: Vec<u32>,
    features: HashedMap<u32>,
    /// By feature: how many entries have it.
    seen_in: Vec<u32>,
    tally: Tally,
    /// By entry: its evidence, with its weight.
    by_entry: Rows,
    texts: Texts,
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
            lexicon: Lexicon::get(),
            known: HashedMap::default(),
            words: Vec::new(),
            times: Vec::new(),
            distinct: Vec::new(),
            features: HashedMap::with_capacity_and_hasher(MANY_FEATURES, Default::default()),
            seen_in: Vec::new(),
            tally: Tally::default(),
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
        let words_before = self.texts.words.len();
        for text in texts.iter().take(MOST_TEXTS) {
            self.add_text(text);
        }
        self.texts.entry_ends.push(self.texts.ends.len() as u32);
        for &word in self.texts.words.get(words_before..).unwrap_or_default() {
            if let Some(times) = self.times.get_mut(word as usize) {
                if *times == 0.0 {
                    self.distinct.push(word);
                }
                *times += 1.0;
            }
        }
        for word in self.distinct.drain(..) {
            let times = self.times.get_mut(word as usize).map(std::mem::take).unwrap_or_default();
            for &(feature, weight) in self.texts.evidence.cells(word as usize) {
                self.tally.count(feature, weight, times);
            }
        }
        self.tally.finish(self.weights.growth, &mut self.by_entry);
        for &(feature, _) in self.by_entry.cells(self.by_entry.len() - 1) {
            if let Some(seen) = self.seen_in.get_mut(feature as usize) {
                *seen += 1;
            }
        }
    }

    fn add_text(&mut self, text: &str) {
        let text = normalize(text);
        let start = self.texts.words.len();
        for token in tokens(&text).take(analysis::LONGEST) {
            let word = self.word(token);
            self.texts.words.push(word as u32);
        }
        if self.texts.words.len() == start {
            return;
        }
        self.texts.ends.push(self.texts.words.len() as u32);

        let numbers = self.texts.words.get(start..).unwrap_or_default();
        let words: Vec<&Word> = numbers.iter().filter_map(|&word| self.words.get(word as usize)).collect();
        let mut found = Vec::with_capacity(8 * words.len());
        for start in 0..words.len() {
            let words = words.get(start..).unwrap_or_default();
            features::of_neighbours(words, self.lexicon, &self.weights, &mut found);
        }
        for Feature { hash, weight } in found.into_iter().filter(|feature| feature.weight > 0.0) {
            let feature = self.feature(hash);
            self.tally.count(feature, weight, 1.0);
        }
    }

    fn word(&mut self, token: alap_text::Token<'_>) -> usize {
        let written = hash(b'w', token.text);
        if let Some(&known) = self.known.get(&written) {
            return known;
        }
        let word = Word::new(token);
        let mut found = Vec::with_capacity(64);
        features::of_word(&word, self.lexicon, &self.weights, &mut found);
        for Feature { hash, weight } in found.into_iter().filter(|feature| feature.weight > 0.0) {
            let number = self.feature(hash);
            self.texts.evidence.add(number, weight);
        }
        self.texts.evidence.end_row();
        self.texts.skeletons.push(word.skeleton_key);
        self.words.push(word);
        self.times.push(0.0);
        self.known.insert(written, self.words.len() - 1);
        self.words.len() - 1
    }

    fn feature(&mut self, hash: u32) -> u32 {
        let next = self.seen_in.len() as u32;
        let number = *self.features.entry(hash).or_insert(next);
        if number == next {
            self.seen_in.push(0);
            self.tally.make_room();
        }
        number
    }

    /// The index; call [`Index::learn`] on it when the page is idle.
    pub fn finish(self) -> Index {
        let entries = self.by_entry.len();
        let by_count: Vec<f32> =
            (0..=entries).map(|seen| rarity(seen as u32, entries, self.weights.rarity)).collect();
        let rarities: Vec<f32> = self
            .seen_in
            .iter()
            .map(|&seen| by_count.get(seen as usize).copied().unwrap_or_default())
            .collect();
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
        let vocabulary = Vocabulary::new(sounds);
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
