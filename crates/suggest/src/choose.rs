//! Picks from several lists of candidates, with variety.

use std::collections::HashMap;

use crate::{catalogue::Catalogue, recommender::Wish, suggestion::Suggestion};

/// Candidates, the best first.
pub(crate) enum Source {
    /// Sessions speak for them.
    Together(Vec<Suggestion>),
    /// They are like what was looked at.
    Alike(Vec<Suggestion>),
    /// What the seller's data say.
    Known(Vec<Suggestion>),
}

impl Source {
    fn into_list(self) -> Vec<Suggestion> {
        match self {
            Self::Together(list) | Self::Alike(list) | Self::Known(list) => list,
        }
    }
}

/// Which of the four lists has the first word at each place; when it has nothing left, the others in their order.
const TURNS: [usize; 8] = [0, 0, 1, 2, 0, 1, 3, 0];

/// What is picked so far.
pub(crate) struct Chooser<'a> {
    catalogue: &'a Catalogue,
    /// By place: not to be picked, or picked already.
    barred: Vec<bool>,
    of_category: HashMap<u32, usize>,
    per_category: usize,
    count: usize,
    picked: Vec<Suggestion>,
    /// Passed over for being one too many of their category.
    passed_over: Vec<Suggestion>,
}

impl<'a> Chooser<'a> {
    pub(crate) fn new(catalogue: &'a Catalogue, barred: Vec<bool>, wish: &Wish<'_>) -> Self {
        let per_category = if wish.per_category == 0 { usize::MAX } else { wish.per_category };
        Self {
            catalogue,
            barred,
            of_category: HashMap::new(),
            per_category,
            count: wish.count.min(catalogue.len()),
            picked: Vec::new(),
            passed_over: Vec::new(),
        }
    }

    pub(crate) fn is_barred(&self, place: usize) -> bool {
        self.barred.get(place).copied().unwrap_or(true)
    }

    /// Lets four lists take turns until they are at their end or there is enough.
    pub(crate) fn take_turns(&mut self, sources: [Source; 4]) {
        let mut lists = sources.map(|source| source.into_list().into_iter());
        for turn in TURNS.iter().cycle() {
            if self.picked.len() >= self.count {
                return;
            }
            let order = std::iter::once(*turn).chain(0..lists.len());
            if !order.into_iter().any(|list| self.pick(&mut lists[list])) {
                return;
            }
        }
    }

    /// Goes on with one list.
    pub(crate) fn fill(&mut self, source: Source) {
        let mut list = source.into_list().into_iter();
        while self.picked.len() < self.count && self.pick(&mut list) {}
    }

    /// Picks the next of a list that may be picked.
    fn pick(&mut self, list: &mut impl Iterator<Item = Suggestion>) -> bool {
        for suggestion in list {
            if self.is_barred(suggestion.place) {
                continue;
            }
            self.barred[suggestion.place] = true;
            if let Some(category) = self.catalogue.facts[suggestion.place].category {
                let taken = self.of_category.entry(category).or_default();
                if *taken >= self.per_category {
                    self.passed_over.push(suggestion);
                    continue;
                }
                *taken += 1;
            }
            self.picked.push(suggestion);
            return true;
        }
        false
    }

    /// What was picked. Rather one more of a category than an empty place.
    pub(crate) fn finish(mut self) -> Vec<Suggestion> {
        let room = self.count.saturating_sub(self.picked.len());
        self.picked.extend(self.passed_over.into_iter().take(room));
        self.picked
    }
}
