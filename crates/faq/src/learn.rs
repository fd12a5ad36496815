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

impl Index {
    /// Learns from the variants what tells the entries apart, given the same entries as to [`build`](Self::build): right answers go up by
    /// a point or two. It takes some milliseconds more than building, so call it when nothing else is going on. Does nothing for a FAQ of
    /// more than 600 texts, or of one text an entry.
    pub fn learn<'a>(&mut self, entries: impl IntoIterator<Item = Entry<'a>>) {
        if self.weights.learnt == 0.0 || self.texts.ends.len() > MOST_TEXTS {
            return;
        }
        let mut texts = Rows::default();
        let mut owners = Vec::new();
        for (owner, entry) in entries.into_iter().take(self.entries).enumerate() {
            for text in entry.texts {
                let words = words(text);
                let evidence = of_text(&words, &self.lexicon, &self.weights);
                if !evidence.is_empty() {
                    texts.push(
                        self.asked(&evidence).into_iter().map(|(number, strength)| (number as u32, strength)),
                    );
                    owners.push(owner);
                }
            }
        }
        if owners.len() > MOST_TEXTS || owners.len() <= self.entries {
            return;
        }
        let likenesses = likenesses(&texts, self.rarities.len(), self.weights.restraint);
        let pulls = solve(likenesses, &owners, self.entries);
        self.learnt = Learnt { texts, pulls };
    }
}

impl Learnt {
    pub(crate) fn add_to(&self, scores: &mut [f32], asked: &[(usize, f32)], features: usize, share: f32) {
        if self.pulls.is_empty() || share == 0.0 {
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

/// The likeness of each two texts, the restraint added on the diagonal: the lower triangle, row by row.
fn likenesses(texts: &Rows, features: usize, restraint: f32) -> Vec<Vec<f32>> {
    (0..texts.len())
        .map(|a| {
            let text = spread_out(texts.row(a), features);
            let mut row: Vec<f32> = (0..=a).map(|b| likeness(&text, texts.row(b))).collect();
            if let Some(own) = row.last_mut() {
                *own += restraint;
            }
            row
        })
        .collect()
}

/// Solves for the pulls that give each text its own entry, by Cholesky's decomposition.
fn solve(mut lower: Vec<Vec<f32>>, owners: &[usize], entries: usize) -> Vec<f32> {
    for i in 0..lower.len() {
        let (done, rest) = lower.split_at_mut(i);
        let Some(row) = rest.first_mut() else { break };
        for (j, other) in done.iter().enumerate() {
            let known: f32 = row.iter().zip(other).take(j).map(|(a, b)| a * b).sum();
            if let (Some(cell), Some(diagonal)) = (row.get_mut(j), other.get(j)) {
                *cell = (*cell - known) / diagonal;
            }
        }
        let known: f32 = row.iter().take(i).map(|a| a * a).sum();
        if let Some(diagonal) = row.last_mut() {
            *diagonal = (*diagonal - known).max(1e-6).sqrt();
        }
    }

    let mut pulls: Vec<Vec<f32>> = owners
        .iter()
        .map(|&owner| (0..entries).map(|entry| if entry == owner { 1.0 } else { 0.0 }).collect())
        .collect();
    let subtract = |from: &mut [f32], other: &[f32], times: f32| {
        from.iter_mut().zip(other).for_each(|(a, b)| *a -= times * b);
    };
    for (i, row) in lower.iter().enumerate() {
        let (done, rest) = pulls.split_at_mut(i);
        let Some(own) = rest.first_mut() else { break };
        done.iter().zip(row).for_each(|(other, times)| subtract(own, other, *times));
        let diagonal = row.last().copied().unwrap_or(1.0);
        own.iter_mut().for_each(|pull| *pull /= diagonal);
    }
    for (i, row) in lower.iter().enumerate().rev() {
        let (before, rest) = pulls.split_at_mut(i);
        let Some(own) = rest.first_mut() else { break };
        let diagonal = row.last().copied().unwrap_or(1.0);
        own.iter_mut().for_each(|pull| *pull /= diagonal);
        before.iter_mut().zip(row).for_each(|(other, times)| subtract(other, own, *times));
    }
    pulls.into_iter().flatten().collect()
}
