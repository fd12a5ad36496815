//! Finds the parameters that fit a shop: the newest sessions are held back, and each number is tried a step to either side.

use super::{
    Options, Parameters, Training,
    measure::{Measures, measure},
};
use crate::log::{Log, LogEvent};

/// Events that are trained on: the newest. More of them change the best numbers little, and the time much.
const TRAINED_ON: usize = 300_000;
/// Predictions that are measured.
const MEASURED: usize = 12_000;
/// A better score by less than that is chance.
const CLEARLY: f64 = 0.003;
/// Fewer predictions say nothing.
const TOO_FEW: usize = 500;

/// The parameters that tell best what comes next in the sessions held back.
pub(super) fn best(events: &[LogEvent], products: usize) -> Parameters {
    let start = Parameters::default();
    let Some(trial) = Trial::of(events, products) else { return start };
    let mut best = (trial.score(start), start);
    for _round in 0..2 {
        let before = best.1;
        for step in STEPS {
            for parameters in step(best.1) {
                let score = trial.score(parameters);
                if score > best.0 + CLEARLY {
                    best = (score, parameters);
                }
            }
        }
        if best.1 == before {
            break;
        }
    }
    best.1
}

/// What is tried, one number at a time.
type Step = fn(Parameters) -> Vec<Parameters>;

const STEPS: [Step; 7] = [
    |p| [0.4, 2.5].map(|factor| Parameters { smoothing: p.smoothing * factor, ..p }).into(),
    |p| {
        let with = |second: f32, fade: f32| {
            let (second, fade) = (second.clamp(0.05, 1.0), fade.clamp(0.1, 0.95));
            Parameters { fading: crate::model::Fading { second, fade, ..p.fading }, ..p }
        };
        let (second, fade) = (p.fading.second, p.fading.fade);
        [(second - 0.1, fade), (second + 0.1, fade), (second, fade - 0.15), (second, fade + 0.15)]
            .map(|(second, fade)| with(second, fade))
            .into()
    },
    |p| [0.4, 2.5].map(|factor| Parameters { memory_days: p.memory_days * factor, ..p }).into(),
    |p| [0.1, 0.5, 0.9].map(|back| Parameters { back, ..p }).into(),
    |p| [0.0, 0.3].map(|damping| Parameters { damping, ..p }).into(),
    |p| [3, 8].map(|window| Parameters { window, ..p }).into(),
    |p| [0.8, 1.6].map(|distance| Parameters { distance, ..p }).into(),
];

/// Sessions to train on and sessions to measure.
struct Trial {
    log: Log,
    ids: Vec<String>,
    held_back: Vec<Vec<u32>>,
}

impl Trial {
    fn of(events: &[LogEvent], products: usize) -> Option<Self> {
        let mut sessions: Vec<&[LogEvent]> = events.chunk_by(|a, b| a.session == b.session).collect();
        sessions.sort_by_key(|session| session[0].at);
        let cut = sessions.len() - sessions.len() / 10;
        let (before, after) = sessions.split_at(cut);
        let predictions: usize = after.iter().map(|session| session.len() - 1).sum();
        if predictions < TOO_FEW {
            return None;
        }
        // Every so many-th of them, for few enough predictions.
        let every = predictions.div_ceil(MEASURED);
        let held_back = after.iter().step_by(every).filter(|session| session.len() > 1);
        let held_back =
            held_back.map(|session| session.iter().map(|event| event.product).collect()).collect();
        let mut room = TRAINED_ON;
        let newest = before.iter().rev().take_while(|session| {
            let fits = room > 0;
            room = room.saturating_sub(session.len());
            fits
        });
        let mut events: Vec<LogEvent> = newest.flat_map(|session| session.iter().copied()).collect();
        events.sort_by_key(|event| event.session);
        let ids: Vec<String> = (0..products).map(|number| number.to_string()).collect();
        Some(Self { log: Log { products: ids.clone(), events, ..Log::default() }, ids, held_back })
    }

    fn score(&self, parameters: Parameters) -> f64 {
        let training = Training::with_parameters(&self.log, parameters);
        let trained = training.model(&Options { floor: 1, ..Options::default() });
        let ids: Vec<&str> = self.ids.iter().map(String::as_str).collect();
        let found: Measures = measure(&trained.model(&ids), &self.held_back);
        found.hr_at_5 + found.mrr_at_20 + 0.5 * (found.hr_at_5_new + found.mrr_at_20_new)
    }
}
