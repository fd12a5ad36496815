//! What words mean, so that an English question finds an entry written in Bangla.

use std::sync::LazyLock;

use alap_text::phonetic;

use crate::{
    analysis::{Kind, Word},
    hashing::{hash, join},
};

/// One meaning a line, made by `build.rs` from the files in `lexicon/`.
const MEANINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));
/// Marks the number of a meaning of which a word is only a kind: a city abroad, one of the colours.
const KIND: u16 = 0x8000;
/// How surely such a word has that meaning.
const OF_A_KIND: f32 = 0.7;
/// Shorter skeletons are those of too many words.
const SHORTEST_SKELETON: usize = 4;

/// Phrases are up to so many words.
const LONGEST_PHRASE: usize = 3;

/// The words of the files in `lexicon/`, by their sound and, for misspellings, by their skeleton.
pub(crate) struct Lexicon {
    sounds: Meanings,
    skeletons: Meanings,
    /// The sounds of its words, sorted.
    singles: Vec<&'static str>,
    /// Whether any phrase starts with a sound whose hash ends so.
    phrase_starts: Box<[bool; 4096]>,
}

/// Sorted by hash.
type Meanings = Vec<(u32, u16)>;

/// A meaning that words have, and how surely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Concept {
    pub(crate) number: u16,
    pub(crate) sure: f32,
}

impl Concept {
    /// The meaning as a piece of evidence.
    pub(crate) fn hash(self) -> u32 {
        join(b'c', &[u32::from(self.number)])
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

impl Lexicon {
    /// The one there is.
    pub(crate) fn get() -> &'static Self {
        &LEXICON
    }

    fn new() -> Self {
        let mut phrase_starts = Box::new([false; 4096]);
        let (mut sounds, mut skeletons, mut singles) = (Vec::new(), Vec::new(), Vec::new());
        for (number, line) in MEANINGS.lines().enumerate() {
            let number = number as u16;
            for item in line.split(' ') {
                let (number, item) = match item.strip_prefix('~') {
                    Some(item) => (number | KIND, item),
                    None => (number, item),
                };
                if let Some((first, _)) = item.split_once('_') {
                    let starts = phrase_starts.get_mut(hash(b's', first) as usize % 4096);
                    starts.into_iter().for_each(|starts| *starts = true);
                    let words: Vec<u32> = item.split('_').map(|sound| hash(b's', sound)).collect();
                    sounds.push((join(b'l', &words), number));
                    continue;
                }
                let (is_small, item) = match item.strip_prefix('.') {
                    Some(rest) => (true, rest),
                    None => (false, item),
                };
                let (sound, stem) = item.split_once('/').unwrap_or((item, item));
                sounds.push((join(b'l', &[hash(b's', sound)]), number));
                if stem != sound {
                    sounds.push((join(b'l', &[hash(b's', stem)]), number));
                }
                let skeleton = phonetic::skeleton(sound);
                if !is_small && skeleton.len() >= SHORTEST_SKELETON {
                    skeletons.push((hash(b'k', &skeleton), number));
                }
                singles.push(sound);
            }
        }
        for meanings in [&mut sounds, &mut skeletons] {
            meanings.sort_unstable();
            meanings.dedup();
        }
        singles.sort_unstable();
        singles.dedup();
        Self { sounds, skeletons, singles, phrase_starts }
    }

    /// What a word means by itself.
    pub(crate) fn of_word(&self, word: &Word, found: &mut impl FnMut(Concept)) {
        let mut is_known = meanings(&self.sounds, join(b'l', &[word.sound_key]), 1.0, found);
        if word.stem_key != word.sound_key {
            is_known |= meanings(&self.sounds, join(b'l', &[word.stem_key]), 1.0, found);
        }
        if !is_known && tells(word) {
            meanings(&self.skeletons, word.skeleton_key, MISSPELT, found);
        }
    }

    /// What the phrases mean that start with the first of the words.
    pub(crate) fn of_phrases(&self, words: &[&Word], found: &mut impl FnMut(Concept)) {
        let start = words.first().and_then(|first| self.phrase_starts.get(first.sound_key as usize % 4096));
        if start != Some(&true) {
            return;
        }
        for size in 2..=LONGEST_PHRASE {
            if let Some(phrase) = words.get(..size) {
                meanings(&self.sounds, key(phrase), 1.0, found);
            }
        }
    }

    /// The sounds of its single words, sorted.
    pub(crate) fn singles(&self) -> &[&'static str] {
        &self.singles
    }

    pub(crate) fn bytes(&self) -> usize {
        let singles = self.singles.len() * size_of::<&str>();
        (self.sounds.len() + self.skeletons.len()) * size_of::<(u32, u16)>() + singles
    }
}

/// How surely a word is meant of which only the skeleton fits.
const MISSPELT: f32 = 0.6;

/// Whether the skeleton of a word is long enough to tell it from others.
fn tells(word: &Word) -> bool {
    word.kind == Kind::Content && word.skeleton.len() >= SHORTEST_SKELETON
}

fn meanings(known: &Meanings, key: u32, sure: f32, found: &mut impl FnMut(Concept)) -> bool {
    let start = known.partition_point(|m| m.0 < key);
    let mut any = false;
    for &(_, number) in known.iter().skip(start).take_while(|m| m.0 == key) {
        let sure = if number & KIND == 0 { sure } else { sure * OF_A_KIND };
        found(Concept { number: number & !KIND, sure });
        any = true;
    }
    any
}

fn key(words: &[&Word]) -> u32 {
    match words {
        [a] => join(b'l', &[a.sound_key]),
        [a, b] => join(b'l', &[a.sound_key, b.sound_key]),
        [a, b, c] => join(b'l', &[a.sound_key, b.sound_key, c.sound_key]),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words;

    #[test]
    fn three_ways_of_writing_mean_the_same() {
        let lexicon = Lexicon::get();
        let check = |bangla, banglish, english| {
            let means = |text: &str| {
                let (words, mut found) = (words(text), Vec::new());
                let refs: Vec<&Word> = words.iter().collect();
                words
                    .iter()
                    .for_each(|word| lexicon.of_word(word, &mut |concept| found.push(concept.number)));
                (0..words.len()).for_each(|at| {
                    lexicon.of_phrases(&refs[at..], &mut |concept| found.push(concept.number))
                });
                found
            };
            let common = |a: &str, b: &str| means(a).iter().any(|c| means(b).contains(c));
            assert!(common(bangla, english) && common(banglish, english), "{bangla} {banglish} {english}");
        };
        check("দাম", "daam", "price");
        check("রং", "rong", "colour");
        check("ফেরত", "ferot", "return");
        check("হাতে পেয়ে টাকা", "cod", "cash on delivery");
        check("কতদিন", "koto din", "how long");
        check("বদলাতে", "bodla", "exchange");
    }
}
