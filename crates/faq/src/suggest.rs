//! Suggestions while the shopper is still typing.

use crate::{Index, analysis::words};

impl Index {
    /// Up to `limit` entries that what was typed so far may lead to, the likeliest first. The last word may be unfinished.
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<usize> {
        let mut words = words(typed);
        let unfinished = if typed.ends_with(char::is_whitespace) { None } else { words.pop() };
        let mut evidence = self.evidence(&words);
        if let Some(word) = unfinished {
            evidence.extend(crate::features::beginning(&word, &self.weights));
        }
        let scores = self.scores(&self.asked(&evidence));
        crate::query::ranked(&scores).into_iter().take(limit).map(|r| r.entry).collect()
    }
}
