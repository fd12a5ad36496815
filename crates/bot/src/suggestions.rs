//! Questions of the shop that what is being typed may become.

use alap_faq::Index;
use alap_protocol::pack::FaqEntry;
use alap_text::{is_function_word, is_question_word, normalize, phonetic, tokens};

/// So many candidates are looked at for each suggestion that is shown.
const CANDIDATES: usize = 4;

/// Up to `limit` entries, the likeliest first. The index ranks; only entries that the typed words really begin get
/// through, so that anything else suggests nothing.
pub(crate) fn suggest(index: &Index, typed: &str, faq: &[FaqEntry], limit: usize) -> Vec<usize> {
    let typed_words = Words::of(typed);
    if typed_words.0.is_empty() {
        return Vec::new();
    }
    let mut fitting: Vec<(usize, &FaqEntry)> = index
        .suggest(typed, limit * CANDIDATES)
        .into_iter()
        .filter_map(|place| Some((place, faq.get(place)?)))
        .filter(|(_, entry)| typed_words.begin(entry))
        .collect();
    // A few letters begin many questions: those that the seller made a chip of are asked most.
    fitting.sort_by_key(|(_, entry)| entry.chip.is_empty());
    fitting.into_iter().map(|(place, _)| place).take(limit).collect()
}

/// What was typed: the sounds of the words that tell what it is about, and their bones.
struct Words(Vec<(String, String)>);

/// Fewer bones are in too many words: then the sound has to begin one letter by letter.
const TELLING_BONES: usize = 4;

impl Words {
    fn of(typed: &str) -> Self {
        let text = normalize(typed);
        let all = || tokens(&text).take(30);
        let telling = all().filter(|token| !is_function_word(token.text) && !is_question_word(token.text));
        let mut words: Vec<_> = telling.map(|token| forms(token.text)).collect();
        if words.is_empty() {
            words = all().map(|token| forms(token.text)).collect();
        }
        words.retain(|(sound, _)| !sound.is_empty());
        Self(words)
    }

    /// Does the entry have words that begin so? Two of three are enough: one may be misspelt.
    fn begin(&self, entry: &FaqEntry) -> bool {
        let mut found = vec![false; self.0.len()];
        for text in entry.asked() {
            for token in tokens(&normalize(text)) {
                let (sound, bones) = forms(token.text);
                for (found, (typed, typed_bones)) in found.iter_mut().zip(&self.0) {
                    let by_bones =
                        typed_bones.len() >= TELLING_BONES && bones.starts_with(typed_bones.as_str());
                    *found |= sound.starts_with(typed.as_str()) || by_bones;
                }
            }
        }
        found.iter().filter(|found| **found).count() * 3 >= self.0.len() * 2
    }
}

/// The sound of a normalised word, and what of it survives any spelling of the vowels.
fn forms(word: &str) -> (String, String) {
    let sound = phonetic::sound(word);
    let bones = phonetic::skeleton(&sound);
    (sound, bones)
}
