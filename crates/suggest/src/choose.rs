//! Picks from several lists of candidates, with variety.

use crate::{catalogue::Catalogue, recommender::Wish, suggestion::Suggestion};

/// Candidates, the best first; made as they are asked for.
pub(crate) type Source<'a> = &'a mut dyn Iterator<Item = Suggestion>;

/// Which of the four lists has the first word at each place; when it has nothing left, the others in their order.
const TURNS: [usize; 8] = [0, 0, 1, 2, 0, 1, 3, 0];

/// What is picked so far.
pub(crate) struct Chooser<'a> {
    catalogue: &'a Catalogue,
    /// By place: not to be picked, or picked already.
    barred: Vec<bool>,
    /// Categories, and how many are picked of each.
    of_category: Vec<(u32, usize)>,
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
            of_category: Vec::new(),
            per_category,
            count: wish.count.min(catalogue.len()),
            picked: Vec::new(),
            passed_over: Vec::new(),
        }
    }

    pub(crate) fn is_barred(&self, place: usize) -> bool {
        self.barred.get(place).copied().unwrap_or(true)
    }

    /// Nothing more is wanted.
    pub(crate) fn is_full(&self) -> bool {
        self.picked.len() >= self.count
    }

    /// Lets four lists take turns until they are at their end or there is enough.
    pub(crate) fn take_turns(&mut self, mut lists: [Source<'_>; 4]) {
        for turn in TURNS.iter().cycle() {
            if self.is_full() {
                return;
            }
            let mut order = std::iter::once(*turn).chain(0..lists.len());
            if !order.any(|list| self.pick(&mut *lists[list])) {
                return;
            }
        }
    }

    /// Goes on with one list.
    pub(crate) fn fill(&mut self, list: Source<'_>) {
        while !self.is_full() && self.pick(&mut *list) {}
    }

    /// Picks the next of a list that may be picked.
    fn pick(&mut self, list: Source<'_>) -> bool {
        for suggestion in list {
            if self.is_barred(suggestion.place) {
                continue;
            }
            self.barred[suggestion.place] = true;
            if self.is_too_many(suggestion.place) {
                self.passed_over.push(suggestion);
                continue;
            }
            self.picked.push(suggestion);
            return true;
        }
        false
    }

    /// Counts a product towards its category. Those without one are all different.
    fn is_too_many(&mut self, place: usize) -> bool {
        let Some(category) = self.catalogue.facts[place].category else { return false };
        match self.of_category.iter_mut().find(|(known, _)| *known == category) {
            Some((_, taken)) if *taken >= self.per_category => return true,
            Some((_, taken)) => *taken += 1,
            None => self.of_category.push((category, 1)),
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
