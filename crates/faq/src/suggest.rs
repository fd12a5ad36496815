//! Suggestions while the shopper is still typing.

use crate::{Index, analysis::words, features, query::ranked};

impl Index {
    /// Up to `limit` entries that what was typed so far may lead to, the likeliest first. The last word may be unfinished.
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<usize> {
        let mut words = words(typed);
        let unfinished = if typed.ends_with(char::is_whitespace) { None } else { words.pop() };
        let mut evidence = features::of_text(&words, self.lexicon, &self.weights);
        evidence.extend(unfinished.iter().flat_map(|word| features::of_beginning(word, &self.weights)));
        ranked(&self.scores(&self.asked(&evidence))).into_iter().take(limit).map(|r| r.entry).collect()
    }
}
