//! The index: every text of every entry, and every entry as one document, by its evidence.

use crate::{
    Outcome, Ranked, Thresholds, Verdict, Weights,
    analysis::{Word, words},
    features::{Feature, features},
    hashing::HashedMap,
    lexicon::Lexicon,
    vocabulary::Vocabulary,
};

/// Entries beyond this are not indexed: a FAQ of this size is a mistake, and a phone should not choke on it.
const MOST_ENTRIES: usize = 5_000;
/// So many texts of an entry are read.
const MOST_TEXTS: usize = 64;

/// A FAQ entry as it goes in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry<'a> {
    /// The seller's name for it; two entries may share one.
    pub id: &'a str,
    /// Its question, in one language or two, and its variants.
    pub texts: Vec<&'a str>,
    /// Its answers; they count a little.
    pub answers: Vec<&'a str>,
}

/// Finds entries by what a shopper wrote.
pub struct Index {
    pub(crate) weights: Weights,
    pub(crate) lexicon: Lexicon,
    pub(crate) entries: usize,
    /// Each piece of evidence that any entry has.
    pub(crate) features: HashedMap<u32>,
    /// By feature: how rare it is.
    pub(crate) rarities: Vec<f32>,
    /// By feature: the entries that have it, and how strongly.
    pub(crate) by_feature: Rows,
    /// By text: its features, and how strongly; a vector of length one.
    pub(crate) by_text: Rows,
    /// By entry: its first text. One more at the end.
    pub(crate) first_texts: Vec<u32>,
    /// By entry: the score that its own texts reach when it has not seen them.
    pub(crate) typical: Vec<f32>,
    pub(crate) vocabulary: Vocabulary,
}

/// Rows of numbered strengths, one behind the other.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) ends: Vec<u32>,
    pub(crate) numbers: Vec<u32>,
    pub(crate) strengths: Vec<f32>,
}

impl Rows {
    pub(crate) fn range(&self, row: usize) -> std::ops::Range<usize> {
        let end = |row: usize| self.ends.get(row).map_or(0, |&end| end as usize);
        (if row == 0 { 0 } else { end(row - 1) })..end(row)
    }

    pub(crate) fn row(&self, row: usize) -> (&[u32], &[f32]) {
        let range = self.range(row);
        (self.numbers.get(range.clone()).unwrap_or_default(), self.strengths.get(range).unwrap_or_default())
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn bytes(&self) -> usize {
        4 * (self.ends.len() + self.numbers.len() + self.strengths.len())
    }
}

impl Index {
    /// Reads all entries. Texts that are empty count for nothing.
    pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        Self::build_with(entries, Weights::default())
    }

    /// [`build`](Self::build) with other weights, to see what a kind of evidence adds.
    pub fn build_with<'a>(entries: impl IntoIterator<Item = Entry<'a>>, weights: Weights) -> Self {
        let lexicon = Lexicon::new();
        let mut builder = Builder::default();
        for entry in entries.into_iter().take(MOST_ENTRIES) {
            builder.add(&entry, &lexicon, &weights);
        }
        builder.finish(lexicon, weights)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries == 0
    }

    /// What to do with a question, by the default [`Thresholds`].
    pub fn ask(&self, query: &str) -> Outcome {
        self.ask_with(query, &Thresholds::default())
    }

    /// What to do with a question.
    pub fn ask_with(&self, query: &str, thresholds: &Thresholds) -> Outcome {
        let Verdict { ranked, confidence } = self.judge(query);
        match ranked.first() {
            Some(best) if confidence >= thresholds.answer => {
                Outcome::Answer { entry: best.entry, confidence }
            }
            Some(_) if confidence >= thresholds.did_you_mean => {
                Outcome::DidYouMean { entries: ranked.iter().take(3).map(|r| r.entry).collect() }
            }
            _ => Outcome::Unknown,
        }
    }

    /// The best `limit` entries, the best first; only those with any evidence.
    pub fn rank(&self, query: &str, limit: usize) -> Vec<Ranked> {
        let mut ranked = self.judge(query).ranked;
        ranked.truncate(limit);
        ranked
    }

    /// Bytes that the index holds on the heap, about.
    pub fn bytes(&self) -> usize {
        let map = self.features.capacity() * (size_of::<(u32, u32)>() + 1);
        let small = 4 * (self.rarities.len() + self.first_texts.len());
        map + small + self.by_feature.bytes() + self.by_text.bytes() + self.lexicon.bytes() + self.vocabulary.bytes()
    }

    pub(crate) fn evidence(&self, words: &[Word]) -> Vec<Feature> {
        features(words, &self.lexicon, &self.weights)
    }

    /// How rare a piece of evidence is that no entry has.
    pub(crate) fn unseen_rarity(&self) -> f32 {
        rarity(0, self.entries, self.weights.rarity)
    }
}

fn rarity(seen_in: usize, entries: usize, power: f32) -> f32 {
    (1.0 + entries as f32 / (seen_in as f32).max(0.5)).ln().powf(power)
}

