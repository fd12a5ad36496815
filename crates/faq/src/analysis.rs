//! A text taken apart into words with their sounds.

use alap_text::{
    Token, is_function_word, is_question_word, normalize, phonetic, script::Script, stem, tokens,
};

use crate::hashing::hash;

/// So many words of a text are read: no question needs more.
pub(crate) const LONGEST: usize = 200;
/// No word is longer; a run of 10,000 letters is none.
pub(crate) const LONGEST_WORD: usize = 40;

/// A word of a text, in every form that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    /// Hash of the word as it is written.
    pub(crate) written: u32,
    pub(crate) sound: String,
    pub(crate) skeleton: String,
    /// Hashes of the sound, of the stem's sound and of the skeleton.
    pub(crate) sound_key: u32,
    pub(crate) stem_key: u32,
    pub(crate) skeleton_key: u32,
    pub(crate) kind: Kind,
}

/// What a word is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It says what the text is about.
    Content,
    /// "কত", "how".
    Question,
    /// "the", "ami", "কি".
    Small,
    /// A number of up to three digits.
    Number,
    /// An order, a phone, an amount: that there is one says more than which.
    LongNumber,
}

/// The words of `text`, in order, up to a bound.
pub(crate) fn words(text: &str) -> Vec<Word> {
    tokens(&normalize(text)).take(LONGEST).map(Word::new).collect()
}

impl Word {
    /// Of a token of normalised text.
    pub(crate) fn new(token: Token<'_>) -> Self {
        let kind = match token.text {
            number if token.is_number && number.len() > 3 => Kind::LongNumber,
            _ if token.is_number => Kind::Number,
            _ if token.script == Script::Other => Kind::Content,
            word if is_question_word(word) => Kind::Question,
            word if is_function_word(word) => Kind::Small,
            _ => Kind::Content,
        };
        let word = Self::sounding(hash(b'w', token.text), short(phonetic::sound(token.text)), kind);
        match stem::stem(token.text) {
            stem if stem == token.text => word,
            stem => Self { stem_key: hash(b's', &short(phonetic::sound(&stem))), ..word },
        }
    }

    /// The word with another sound: what it was meant to be.
    pub(crate) fn mended(&self, sound: &str) -> Self {
        Self::sounding(self.written, sound.to_owned(), self.kind)
    }

    fn sounding(written: u32, sound: String, kind: Kind) -> Self {
        let skeleton = phonetic::skeleton(&sound);
        let sound_key = hash(b's', &sound);
        Self {
            written,
            sound_key,
            stem_key: sound_key,
            skeleton_key: hash(b'k', &skeleton),
            sound,
            skeleton,
            kind,
        }
    }

    pub(crate) fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::LongNumber)
    }
}

fn short(mut sound: String) -> String {
    if let Some((at, _)) = sound.char_indices().nth(LONGEST_WORD) {
        sound.truncate(at);
    }
    sound
}
