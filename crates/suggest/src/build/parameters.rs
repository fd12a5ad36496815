//! What is counted, and how much of it is believed.

use serde::{Deserialize, Serialize};

use crate::model::Fading;

/// The numbers behind a model. [`Training`](super::Training) finds those that fit a shop best on sessions held back.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    /// A session this many days old counts as 1/e of one of today.
    pub memory_days: f32,
    /// How many steps apart two products of a session may be and still count as a pair.
    pub window: u8,
    /// A pair that many steps apart counts as 1 / steps to this power.
    pub distance: f32,
    /// What the step back counts, beside the step ahead.
    pub back: f32,
    /// How much of the weight of being often looked at is taken off.
    pub damping: f32,
    /// What is expected by chance is given this many times before anything is counted.
    pub smoothing: f32,
    /// How the weight falls with the steps back.
    pub fading: Fading,
}

impl Default for Parameters {
    /// Good on each of three public data sets; see the README.
    fn default() -> Self {
        Self {
            memory_days: 60.0,
            window: 4,
            distance: 1.0,
            back: 0.25,
            damping: 0.1,
            smoothing: 30.0,
            fading: Fading::default(),
        }
    }
}

impl Parameters {
    /// Could these have been found? What stands in a file may be anything.
    pub(super) fn is_sound(&self) -> bool {
        let share = |number: f32| (0.0..=1.0).contains(&number);
        let some = |number: f32| number > 0.0 && number < 1e9;
        some(self.memory_days)
            && self.window > 0
            && (0.0..10.0).contains(&self.distance)
            && share(self.back)
            && share(self.damping)
            && some(self.smoothing)
            && share(self.fading.second)
            && share(self.fading.fade)
    }
}
