//! What of a text counts as evidence, and how much.

use crate::{Weights, analysis::Word, hashing::hash, lexicon::Lexicon};

/// One piece of evidence: its hash and its weight in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Feature {
    pub(crate) hash: u32,
    pub(crate) weight: f32,
}

/// All evidence of a text, each piece once.
pub(crate) fn features(words: &[Word], lexicon: &Lexicon, weights: &Weights) -> Vec<Feature> {
    let mut found = Vec::with_capacity(words.len() * 16);
    let mut add = |hash, weight| {
        if weight > 0.0 {
            found.push(Feature { hash, weight });
        }
    };
    for word in words {
        if word.is_number {
            // A long number is an order or a phone: that there is one says more than which.
            let shape = if word.text.len() > 3 { "…" } else { word.text.as_str() };
            add(hash(b'#', &[shape]), weights.number);
            continue;
        }
        let part = if word.is_question { weights.question } else if word.is_small { weights.function_word } else { 1.0 };
        add(hash(b'w', &[&word.text]), weights.word * part);
        add(hash(b't', &[&word.stem]), weights.stem * part);
        add(hash(b's', &[&word.sound]), weights.sound * part);
        add(hash(b'k', &[&word.skeleton]), weights.skeleton * part);
        grams(&word.sound, usize::MAX, weights, part, &mut add);
        bones(&word.skeleton, weights.bones * part, &mut add);
    }
    for pair in words.windows(2) {
        if let [a, b] = pair {
            let part = if a.is_small && b.is_small { weights.function_word } else { 1.0 };
            add(hash(b'p', &[&a.skeleton, &b.skeleton]), weights.pair * part);
            if weights.joint > 0.0 {
                let mut ends: Vec<char> = a.sound.chars().rev().take(2).collect();
                ends.reverse();
                ends.push(' ');
                ends.extend(b.sound.chars().take(2));
                ends.windows(4).for_each(|w| add(hash_chars(b'j', w), weights.joint));
            }
        }
    }
    for concept in lexicon.concepts(words) {
        add(concept.hash(), weights.concept * concept.sure);
    }
    merge(found)
}

/// Groups of two to five letters of `^sound$`, up to the letter `upto`.
fn grams(sound: &str, upto: usize, weights: &Weights, part: f32, add: &mut impl FnMut(u32, f32)) {
    let marked: Vec<char> =
        std::iter::once('^').chain(sound.chars()).chain(std::iter::once('$')).take(upto).collect();
    let scale = part / (marked.len().max(3) as f32 - 2.0).powf(weights.longer) * 5.0_f32.powf(weights.longer - 0.5);
    for (size, weight) in [(2, weights.grams2), (3, weights.grams3), (4, weights.grams4), (5, weights.grams5)]
    {
        if weight > 0.0 {
            for gram in marked.windows(size) {
                let start = if gram.first() == Some(&'^') { weights.prefix } else { 1.0 };
                add(hash_chars(b'g', gram), weight * scale * start);
            }
        }
    }
}

fn bones(skeleton: &str, weight: f32, add: &mut impl FnMut(u32, f32)) {
    let marked: Vec<char> = std::iter::once('^')
        .chain(skeleton.chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')))
        .chain(std::iter::once('$'))
        .collect();
    let scale = weight / (marked.len().max(3) as f32 - 2.0).sqrt();
    for gram in marked.windows(3) {
        add(hash_chars(b'b', gram), scale);
    }
}

fn hash_chars(seed: u8, chars: &[char]) -> u32 {
    let mut buffer = [0_u8; 24];
    let mut used = 0;
    for c in chars {
        if let Some(space) = buffer.get_mut(used..) {
            used += c.encode_utf8(space).len();
        }
    }
    hash(seed, &[std::str::from_utf8(buffer.get(..used).unwrap_or_default()).unwrap_or_default()])
}

/// A piece of evidence found twice counts a little more, not twice.
fn merge(mut found: Vec<Feature>) -> Vec<Feature> {
    found.sort_unstable_by(|a, b| a.hash.cmp(&b.hash).then(b.weight.total_cmp(&a.weight)));
    let mut out: Vec<Feature> = Vec::with_capacity(found.len());
    let mut times = 1.0_f32;
    for feature in found {
        match out.last_mut() {
            Some(last) if last.hash == feature.hash => {
                last.weight *= (1.0 + (times + 1.0).ln()) / (1.0 + times.ln());
                times += 1.0;
            }
            _ => {
                out.push(feature);
                times = 1.0;
            }
        }
    }
    out
}

/// The evidence of a word that may go on: its letters from the start, its end left open.
pub(crate) fn beginning(word: &Word, weights: &Weights) -> Vec<Feature> {
    let mut found = Vec::new();
    let mut add = |hash, weight| found.push(Feature { hash, weight });
    grams(&word.sound, word.sound.chars().count() + 1, weights, 1.0, &mut add);
    add(hash(b's', &[&word.sound]), weights.sound);
    found
}
