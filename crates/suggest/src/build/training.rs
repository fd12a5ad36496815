//! What sessions have taught so far: counts that can be kept and added to.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{
    Parameters, Trained,
    count::{Ages, DAY, Pair, Places, Returns, Room, returns},
    tune,
};
use crate::{
    log::{Log, LogEvent},
    model::{LAGS, ModelError, TIMES},
};

/// Pairs of one product that are kept: the rest are too rare to be among the neighbours.
const PAIRS: usize = 200;
/// Days in which "of late" falls to 1/e.
const LATE_DAYS: f32 = 5.0;
/// First bytes of kept counts, with the format's version.
const HEAD: [u8; 5] = *b"ALCT\x01";

/// How a model is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// In how many different sessions a pair has to stand before it is told to anybody (k-anonymity).
    pub floor: u32,
    /// Only the last so many days of the log.
    pub days: Option<u32>,
    /// Look for the parameters that fit this shop best, on sessions held back.
    pub tune: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { floor: 5, days: None, tune: true }
    }
}

/// Counts over all logs so far. Kept by the seller, never served: it has pairs below the floor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Training {
    pub(super) parameters: Parameters,
    /// Seconds since 1970 of the newest event.
    pub(super) until: u32,
    pub(super) skus: Vec<String>,
    pub(super) products: Vec<Counted>,
    pub(super) returns: Returns,
}

/// What was counted of one product.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Counted {
    /// Events, weighted by their age.
    pub(super) seen: f32,
    /// Events of late.
    pub(super) late: f32,
    /// In how many sessions.
    pub(super) sessions: u32,
    pub(super) pairs: Vec<Pair>,
}

impl Training {
    /// Counts a log.
    pub fn from_log(log: &Log, options: &Options) -> Self {
        let mut training = Self::default();
        let events = last_days(log, options.days);
        if options.tune {
            training.parameters = tune::best(&events, log.products.len());
        }
        training.count(log, &events);
        training
    }

    /// Counts with parameters that are known already.
    pub fn with_parameters(log: &Log, parameters: Parameters) -> Self {
        let mut training = Self { parameters, ..Self::default() };
        training.count(log, &log.events);
        training
    }

    /// Adds a later log: the sessions that ended after all that was counted before, so that an export that grows from month to
    /// month is not counted twice. Says how many events that were.
    pub fn add(&mut self, log: &Log, options: &Options) -> usize {
        let events = last_days(log, options.days);
        let sessions = events.chunk_by(|a, b| a.session == b.session);
        let ended = |session: &&[LogEvent]| session.iter().any(|event| event.at > self.until);
        let new: Vec<LogEvent> = sessions.filter(ended).flatten().copied().collect();
        self.count(log, &new);
        new.len()
    }

    /// Products known.
    pub fn products(&self) -> usize {
        self.skus.len()
    }

    /// The numbers that were found to fit.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// All that may be told: pairs and products from the floor on.
    pub fn model(&self, options: &Options) -> Trained {
        Trained::of(self, options.floor.max(1))
    }

