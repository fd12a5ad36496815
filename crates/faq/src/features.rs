//! What of a text counts as evidence, and how much.

use crate::{
    Weights,
    analysis::{Kind, LONGEST_WORD, Word},
    hashing::{hash_chars, join},
    lexicon::Lexicon,
};

/// One piece of evidence: its hash and its weight in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Feature {
    pub(crate) hash: u32,
    pub(crate) weight: f32,
}

/// All evidence of a text, each piece once.
pub(crate) fn of_text(words: &[Word], lexicon: &Lexicon, weights: &Weights) -> Vec<Feature> {
    let mut found = Vec::with_capacity(words.len() * 24);
    for word in words {
        of_word(word, lexicon, weights, &mut found);
    }
    let words: Vec<&Word> = words.iter().collect();
    for start in 0..words.len() {
        of_neighbours(words.get(start..).unwrap_or_default(), lexicon, weights, &mut found);
    }
    merge(found)
}

/// What a word says by itself.
pub(crate) fn of_word(word: &Word, lexicon: &Lexicon, weights: &Weights, found: &mut Vec<Feature>) {
    let part = match word.kind {
        Kind::LongNumber => return found.push(Feature { hash: join(b'#', &[]), weight: weights.number }),
        Kind::Number => return found.push(Feature { hash: word.written, weight: weights.number }),
        Kind::Content => 1.0,
        Kind::Question => weights.question,
        Kind::Small => weights.small_word,
    };
    found.push(Feature { hash: word.sound_key, weight: weights.sound * part });
    letters(&word.sound, true, weights, part, found);
    lexicon.of_word(word, &mut |concept| {
        found.push(Feature { hash: concept.hash(), weight: weights.concept * concept.sure })
    });
}

/// What the first of some words says together with those behind it.
pub(crate) fn of_neighbours(words: &[&Word], lexicon: &Lexicon, weights: &Weights, found: &mut Vec<Feature>) {
    let [a, b, ..] = words else { return };
    lexicon.of_phrases(words, &mut |concept| {
        found.push(Feature { hash: concept.hash(), weight: weights.concept * concept.sure })
    });
    if a.is_number() || b.is_number() {
        return;
    }
    let part = if a.kind == Kind::Small && b.kind == Kind::Small { weights.small_word } else { 1.0 };
    found.push(Feature { hash: join(b'p', &[a.skeleton_key, b.skeleton_key]), weight: weights.pair * part });
    let mut gap = ['\0'; 5];
    let mut used = 0;
    let last_two = a.sound.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    let ends = a.sound.get(last_two..).unwrap_or_default().chars();
    for (place, c) in gap.iter_mut().zip(ends.chain([' ']).chain(b.sound.chars().take(2))) {
        *place = c;
        used += 1;
    }
    for letters in gap.get(..used).unwrap_or_default().windows(4) {
        found.push(Feature { hash: hash_chars(b'j', letters), weight: weights.gap });
    }
}

/// The evidence of a word that may go on: its letters from the start, its end left open.
pub(crate) fn of_beginning(word: &Word, weights: &Weights) -> Vec<Feature> {
    let mut found = vec![Feature { hash: word.sound_key, weight: weights.sound }];
    letters(&word.sound, false, weights, 1.0, &mut found);
    merge(found)
}

/// Groups of two to four letters of a sound, with its start and perhaps its end marked.
fn letters(sound: &str, is_whole: bool, weights: &Weights, part: f32, found: &mut Vec<Feature>) {
    let marked = Marked::new(sound, is_whole);
    let marked = marked.letters();
    let scale = part * spread(marked.len());
    for (size, weight) in [(2, weights.letters_2), (3, weights.letters_3), (4, weights.letters_4)] {
        let weight = weight * scale;
        if weight > 0.0 {
            found.extend(marked.windows(size).map(|group| Feature { hash: hash_chars(b'g', group), weight }));
        }
    }
}

/// Letters between marks for the start and the end of the word. No word is longer than this has room for.
struct Marked {
    letters: [char; LONGEST_WORD + 2],
    used: usize,
}

impl Marked {
    fn new(sound: &str, is_whole: bool) -> Self {
        let mut marked = Self { letters: ['^'; LONGEST_WORD + 2], used: 1 };
        for (place, c) in marked.letters.iter_mut().skip(1).zip(sound.chars().chain(is_whole.then_some('$')))
        {
            *place = c;
            marked.used += 1;
        }
        marked
    }

    fn letters(&self) -> &[char] {
        self.letters.get(..self.used).unwrap_or_default()
    }
}

/// The groups of a long word share its weight, so that it does not drown the short ones.
fn spread(marked: usize) -> f32 {
    (marked.max(3) as f32 - 2.0).sqrt().recip()
}

/// A piece of evidence found twice counts a little more, not twice.
fn merge(mut found: Vec<Feature>) -> Vec<Feature> {
    found.retain(|feature| feature.weight > 0.0);
    found.sort_unstable_by(|a, b| a.hash.cmp(&b.hash).then(b.weight.total_cmp(&a.weight)));
    let mut times = 1.0_f32;
    found.dedup_by(|again, first| {
        let same = again.hash == first.hash;
        if same {
            first.weight *= (1.0 + (times + 1.0).ln()) / (1.0 + times.ln());
            times += 1.0;
        } else {
            times = 1.0;
        }
        same
    });
    found
}
