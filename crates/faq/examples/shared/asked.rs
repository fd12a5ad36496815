//! What the engine makes of a set's questions, as the confidence is fitted to it.

use alap_faq::Weights;

use super::{fit::Example, set::Set};

/// What came of a question: what the confidence is made of, and whether the first entry was right; `None` where none could be.
pub(crate) struct Asked {
    pub(crate) signs: Vec<f64>,
    pub(crate) is_right: Option<bool>,
}

/// Asks all questions of a set.
pub(crate) fn ask(set: &Set, weights: Weights) -> Vec<Asked> {
    let index = set.index(weights);
    let asked = set.queries.iter().map(|query| {
        let (best, signs) = index.inspect(&query.query);
        let is_right = best.is_some_and(|entry| set.is_right(query, entry));
        Asked {
            // Where no entry has any evidence there is nothing to be sure of.
            signs: signs.map(|signs| signs.features().map(f64::from).to_vec()).unwrap_or_default(),
            is_right: query.gold_faq_id.as_ref().map(|_| is_right),
        }
    });
    asked.collect()
}

/// What tells questions that have an answer from those that have none, each set counting alike. A wrong first entry says little of either, so
/// it is left out.
pub(crate) fn told_apart(sets: &[Vec<Asked>]) -> Vec<Example<'_>> {
    sets.iter()
        .flat_map(|set| {
            let weight = 1.0 / set.len().max(1) as f64;
            let told = set.iter().filter(|a| a.is_right != Some(false));
            told.map(move |a| Example { signs: &a.signs, holds: a.is_right.is_some(), weight })
        })
        .collect()
}