    /// The counts as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let bytes = HEAD.to_vec();
        // Numbers and texts always have a form in bytes.
        postcard::to_extend(self, bytes).unwrap_or_default()
    }

    /// Reads kept counts.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let body = headless(bytes, &HEAD)?;
        let training: Self = postcard::from_bytes(body).map_err(|_| ModelError::Damaged)?;
        let known = training.skus.len();
        let some = |number: f32| (0.0..1e12).contains(&number);
        let counted = |one: &Counted| {
            let pair = |pair: &Pair| (pair.to as usize) < known && some(pair.weight);
            some(one.seen) && some(one.late) && one.pairs.iter().all(pair)
        };
        let sound = training.parameters.is_sound()
            && training.products.len() == known
            && training.products.iter().all(counted)
            && training
                .returns
                .iter()
                .flatten()
                .all(|(could, did)| some(*could) && (0.0..=*could).contains(did));
        if sound { Ok(training) } else { Err(ModelError::Damaged) }
    }

    fn count(&mut self, log: &Log, events: &[LogEvent]) {
        let Some(newest) = events.iter().map(|event| event.at).max() else { return };
        let until = self.until.max(newest);
        self.age(until);
        let numbers = self.take_skus(&log.products);
        let ages = Ages::new(until, self.parameters.memory_days);
        let late = Ages::new(until, LATE_DAYS);
        let places = Places::of(events, log.products.len());
        let mut room = Room::new(log.products.len());
        for (product, number) in numbers.iter().enumerate() {
            let places = places.of_product(product);
            if places.is_empty() {
                continue;
            }
            let mut pairs = room.pairs(events, places, &self.parameters, &ages);
            for pair in &mut pairs {
                pair.to = numbers[pair.to as usize];
            }
            let counted = &mut self.products[*number as usize];
            counted.seen += places.iter().map(|place| ages.weight(events[*place as usize].at)).sum::<f32>();
            counted.late += places.iter().map(|place| late.weight(events[*place as usize].at)).sum::<f32>();
            counted.sessions = counted.sessions.saturating_add(sessions(events, places));
            counted.join(pairs);
        }
        let new = returns(events, &ages);
        for (sum, new) in self.returns.iter_mut().flatten().zip(new.iter().flatten()) {
            sum.0 += new.0;
            sum.1 += new.1;
        }
    }

    /// Everything counted so far is older now.
    fn age(&mut self, until: u32) {
        let days = until.saturating_sub(self.until) as f32 / DAY;
        self.until = until;
        let factor = (-days / self.parameters.memory_days.max(0.1)).exp();
        for counted in &mut self.products {
            counted.seen *= factor;
            counted.late *= (-days / LATE_DAYS).exp();
            counted.pairs.iter_mut().for_each(|pair| pair.weight *= factor);
        }
        for cell in self.returns.iter_mut().flatten() {
            *cell = (cell.0 * factor, cell.1 * factor);
        }
    }

    /// The numbers of a log's products here; new ones are added.
    fn take_skus(&mut self, skus: &[String]) -> Vec<u32> {
        let known: HashMap<String, u32> = self.skus.iter().cloned().zip(0..).collect();
        let number = |sku: &String| match known.get(sku) {
            Some(number) => *number,
            None => {
                self.skus.push(sku.clone());
                self.skus.len() as u32 - 1
            }
        };
        let numbers = skus.iter().map(number).collect();
        self.products.resize_with(self.skus.len(), Counted::default);
        numbers
    }

    /// How likely a shopper goes back, smoothed towards that of the same step back.
    pub(super) fn returning(&self) -> [[f32; TIMES]; LAGS] {
        const SMOOTHING: f32 = 20.0;
        self.returns.map(|cells| {
            let (could, did) = cells.iter().fold((0.0, 0.0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
            let usual = did / (could + SMOOTHING);
            cells.map(|(could, did)| (did + SMOOTHING * usual) / (could + SMOOTHING))
        })
    }
}

impl Counted {
    /// Adds new pairs to those known; both are in the order of their numbers only within one log, so both are sorted.
    fn join(&mut self, new: Vec<Pair>) {
        self.pairs.extend(new);
        self.pairs.sort_by_key(|pair| pair.to);
        self.pairs.dedup_by(|later, kept| {
            let same = later.to == kept.to;
            if same {
                kept.weight += later.weight;
                kept.sessions = kept.sessions.saturating_add(later.sessions);
            }
            same
        });
        if self.pairs.len() > PAIRS {
            self.pairs.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.to.cmp(&b.to)));
            self.pairs.truncate(PAIRS);
            self.pairs.sort_by_key(|pair| pair.to);
        }
        self.pairs.shrink_to_fit();
    }
}

/// What follows the head of a file.
pub(super) fn headless<'a>(bytes: &'a [u8], head: &[u8; 5]) -> Result<&'a [u8], ModelError> {
    let (name, version) = head.split_at(4);
    let rest = bytes.strip_prefix(name).ok_or(ModelError::Damaged)?;
    rest.strip_prefix(version).ok_or(ModelError::Version)
}

fn sessions(events: &[LogEvent], places: &[u32]) -> u32 {
    let mut last = None;
    let is_new = |place: &&u32| {
        last.replace(events[**place as usize].session) != Some(events[**place as usize].session)
    };
    places.iter().filter(is_new).count() as u32
}

fn last_days(log: &Log, days: Option<u32>) -> std::borrow::Cow<'_, [LogEvent]> {
    let newest = log.events.iter().map(|event| event.at).max().unwrap_or_default();
    match days.map(|days| newest.saturating_sub(days.saturating_mul(DAY as u32))) {
        None => std::borrow::Cow::Borrowed(&log.events),
        Some(from) => log.events.iter().filter(|event| event.at >= from).copied().collect(),
    }
}
