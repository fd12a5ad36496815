//! What shoppers do with these products.

use crate::chance::Chance;
use crate::goods::PRODUCTS;

/// The time of all queries, in milliseconds since 1970 UTC.
pub const NOW: i64 = 1_790_000_000_000;

/// A day, in milliseconds.
pub(crate) const DAY: i64 = 24 * 60 * 60 * 1_000;
/// So many products in a row are of one kind: who looks at one mostly goes on to another of them.
pub(crate) const KIN: usize = 40;

/// What was done is this long ago at most.
const LONGEST_AGO: i64 = 60 * DAY;

/// Shoppers, one after the other, without end: what each looks at in one visit.
pub struct Shoppers(Chance);

/// One thing that a shopper did, for a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The product's place.
    pub product: usize,
    /// 0 for looked at, 1 for put into the cart, 2 for bought.
    pub kind: u8,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// For how long, in seconds.
    pub dwell: u32,
}

impl Shoppers {
    /// The same shoppers for a seed other than 0, each time.
    pub fn new(seed: u64) -> Self {
        Self(Chance(seed))
    }

    /// Visits joined to one long history, oldest first: mostly views, now and then a cart or a purchase.
    pub fn history(&mut self, steps: usize) -> Vec<Step> {
        let mut places = Vec::with_capacity(steps);
        while places.len() < steps {
            places.extend(self.visit());
        }
        places.truncate(steps);
        let apart = LONGEST_AGO / steps as i64;
        let step = |(at, product): (usize, usize)| Step {
            product,
            kind: match at % 25 {
                11 | 23 => 1,
                24 => 2,
                _ => 0,
            },
            at: NOW - LONGEST_AGO + apart * at as i64,
            dwell: self.0.below(90) as u32,
        };
        places.into_iter().enumerate().map(step).collect()
    }

    fn visit(&mut self) -> Vec<usize> {
        let steps = 2 + (self.0.share() * self.0.share() * 16.0) as usize;
        let mut product = self.popular();
        let mut visit = Vec::with_capacity(steps);
        for _ in 0..steps {
            visit.push(product);
            let kin = product / KIN * KIN + (self.0.share() * self.0.share() * KIN as f64) as usize;
            product = if self.0.one_in(5) { self.popular() } else { kin.min(PRODUCTS - 1) };
        }
        visit
    }

    /// A few are looked at much, most hardly ever (Zipf); spread over all kinds.
    fn popular(&mut self) -> usize {
        let rank = (PRODUCTS as f64).powf(self.0.share()) as usize - 1;
        rank * 1_237 % PRODUCTS
    }
}

impl Iterator for Shoppers {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        Some(self.visit())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_history_is_in_the_order_of_time_and_has_each_kind() {
        let history = Shoppers::new(7).history(200);
        assert_eq!(history.len(), 200);
        assert!(history.windows(2).all(|pair| pair[0].at < pair[1].at));
        assert!(history.iter().all(|step| step.at < NOW && step.product < PRODUCTS));
        let kinds: HashSet<u8> = history.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, HashSet::from([0, 1, 2]));
        assert_eq!(history, Shoppers::new(7).history(200), "the same each time");
    }

    #[test]
    fn visits_mostly_stay_with_one_kind() {
        let visits: Vec<Vec<usize>> = Shoppers::new(7).take(2_000).collect();
        let pairs: Vec<&[usize]> = visits.iter().flat_map(|visit| visit.windows(2)).collect();
        let stayed = pairs.iter().filter(|pair| pair[0] / KIN == pair[1] / KIN).count();
        assert!(stayed * 10 > pairs.len() * 7, "{stayed} of {}", pairs.len());
        let looked_at: HashSet<usize> = visits.into_iter().flatten().collect();
        assert!(looked_at.len() > PRODUCTS / 4, "{}", looked_at.len());
    }
}
