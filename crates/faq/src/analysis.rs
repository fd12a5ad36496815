//! A text taken apart into words with their sounds.

use alap_text::{is_function_word, normalize, phonetic, script::Script, stem, tokens};

/// Longer texts are read up to here: 4,000 characters of one message are more than any question needs.
const LONGEST: usize = 200;

/// A word of a text, in every form that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) sound: String,
    pub(crate) stem: String,
    pub(crate) skeleton: String,
    pub(crate) is_number: bool,
    pub(crate) is_small: bool,
    pub(crate) is_question: bool,
}

/// The words of `text`, in order, up to a bound.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let text = normalize(text);
    tokens(&text)
        .take(LONGEST)
        .map(|token| {
            let sound = short(phonetic::sound(token.text));
            Word {
                text: token.text.to_owned(),
                stem: short(phonetic::sound(&stem::stem(token.text))),
                skeleton: phonetic::skeleton(&sound),
                sound,
                is_question: alap_text::is_question_word(token.text),
                is_number: token.is_number,
                is_small: token.script != Script::Other && is_function_word(token.text),
            }
        })
        .collect()
}

/// No word is longer; a run of 10,000 letters is none.
fn short(mut sound: String) -> String {
    if let Some((at, _)) = sound.char_indices().nth(40) {
        sound.truncate(at);
    }
    sound
}
