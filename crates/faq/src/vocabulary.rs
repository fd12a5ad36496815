//! The words that the index knows, and what a misspelt one was meant to be.

use alap_text::phonetic;

use crate::{
    analysis::{Kind, Word},
    lexicon::Lexicon,
};

/// Shorter words have too many neighbours.
const SHORTEST: usize = 5;
/// From this length on, two slips are forgiven.
const LONG: usize = 8;

/// Sounds of the FAQ's words, sorted. Those of the lexicon stand there.
#[derive(Default)]
pub(crate) struct Vocabulary {
    sounds: Vec<Box<str>>,
}

impl Vocabulary {
    pub(crate) fn new(sounds: impl IntoIterator<Item = String>) -> Self {
        let mut sounds: Vec<Box<str>> =
            sounds.into_iter().filter(|sound| sound.len() >= SHORTEST).map(String::into_boxed_str).collect();
        sounds.sort_unstable();
        sounds.dedup();
        Self { sounds }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.sounds.iter().map(|sound| sound.len() + size_of::<Box<str>>()).sum()
    }

    /// The word that was probably meant: a word that nobody knows becomes the nearest known one, where one is near enough; of two as near,
    /// one of the FAQ.
    pub(crate) fn mend(&self, word: &mut Word, lexicon: &Lexicon) {
        let sound = word.sound.as_str();
        let can = word.kind == Kind::Content && sound.len() >= SHORTEST && sound.is_ascii();
        let is_known = || {
            self.sounds.binary_search_by(|known| known.as_ref().cmp(sound)).is_ok()
                || lexicon.singles().binary_search(&sound).is_ok()
        };
        if !can || is_known() {
            return;
        }
        let allowed = if sound.len() >= LONG { 2 } else { 1 };
        let near = |known: &str| {
            let slips = slips(sound.as_bytes(), known.as_bytes(), allowed)?;
            Some((slips, phonetic::skeleton(known) != word.skeleton))
        };
        let own = beginning_alike(&self.sounds, sound).iter().map(AsRef::as_ref);
        let lexicon = beginning_alike(lexicon.singles(), sound).iter().copied();
        let known = own.chain(lexicon.filter(|known| known.len() >= SHORTEST));
        let nearest = known.filter_map(|known| Some((near(known)?, known))).min_by_key(|found| found.0);
        if let Some((_, known)) = nearest {
            *word = word.mended(known);
        }
    }
}

/// Those of the sorted words that begin with the same letter.
fn beginning_alike<'a, T: AsRef<str>>(sorted: &'a [T], sound: &str) -> &'a [T] {
    let first = sound.get(..1).unwrap_or_default();
    let start = sorted.partition_point(|known| known.as_ref() < first);
    let rest = sorted.get(start..).unwrap_or_default();
    let end = rest.partition_point(|known| known.as_ref().starts_with(first));
    rest.get(..end).unwrap_or_default()
}

/// How many letters are wrong, missing, too many or swapped with their neighbour; `None` beyond `allowed`.
fn slips(a: &[u8], b: &[u8], allowed: usize) -> Option<usize> {
    const MOST: usize = 48;
    if a.len().abs_diff(b.len()) > allowed || a.len() >= MOST || b.len() >= MOST {
        return None;
    }
    let mut before = [0_usize; MOST];
    let mut last = [0_usize; MOST];
    let mut now = [0_usize; MOST];
    for (j, cell) in last.iter_mut().enumerate() {
        *cell = j;
    }
    for (i, &x) in a.iter().enumerate() {
        now[0] = i + 1;
        let mut least = now[0];
        for (j, &y) in b.iter().enumerate() {
            let mut cost = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(now[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == y && b[j - 1] == x {
                cost = cost.min(before[j - 1] + 1);
            }
            now[j + 1] = cost;
            least = least.min(cost);
        }
        if least > allowed {
            return None;
        }
        before = last;
        last = now;
    }
    Some(last[b.len()]).filter(|&slips| slips <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words;

    #[test]
    fn a_misspelt_word_finds_the_known_one() {
        let vocabulary = Vocabulary::new(["oaranti", "repund", "stk"].map(String::from));
        let check = |typed, expected: &str| {
            let mut word = words(typed).remove(0);
            vocabulary.mend(&mut word, Lexicon::get());
            assert_eq!(word.sound, expected, "{typed}");
        };
        check("refnud", "repund");
        check("refun", "repund");
        check("reffund", "repund");
        check("demand", "demand");
        check("রিফান্ড", "ripand");
        check("ok", "ok");
    }

    #[test]
    fn slips_are_counted() {
        let check = |a: &str, b: &str, expected| {
            assert_eq!(slips(a.as_bytes(), b.as_bytes(), 2), expected, "{a} {b}")
        };
        check("refund", "refund", Some(0));
        check("refnud", "refund", Some(1));
        check("refd", "refund", Some(2));
        check("abc", "xyz", None);
        check("", "ab", Some(2));
    }
}
