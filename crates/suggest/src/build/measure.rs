//! How well a model tells the next product, as session-based recommenders are measured: after every prefix of every session
//! the next one is predicted. HR@k is the share of predictions with it among the first k, MRR@k the mean of 1 / its rank,
//! 0 beyond k. "New" are predictions whose product is not in the session yet; there, what is in it is left out.

use super::count::BACK;
use crate::model::{Looked, Model};

/// Figures over all predictions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// How many were made.
    pub predictions: u32,
    /// How many of them were of a product not yet in the session.
    pub predictions_new: u32,
    /// HR@5.
    pub hr_at_5: f64,
    /// MRR@5.
    pub mrr_at_5: f64,
    /// HR@20.
    pub hr_at_20: f64,
    /// MRR@20.
    pub mrr_at_20: f64,
    /// HR@5 of the new.
    pub hr_at_5_new: f64,
    /// MRR@20 of the new.
    pub mrr_at_20_new: f64,
    /// The share of all products that stood among the first 20 at least once.
    pub coverage_at_20: f64,
}

/// Longest list that is looked at.
const DEPTH: usize = 20;

/// Measures a model on sessions of places.
pub fn measure(model: &Model, sessions: &[Vec<u32>]) -> Measures {
    measure_by(model.len(), sessions, |session| {
        let looked = looked(session);
        let mut ranked = model.rank(&looked, true, DEPTH);
        // Further back than going back was counted over.
        let back = |place: u32| looked.iter().any(|one| one.place == place);
        let is_old = |place: u32| session.contains(&place) && !back(place);
        if session.len() > BACK {
            ranked.retain(|one| !is_old(one.place));
        }
        ranked.into_iter().map(|one| one.place).collect()
    })
}

/// Measures whatever orders the products, given a session so far.
pub fn measure_by(
    products: usize,
    sessions: &[Vec<u32>],
    mut rank: impl FnMut(&[u32]) -> Vec<u32>,
) -> Measures {
    let mut sums = Measures::default();
    let mut covered = vec![false; products];
    let mut is_seen = vec![false; products];
    for session in sessions {
        is_seen.fill(false);
        for (at, next) in session.iter().enumerate().skip(1) {
            is_seen[session[at - 1] as usize] = true;
            let ranked = rank(&session[..at]);
            let first = &ranked[..ranked.len().min(DEPTH)];
            first.iter().for_each(|place| covered[*place as usize] = true);
            sums.predictions += 1;
            if let Some(rank) = first.iter().position(|place| place == next) {
                sums.add(rank);
            }
            if !is_seen[*next as usize] {
                sums.predictions_new += 1;
                let mut new = ranked.iter().filter(|place| !is_seen[**place as usize]).take(DEPTH);
                if let Some(rank) = new.position(|place| place == next) {
                    sums.hr_at_5_new += f64::from(u8::from(rank < 5));
                    sums.mrr_at_20_new += 1.0 / (rank + 1) as f64;
                }
            }
        }
    }
    sums.coverage_at_20 = covered.iter().filter(|covered| **covered).count() as f64;
    sums.mean(products)
}

/// A session so far, as it is ranked from: each product once, the newest first, as many as going back was counted over.
pub fn looked(session: &[u32]) -> Vec<Looked> {
    let mut looked: Vec<Looked> = Vec::new();
    for place in session.iter().rev() {
        match looked.iter().position(|one| one.place == *place) {
            Some(at) => looked[at].times += 1,
            None if looked.len() == BACK => break,
            None => looked.push(Looked { place: *place, times: 1, weight: 1.0, near: Vec::new() }),
        }
    }
    looked
}

impl Measures {
    fn add(&mut self, rank: usize) {
        let share = 1.0 / (rank + 1) as f64;
        self.hr_at_20 += 1.0;
        self.mrr_at_20 += share;
        if rank < 5 {
            self.hr_at_5 += 1.0;
            self.mrr_at_5 += share;
        }
    }

    fn mean(mut self, products: usize) -> Self {
        let all = f64::from(self.predictions.max(1));
        for sum in [&mut self.hr_at_5, &mut self.mrr_at_5, &mut self.hr_at_20, &mut self.mrr_at_20] {
            *sum /= all;
        }
        let new = f64::from(self.predictions_new.max(1));
        self.hr_at_5_new /= new;
        self.mrr_at_20_new /= new;
        self.coverage_at_20 /= products.max(1) as f64;
        self
    }
}
