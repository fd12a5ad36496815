//! The few products below an answer in the talk.

use alap_suggest::{Event, Kind, Near, Reason, Suggestion, Wish};

use crate::rows::{Place, ROW, Shelf, places};

/// The most products below an answer.
const BELOW: usize = 3;
/// Answers from one row below an answer to the next.
const APART: usize = 3;

impl Shelf<'_> {
    /// What fits below an answer in the talk: only what has to do with the product on the page, with those that were
    /// spoken of (the last one last), or with the history; nothing where no history may be used.
    pub fn below_answer(&self, spoken_of: &[&str]) -> Vec<Place> {
        let Some(history) = self.history else { return Vec::new() };
        let mut history = history.clone();
        history.add(
            spoken_of.iter().map(|product| Event {
                product: (*product).to_owned(),
                kind: Kind::View,
                at: self.now,
                dwell: 0,
                near: Near::default(),
            }),
            self.now,
        );
        let catalogue = self.recommender.catalogue();
        let without: Vec<usize> = spoken_of.iter().filter_map(|product| catalogue.place(product)).collect();
        let viewing = self.viewing.or(spoken_of.last().copied());
        let wish = Wish { count: ROW, viewing, ..self.wish(&without) };
        let fits =
            |found: &Suggestion| matches!(found.reason, Reason::LookedAt { .. } | Reason::Together { .. });
        places(self.recommender.for_you(&history, &wish).into_iter().filter(fits).take(BELOW))
    }
}

/// May products stand below this answer of the bot, the `answers`-th of the talk? `last` is the answer that they stood
/// below last: they stay there, and come again three answers later.
pub fn below_answer_now(answers: usize, last: Option<usize>) -> bool {
    last.is_none_or(|last| answers == last || answers >= last + APART)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_come_below_one_answer_of_three() {
        let mut last = None;
        let shown: Vec<usize> = (1..=8)
            .filter(|answers| {
                let now = below_answer_now(*answers, last);
                if now {
                    last = Some(*answers);
                }
                now
            })
            .collect();
        assert_eq!(shown, [1, 4, 7]);
        assert!(below_answer_now(7, Some(7)), "they stay where they are");
    }
}
