//! What words of shop talk mean, so that an English question finds an entry written in Bangla.

mod talk;

use crate::{
    analysis::{Word, words},
    hashing::hash,
};

/// Phrases are up to so many words.
const LONGEST_PHRASE: usize = 3;

/// The words of [`talk`], by their sound and, for misspellings, by their skeleton.
pub(crate) struct Lexicon {
    sounds: Meanings,
    skeletons: Meanings,
    single: Vec<String>,
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
        hash(b'c', &[&self.number.to_string()])
    }
}

impl Lexicon {
    pub(crate) fn new() -> Self {
        let (mut sounds, mut skeletons, mut single) = (Vec::new(), Vec::new(), Vec::new());
        for (number, line) in talk::TALK.lines().enumerate() {
            let number = number as u16;
            for phrase in line.split_whitespace() {
                let words = words(&phrase.replace('_', " "));
                sounds.push((key(words.iter().map(|w| w.sound.as_str())), number));
                if let [word] = words.as_slice() {
                    sounds.push((key([word.stem.as_str()]), number));
                    single.push(word.sound.clone());
                    if tells(word) {
                        skeletons.push((key([word.skeleton.as_str()]), number));
                    }
                }
            }
        }
        for meanings in [&mut sounds, &mut skeletons] {
            meanings.sort_unstable();
            meanings.dedup();
        }
        Self { sounds, skeletons, single }
    }

    /// What the words mean, alone and as phrases; each meaning once.
    pub(crate) fn concepts(&self, words: &[Word]) -> Vec<Concept> {
        let mut found = Vec::new();
        for start in 0..words.len() {
            for size in (2..=LONGEST_PHRASE).rev() {
                if let Some(phrase) = words.get(start..start + size) {
                    meanings(&self.sounds, key(phrase.iter().map(|w| w.sound.as_str())), 1.0, &mut found);
                }
            }
            if let Some(word) = words.get(start) {
                let before = found.len();
                meanings(&self.sounds, key([word.sound.as_str()]), 1.0, &mut found);
                meanings(&self.sounds, key([word.stem.as_str()]), 1.0, &mut found);
                if found.len() == before && tells(word) {
                    meanings(&self.skeletons, key([word.skeleton.as_str()]), MISSPELT, &mut found);
                }
            }
        }
        found.sort_unstable_by(|a, b| a.number.cmp(&b.number).then(b.sure.total_cmp(&a.sure)));
        found.dedup_by_key(|concept| concept.number);
        found
    }

    pub(crate) fn single_sounds(&self) -> impl Iterator<Item = &str> {
        self.single.iter().map(String::as_str)
    }

    pub(crate) fn bytes(&self) -> usize {
        (self.sounds.len() + self.skeletons.len()) * size_of::<(u32, u16)>()
    }
}

/// How surely a word is meant of which only the skeleton fits.
const MISSPELT: f32 = 0.6;

/// Whether the skeleton of a word is long enough to tell it from others.
fn tells(word: &Word) -> bool {
    !word.is_small && word.skeleton.chars().count() >= 4
}

fn meanings(known: &Meanings, key: u32, sure: f32, found: &mut Vec<Concept>) {
    let start = known.partition_point(|m| m.0 < key);
    found.extend(known.iter().skip(start).take_while(|m| m.0 == key).map(|m| Concept { number: m.1, sure }));
}

fn key<'a>(sounds: impl IntoIterator<Item = &'a str>) -> u32 {
    hash(b'l', &sounds.into_iter().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ways_of_writing_mean_the_same() {
        let lexicon = Lexicon::new();
        let check = |bangla, banglish, english| {
            let means =
                |text: &str| lexicon.concepts(&words(text)).into_iter().map(|c| c.number).collect::<Vec<_>>();
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
