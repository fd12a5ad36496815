//! The index: every entry as one document, by its evidence.

use crate::{
    Outcome, Ranked, Thresholds, Verdict, Weights, builder::Builder, hashing::HashedMap, learn::Learnt,
    lexicon::Lexicon, rows::Rows, vocabulary::Vocabulary,
};

/// Up to so many texts, learning is done while building: it takes no longer than the rest.
const LEARNT_AT_ONCE: usize = 150;

/// A FAQ entry as it goes in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry<'a> {
    /// The seller's name for it; two entries may share one.
    pub id: &'a str,
    /// Its question, in one language or two, and its variants.
    pub texts: Vec<&'a str>,
    /// Its answers. They only count for an entry without texts: measured, an answer's words mislead more than they help.
    pub answers: Vec<&'a str>,
}

/// Finds entries by what a shopper wrote.
pub struct Index {
    pub(crate) weights: Weights,
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) entries: usize,
    /// Each piece of evidence that any entry has, numbered.
    pub(crate) features: HashedMap<u32>,
    /// By feature: how rare it is.
    pub(crate) rarities: Vec<f32>,
    /// By feature: the entries that have it, and how strongly.
    pub(crate) by_feature: Rows,
    /// By text: its words.
    pub(crate) texts: Texts,
    pub(crate) learnt: Learnt,
}

/// The words of all texts.
#[derive(Default)]
pub(crate) struct Texts {
    /// The skeleton of each known word.
    pub(crate) skeletons: Vec<u32>,
    /// By known word: its evidence.
    pub(crate) evidence: Rows,
    /// The known words that the texts are made of, one text behind the other.
    pub(crate) words: Vec<u32>,
    /// By text: where its words end.
    pub(crate) ends: Vec<u32>,
    /// By entry: where its texts end.
    pub(crate) entry_ends: Vec<u32>,
}

impl Texts {
    /// The texts of an entry.
    pub(crate) fn of_entry(&self, entry: usize) -> impl Iterator<Item = &[u32]> {
        range(&self.entry_ends, entry).map(|text| self.words.get(range(&self.ends, text)).unwrap_or_default())
    }

    fn bytes(&self) -> usize {
        self.evidence.bytes()
            + 4 * (self.skeletons.len() + self.words.len() + self.ends.len() + self.entry_ends.len())
    }
}

fn range(ends: &[u32], at: usize) -> std::ops::Range<usize> {
    let end = |at: usize| ends.get(at).map_or(0, |&end| end as usize);
    (if at == 0 { 0 } else { end(at - 1) })..end(at)
}

impl Index {
    /// Reads all entries. Texts that are empty count for nothing. A FAQ of up to 150 texts is learnt at once; for a larger one call
    /// [`learn`](Self::learn) when the page is idle.
    pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        Self::build_with(entries, Weights::default())
    }

    /// [`build`](Self::build) with other weights, to see what a kind of evidence adds.
    pub fn build_with<'a>(entries: impl IntoIterator<Item = Entry<'a>>, weights: Weights) -> Self {
        let entries: Vec<Entry<'a>> = entries.into_iter().collect();
        let mut builder = Builder::new(weights);
        entries.iter().for_each(|entry| builder.add(entry));
        let mut index = builder.finish();
        if index.texts.ends.len() <= LEARNT_AT_ONCE {
            index.learn(entries);
        }
        index
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
        map + 4 * self.rarities.len()
            + self.texts.bytes()
            + self.by_feature.bytes()
            + self.learnt.bytes()
            + self.lexicon.bytes()
            + self.vocabulary.bytes()
    }

    /// How rare a piece of evidence is that no entry has.
    pub(crate) fn unseen_rarity(&self) -> f32 {
        rarity(0, self.entries, self.weights.rarity)
    }
}

/// The inverse document frequency, among entries.
pub(crate) fn rarity(seen_in: u32, entries: usize, power: f32) -> f32 {
    (1.0 + entries as f32 / (seen_in as f32).max(0.5)).ln().powf(power)
}
