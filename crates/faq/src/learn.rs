//! A light classifier over the seller's own variants: ridge regression on the likeness between texts.

use crate::{Entry, Index, analysis::words, features::of_text, rows::Rows};

/// Beyond this many texts it would take a phone too long.
const MOST_TEXTS: usize = 600;

/// What was learnt; nothing until [`Index::learn`].
#[derive(Default)]
pub(crate) struct Learnt {
    /// By text: its evidence, a vector of length one.
    texts: Rows,
    /// By text, then by entry: how much likeness to the text speaks for the entry.
    pulls: Vec<f32>,
}

/// Learning under way, in steps short enough to stand between two frames of a page.
///
/// ```
/// # use alap_faq::{Entry, Index, Learning};
/// # let entries: Vec<Entry<'_>> = Vec::new();
/// # let mut index = Index::build(entries.clone());
/// let mut learning = Learning::default();
/// for entry in &entries {
///     learning.add(&index, entry);
/// }
/// while learning.step() {} // … each step when the page is idle …
/// index.adopt(learning);
/// ```
#[derive(Default)]
pub struct Learning {
    texts: Rows,
    /// By text: its entry.
    owners: Vec<usize>,
    entries: usize,
    /// How many different pieces of evidence the index knows.
    features: usize,
    restraint: f32,
    /// By text: its likeness to those before it and to itself, already taken apart by Cholesky's decomposition.
    lower: Vec<Vec<f32>>,
    pulls: Vec<Vec<f32>>,
    /// How many texts have been solved back.
    solved: usize,
}

impl Index {
    /// Learns from the variants what tells the entries apart, given the same entries as to [`build`](Self::build): right answers go up by
    /// a point or two. It takes longer than building, so a page does it in the steps of [`Learning`]. Of a FAQ of more than 600 texts it
    /// reads the first of each entry, as many as there is room for. Does nothing where that is one text an entry.
    pub fn learn<'a>(&mut self, entries: impl IntoIterator<Item = Entry<'a>>) {
        let mut learning = Learning::default();
        entries.into_iter().for_each(|entry| learning.add(self, &entry));
        while learning.step() {}
        self.adopt(learning);
    }

    /// Takes over what was learnt. Nothing, if it was learnt from something else or is not done.
    pub fn adopt(&mut self, learning: Learning) {
        if learning.entries == self.entries && learning.is_done() && learning.can_learn() {
            let pulls = learning.pulls.into_iter().flatten().collect();
            self.learnt = Learnt { texts: learning.texts, pulls };
        }
    }
}

impl Learning {
    /// Reads the next entry, in the order in which the index got them.
    pub fn add(&mut self, index: &Index, entry: &Entry<'_>) {
        let owner = self.entries;
        self.entries += 1;
        self.features = index.rarities.len();
        self.restraint = index.weights.restraint;
        if index.weights.learnt == 0.0 || owner >= index.entries {
            return;
        }
        let all = index.texts.ends.len();
        let room = if all > MOST_TEXTS { MOST_TEXTS / index.entries } else { MOST_TEXTS };
        if room < 2 || all <= index.entries {
            return;
        }
        for text in entry.texts.iter().take(room) {
            let evidence = of_text(&words(text), index.lexicon, &index.weights);
            if !evidence.is_empty() {
                let asked = index.asked(&evidence).into_iter();
                self.texts.push(asked.map(|(number, strength)| (number as u32, strength)));
                self.owners.push(owner);
            }
        }
    }

    /// One text further. `false` when there is nothing left to do.
    pub fn step(&mut self) -> bool {
        if !self.can_learn() || self.is_done() {
            return false;
        }
        if self.lower.len() < self.owners.len() {
            self.take_apart_next();
        } else {
            self.solve_back_next();
        }
        true
    }

    /// There is something to tell apart, and not too much of it.
    fn can_learn(&self) -> bool {
        self.owners.len() <= MOST_TEXTS && self.owners.len() > self.entries
    }

    fn is_done(&self) -> bool {
        self.solved == self.owners.len()
    }

    /// The next row of the decomposition, and with it the pulls of its text solved forward: each text should speak for its own entry.
    fn take_apart_next(&mut self) {
        let at = self.lower.len();
        let text = spread_out(self.texts.row(at), self.features);
        let mut row: Vec<f32> = (0..=at).map(|other| likeness(&text, self.texts.row(other))).collect();
        for (j, other) in self.lower.iter().enumerate() {
            let known: f32 = row.iter().zip(other).take(j).map(|(a, b)| a * b).sum();
            if let (Some(cell), Some(diagonal)) = (row.get_mut(j), other.get(j)) {
                *cell = (*cell - known) / diagonal;
            }
        }
        let known: f32 = row.iter().take(at).map(|a| a * a).sum();
        let mut diagonal = 1.0;
        if let Some(own) = row.last_mut() {
            *own = (*own + self.restraint - known).max(1e-6).sqrt();
            diagonal = *own;
        }
        let owner = self.owners.get(at).copied().unwrap_or_default();
        let mut pulls: Vec<f32> =
            (0..self.entries).map(|entry| if entry == owner { 1.0 } else { 0.0 }).collect();
        self.pulls.iter().zip(&row).for_each(|(other, times)| subtract(&mut pulls, other, *times));
        pulls.iter_mut().for_each(|pull| *pull /= diagonal);
        self.pulls.push(pulls);
        self.lower.push(row);
    }

    /// The last text that is not yet solved back.
    fn solve_back_next(&mut self) {
        let at = self.owners.len() - self.solved - 1;
        self.solved += 1;
        let Some(row) = self.lower.get(at) else { return };
        let (before, rest) = self.pulls.split_at_mut(at);
        let Some(own) = rest.first_mut() else { return };
        let diagonal = row.last().copied().unwrap_or(1.0);
        own.iter_mut().for_each(|pull| *pull /= diagonal);
        before.iter_mut().zip(row).for_each(|(other, times)| subtract(other, own, *times));
    }
}

impl Learnt {
    /// Whether anything was learnt.
    pub(crate) fn is_some(&self) -> bool {
        !self.pulls.is_empty()
    }

    pub(crate) fn add_to(&self, scores: &mut [f32], asked: &[(usize, f32)], features: usize, share: f32) {
        if !self.is_some() || share == 0.0 {
            return;
        }
        let question = spread_out(asked.iter().copied(), features);
        for (text, pulls) in self.pulls.chunks_exact(scores.len().max(1)).enumerate() {
            let likeness = share * likeness(&question, self.texts.row(text));
            if likeness > 0.0 {
                scores.iter_mut().zip(pulls).for_each(|(score, pull)| *score += likeness * pull);
            }
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.texts.bytes() + 4 * self.pulls.len()
    }
}

fn spread_out(row: impl Iterator<Item = (usize, f32)>, features: usize) -> Vec<f32> {
    let mut all = vec![0.0; features];
    for (number, strength) in row {
        if let Some(place) = all.get_mut(number) {
            *place = strength;
        }
    }
    all
}

fn likeness(question: &[f32], row: impl Iterator<Item = (usize, f32)>) -> f32 {
    row.map(|(number, strength)| question.get(number).map_or(0.0, |q| q * strength)).sum()
}

fn subtract(from: &mut [f32], other: &[f32], times: f32) {
    from.iter_mut().zip(other).for_each(|(a, b)| *a -= times * b);
}