#[derive(Default)]
struct Builder {
    entries: usize,
    features: HashedMap<u32>,
    /// By feature: how many entries have it.
    seen_in: Vec<u32>,
    by_text: Rows,
    first_texts: Vec<u32>,
    /// By entry: its features, with their summed and their greatest weight in its texts.
    by_entry: Vec<Vec<(u32, f32, f32)>>,
    sounds: std::collections::HashSet<String>,
}

impl Builder {
    fn add(&mut self, entry: &Entry<'_>, lexicon: &Lexicon, weights: &Weights) {
        self.entries += 1;
        self.first_texts.push(self.by_text.len() as u32);
        let mut whole: Vec<(u32, f32)> = Vec::new();
        for text in entry.texts.iter().take(MOST_TEXTS) {
            let words = words(text);
            let found = features(&words, lexicon, weights);
            for word in words.into_iter().filter(|w| !w.is_number) {
                if !self.sounds.contains(&word.sound) { self.sounds.insert(word.sound); }
            }
            if found.is_empty() {
                continue;
            }
            for feature in found {
                let number = self.number(feature.hash);
                self.by_text.numbers.push(number);
                self.by_text.strengths.push(feature.weight);
                whole.push((number, feature.weight));
            }
            self.by_text.ends.push(self.by_text.numbers.len() as u32);
        }
        whole.sort_unstable_by_key(|f| f.0);
        let sums = whole.chunk_by(|a, b| a.0 == b.0).filter_map(|same| {
            let sum = same.iter().map(|f| f.1).sum();
            let most = same.iter().map(|f| f.1).fold(f32::MIN_POSITIVE, f32::max);
            same.first().map(|f| (f.0, sum, most))
        });
        let sums: Vec<_> = sums.collect();
        for &(number, ..) in &sums {
            if let Some(seen) = self.seen_in.get_mut(number as usize) {
                *seen += 1;
            }
        }
        self.by_entry.push(sums);
    }

    fn number(&mut self, hash: u32) -> u32 {
        let next = self.seen_in.len() as u32;
        let number = *self.features.entry(hash).or_insert(next);
        if number == next {
            self.seen_in.push(0);
        }
        number
    }

    fn finish(mut self, lexicon: Lexicon, weights: Weights) -> Index {
        self.first_texts.push(self.by_text.len() as u32);
        let rarities: Vec<f32> =
            self.seen_in.iter().map(|&seen| rarity(seen as usize, self.entries, weights.rarity)).collect();
        let rare = |number: u32| rarities.get(number as usize).copied().unwrap_or_default();

        for row in 0..self.by_text.len() {
            let range = self.by_text.range(row);
            let (Some(numbers), Some(strengths)) =
                (self.by_text.numbers.get(range.clone()), self.by_text.strengths.get_mut(range))
            else {
                continue;
            };
            for (number, strength) in numbers.iter().zip(strengths.iter_mut()) {
                *strength *= rare(*number);
            }
            to_length_one(strengths);
        }

        let mut ends = Vec::with_capacity(self.seen_in.len());
        let mut next = Vec::with_capacity(self.seen_in.len());
        let mut total = 0_u32;
        for &seen in &self.seen_in {
            next.push(total);
            total += seen;
            ends.push(total);
        }
        let mut totals = vec![0.0_f32; self.seen_in.len()];
        for &(number, sum, _) in self.by_entry.iter().flatten() {
            totals[number as usize] += sum;
        }
        let mut by_feature = Rows { ends, numbers: vec![0; total as usize], strengths: vec![0.0; total as usize] };
        for (entry, sums) in self.by_entry.iter().enumerate() {
            let mut strengths: Vec<f32> =
                sums.iter().map(|&(number, sum, most)| most * (sum / most).powf(weights.tf) * rare(number) * (sum / totals[number as usize]).powf(weights.focus)).collect();
            to_length_one(&mut strengths);
            for (&(number, ..), strength) in sums.iter().zip(strengths) {
                let Some(place) = next.get_mut(number as usize) else { continue };
                let at = *place as usize;
                *place += 1;
                if let (Some(n), Some(s)) = (by_feature.numbers.get_mut(at), by_feature.strengths.get_mut(at)) {
                    (*n, *s) = (entry as u32, strength);
                }
            }
        }
        let vocabulary = Vocabulary::new(self.sounds.drain().chain(lexicon.single_sounds().map(str::to_owned)));
        let mut index = Index {
            weights,
            lexicon,
            entries: self.entries,
            features: self.features,
            rarities,
            by_feature,
            by_text: self.by_text,
            first_texts: self.first_texts,
            typical: Vec::new(),
            vocabulary,
        };
        crate::learn::learn(&mut index, &self.by_entry);
        index
    }
}

fn to_length_one(strengths: &mut [f32]) {
    let square: f32 = strengths.iter().map(|s| s * s).sum();
    if square > 0.0 {
        let scale = square.sqrt().recip();
        strengths.iter_mut().for_each(|s| *s *= scale);
    }
}
