//! What comes next, by a model.

use super::{LAGS, Model, TIMES};
use crate::order::{highest_first, in_order};

/// Going back takes no more than this of what is likely.
const MOSTLY_BACK: f32 = 0.95;

/// A product that was looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looked {
    /// Its place.
    pub place: u32,
    /// How often.
    pub times: u32,
    /// How much it counts beside the others, 1 for what was just looked at.
    pub weight: f32,
    /// Neighbours that came with its page, more exact than a model that was cut: place and natural logarithm of the lift.
    pub near: Vec<(u32, f32)>,
}

/// A product and how likely it is the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// Its place.
    pub place: u32,
    /// From 0 to 1.
    pub likely: f32,
    /// Something that was looked at speaks for it: it is not there for being often looked at alone.
    pub is_led_to: bool,
}

impl Model {
    /// Orders what may come next, the likeliest first: whatever the products looked at lead to (newest first, each once), and
    /// the `at_least` most looked at. Products looked at are among them only if `returns`.
    pub fn rank(&self, looked: &[Looked], returns: bool, at_least: usize) -> Vec<Ranked> {
        let mut evidence = vec![0.0_f32; self.len()];
        let mut is_touched = vec![false; self.len()];
        let mut touched: Vec<u32> = Vec::new();
        let looked: Vec<&Looked> = looked.iter().filter(|one| (one.place as usize) < self.len()).collect();
        for (one, weight) in looked.iter().zip(self.weights()) {
            for (place, lift) in self.led_to(one) {
                if let Some(sum) = evidence.get_mut(*place as usize) {
                    if !std::mem::replace(&mut is_touched[*place as usize], true) {
                        touched.push(*place);
                    }
                    *sum += weight * one.weight * lift;
                }
            }
        }
        let led = touched.len();
        let often = self.by_prior.iter().filter(|place| !is_touched[**place]);
        touched.extend(often.take(at_least + looked.len()).map(|place| *place as u32));

        let mut is_seen = vec![false; self.len()];
        looked.iter().for_each(|one| is_seen[one.place as usize] = true);
        // What is not touched keeps its share.
        let mut sum = self.shares;
        let mut ranked = Vec::with_capacity(touched.len());
        for (i, place) in touched.into_iter().enumerate() {
            let prior = self.prior[place as usize];
            let likely = (prior + evidence[place as usize]).exp();
            sum -= prior.exp();
            if !is_seen[place as usize] {
                sum += likely;
                // What follows less often than by chance is not led to.
                let is_led_to = i < led && evidence[place as usize] > 0.0;
                ranked.push(Ranked { place, likely, is_led_to });
            }
        }
        let steps_back = looked.iter().enumerate();
        let mut back: Vec<f32> = steps_back.map(|(lag, one)| self.return_share(lag, one.times)).collect();
        // The shares of a long session may come to more than can be.
        let together = back.iter().sum::<f32>();
        if together > MOSTLY_BACK {
            back.iter_mut().for_each(|share| *share *= MOSTLY_BACK / together);
        }
        let ahead = 1.0 - together.min(MOSTLY_BACK);
        for one in &mut ranked {
            one.likely *= ahead / sum.max(1e-6);
        }
        if returns {
            let seen = looked.iter().zip(back);
            ranked.extend(seen.map(|(one, likely)| Ranked { place: one.place, likely, is_led_to: true }));
        }
        let order = in_order(0..ranked.len(), |at| highest_first(ranked[at].likely));
        order.into_iter().map(|at| ranked[at]).collect()
    }

    /// Which of the products looked at speaks the most for another, if any does.
    pub fn strongest(&self, looked: &[Looked], place: u32) -> Option<u32> {
        let spoken = looked.iter().zip(self.weights()).filter_map(|(one, weight)| {
            let (_, lift) = self.led_to(one).iter().find(|(to, _)| *to == place)?;
            Some((one.place, weight * one.weight * lift)).filter(|(_, spoken)| *spoken > 0.0)
        });
        spoken.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(place, _)| place)
    }

    fn led_to<'a>(&'a self, one: &'a Looked) -> &'a [(u32, f32)] {
        if one.near.is_empty() { self.neighbours(one.place as usize) } else { &one.near }
    }

    fn weights(&self) -> impl Iterator<Item = f32> {
        let fading = self.fading;
        let older = std::iter::successors(Some(fading.second), move |weight| Some(weight * fading.fade));
        std::iter::once(1.0).chain(older).take(fading.reach.into())
    }

    fn return_share(&self, lag: usize, times: u32) -> f32 {
        self.returning[lag.min(LAGS - 1)][(times.max(1) as usize - 1).min(TIMES - 1)]
    }
}
