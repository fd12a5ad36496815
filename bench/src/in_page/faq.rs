//! The FAQ engine.

use alap_faq::{Entry, Index, small_talk};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Texts;

/// The texts, and the index once it is built.
#[wasm_bindgen]
pub struct Bench {
    texts: Texts,
    index: Index,
}

#[wasm_bindgen]
impl Bench {
    /// Makes the texts from the demo shop's FAQ; the index is empty.
    #[wasm_bindgen(constructor)]
    pub fn new(demo: &str) -> Self {
        Self { texts: Texts::make(demo), index: Index::build([]) }
    }

    /// Builds the index; says how many entries it has.
    pub fn build(&mut self) -> usize {
        self.index = Index::build(self.entries());
        self.index.len()
    }

    /// Learns the entries, as the page does when it is idle.
    pub fn learn(&mut self) {
        let entries = self.texts.entries.iter().map(|texts| as_entry(texts));
        self.index.learn(entries);
    }

    /// The bytes that the index holds.
    pub fn index_bytes(&self) -> usize {
        self.index.bytes()
    }

    /// How many questions there are in a way of writing.
    pub fn questions(&self, way: usize) -> usize {
        self.texts.questions.get(way).map_or(0, Vec::len)
    }

    /// Judges a question: how sure the engine is.
    pub fn ask(&self, way: usize, at: usize) -> f32 {
        self.index.judge(self.question(way, at)).confidence
    }

    /// Whether a question is small talk.
    pub fn is_small_talk(&self, way: usize, at: usize) -> bool {
        small_talk::recognise(self.question(way, at)).is_some()
    }

    /// How many keystrokes there are.
    pub fn keystrokes(&self) -> usize {
        self.texts.typed.len()
    }

    /// Suggests after a keystroke; says how many.
    pub fn suggest(&self, at: usize) -> usize {
        self.texts.typed.get(at).map_or(0, |typed| self.index.suggest(typed, 4).len())
    }
}

impl Bench {
    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.texts.entries.iter().map(|texts| as_entry(texts))
    }

    fn question(&self, way: usize, at: usize) -> &str {
        self.texts.questions.get(way).and_then(|questions| questions.get(at)).map_or("", String::as_str)
    }
}

fn as_entry(texts: &[String]) -> Entry<'_> {
    Entry { id: "", texts: texts.iter().map(String::as_str).collect(), answers: Vec::new() }
}
