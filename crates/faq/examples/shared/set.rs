//! A set of questions as it lies in two files: the entries, and what was asked with the entry that is right.

use std::{error::Error, fs, path::Path};

use alap_faq::{Entry, Index, Weights};
use serde::Deserialize;

/// The entries and the questions.
pub(crate) struct Set {
    faq: Vec<FaqLine>,
    /// What was asked.
    pub(crate) queries: Vec<QueryLine>,
}

#[derive(Deserialize)]
struct FaqLine {
    id: String,
    question: String,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    variants: Vec<String>,
}

/// One question.
#[derive(Deserialize)]
pub(crate) struct QueryLine {
    /// What was typed.
    pub(crate) query: String,
    /// The right entry; none where handing over is right.
    pub(crate) gold_faq_id: Option<String>,
    #[serde(default)]
    also_ok: Vec<String>,
}

impl Set {
    /// Reads both files.
    pub(crate) fn read(faq: &Path, queries: &Path) -> Result<Self, Box<dyn Error>> {
        Ok(Self { faq: lines(faq)?, queries: lines(queries)? })
    }

    /// The index of the entries, learnt.
    pub(crate) fn index(&self, weights: Weights) -> Index {
        let entries: Vec<Entry<'_>> = self.faq.iter().map(FaqLine::entry).collect();
        let mut index = Index::build_with(entries.iter().cloned(), weights);
        index.learn(entries);
        index
    }

    /// Whether an entry answers a question.
    pub(crate) fn is_right(&self, query: &QueryLine, entry: usize) -> bool {
        let Some(line) = self.faq.get(entry) else { return false };
        query.gold_faq_id.as_ref() == Some(&line.id) || query.also_ok.contains(&line.id)
    }
}

impl FaqLine {
    fn entry(&self) -> Entry<'_> {
        let texts = std::iter::once(&self.question).chain(&self.variants);
        Entry { id: &self.id, texts: texts.map(String::as_str).collect(), answers: vec![&self.answer] }
    }
}

fn lines<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let read = |(at, line)| {
        serde_json::from_str(line)
            .map_err(|error| format!("{}, line {}: {error}", path.display(), at + 1).into())
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}
