//! Counts what follows what. One product at a time, so that the memory for it does not grow with the pairs.

use super::parameters::Parameters;
use crate::{
    log::LogEvent,
    model::{LAGS, TIMES},
};

/// Seconds in a day.
pub(super) const DAY: f32 = 86_400.0;

/// Products of a session that are looked back upon.
pub(super) const BACK: usize = 60;

/// A pair, seen from one of its products.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Pair {
    /// The other one, by number.
    pub(super) to: u32,
    /// How often, each time weighted by its age and by the steps between.
    pub(super) weight: f32,
    /// In how many different sessions.
    pub(super) sessions: u32,
}

/// How often a shopper could have gone back, and did: by steps back and times looked at.
pub(super) type Returns = [[(f32, f32); TIMES]; LAGS];

/// Weight of a session by its age, a table over days.
pub(super) struct Ages {
    until: u32,
    by_day: Vec<f32>,
}

impl Ages {
    pub(super) fn new(until: u32, memory_days: f32) -> Self {
        let weight = |day: i32| (-(day as f32) / memory_days.max(0.1)).exp();
        Self { until, by_day: (0..4_000).map(weight).collect() }
    }

    pub(super) fn weight(&self, at: u32) -> f32 {
        let day = self.until.saturating_sub(at) / DAY as u32;
        self.by_day.get(day as usize).copied().unwrap_or_default()
    }
}

/// Events by product: where each product's events stand in the log.
pub(super) struct Places {
    starts: Vec<u32>,
    events: Vec<u32>,
}

impl Places {
    pub(super) fn of(events: &[LogEvent], products: usize) -> Self {
        let mut starts = vec![0_u32; products + 1];
        for event in events {
            starts[event.product as usize + 1] += 1;
        }
        for product in 0..products {
            starts[product + 1] += starts[product];
        }
        let mut next = starts.clone();
        let mut places = vec![0_u32; events.len()];
        for (place, event) in events.iter().enumerate() {
            let next = &mut next[event.product as usize];
            places[*next as usize] = place as u32;
            *next += 1;
        }
        Self { starts, events: places }
    }

    pub(super) fn of_product(&self, product: usize) -> &[u32] {
        &self.events[self.starts[product] as usize..self.starts[product + 1] as usize]
    }
}

/// Room for the pairs of one product.
pub(super) struct Room {
    weights: Vec<f32>,
    sessions: Vec<u32>,
    last_session: Vec<u32>,
    touched: Vec<u32>,
}

impl Room {
    pub(super) fn new(products: usize) -> Self {
        Self {
            weights: vec![0.0; products],
            sessions: vec![0; products],
            last_session: vec![u32::MAX; products],
            touched: Vec::new(),
        }
    }

    /// All pairs of one product, in the order of the others' numbers.
    pub(super) fn pairs(
        &mut self,
        events: &[LogEvent],
        places: &[u32],
        parameters: &Parameters,
        ages: &Ages,
    ) -> Vec<Pair> {
        let by_steps: Vec<f32> =
            (1..=parameters.window).map(|steps| f32::from(steps).powf(-parameters.distance)).collect();
        for &place in places {
            let place = place as usize;
            let here = events[place];
            let age = ages.weight(here.at);
            for (steps, share) in by_steps.iter().enumerate() {
                let ahead = events.get(place + steps + 1).filter(|there| there.session == here.session);
                if let Some(there) = ahead {
                    self.add(here, *there, age * share);
                }
                let behind = place.checked_sub(steps + 1).and_then(|place| events.get(place));
                if let Some(there) = behind.filter(|there| there.session == here.session) {
                    self.add(here, *there, age * share * parameters.back);
                }
            }
        }
        self.touched.sort_unstable();
        let Self { weights, sessions, last_session, touched } = self;
        let drain = touched.drain(..).map(|to| {
            let at = to as usize;
            last_session[at] = u32::MAX;
            Pair { to, weight: std::mem::take(&mut weights[at]), sessions: std::mem::take(&mut sessions[at]) }
        });
        drain.filter(|pair| pair.weight > 0.0).collect()
    }

    fn add(&mut self, here: LogEvent, there: LogEvent, weight: f32) {
        if here.product == there.product {
            return;
        }
        let at = there.product as usize;
        if self.sessions[at] == 0 {
            self.touched.push(there.product);
        }
        self.weights[at] += weight;
        if self.last_session[at] != here.session || self.sessions[at] == 0 {
            self.last_session[at] = here.session;
            self.sessions[at] += 1;
        }
    }
}

/// How often shoppers went back within their sessions.
pub(super) fn returns(events: &[LogEvent], ages: &Ages) -> Returns {
    let mut returns = Returns::default();
    // The products of the session so far, the newest first, and how often each.
    let mut seen: Vec<(u32, usize)> = Vec::new();
    let mut session = None;
    for event in events {
        if session != Some(event.session) {
            seen.clear();
            session = Some(event.session);
        }
        let age = ages.weight(event.at);
        for (lag, (product, times)) in seen.iter().enumerate() {
            let cell = &mut returns[lag.min(LAGS - 1)][(*times - 1).min(TIMES - 1)];
            cell.0 += age;
            if *product == event.product {
                cell.1 += age;
            }
        }
        let before = seen.iter().position(|(product, _)| *product == event.product);
        let times = before.map_or(0, |at| seen.remove(at).1);
        seen.insert(0, (event.product, times + 1));
        seen.truncate(BACK);
    }
    returns
}
