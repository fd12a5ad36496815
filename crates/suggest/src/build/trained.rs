//! All that may be told of the pairs of a shop, by SKU: the file `model.alap`.

use serde::{Deserialize, Serialize};

use super::{
    count::Pair,
    training::{Counted, Training, headless},
};
use crate::model::{Fading, ModelError, Returning};

/// Neighbours of one product that are kept.
const NEIGHBOURS: usize = 200;
/// Products that were looked at most of late.
const RECENT: usize = 60;
/// First bytes of the file, with the format's version.
const HEAD: [u8; 5] = *b"ALMD\x01";

/// Neighbours above the floor, by SKU; fit to be copied anywhere, since each product and each pair stands for several sessions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trained {
    /// In how many sessions each product and each pair stands at least.
    floor: u32,
    /// Seconds since 1970 of the newest event.
    until: u32,
    pub(super) fading: Fading,
    pub(super) returning: Returning,
    pub(super) damping: f32,
    pub(super) smoothing: f32,
    pub(super) skus: Vec<String>,
    /// Of all events.
    pub(super) shares: Vec<f32>,
    pub(super) lists: Vec<List>,
    /// Looked at most of late, the first first.
    pub(super) recent: Vec<u32>,
}

/// The neighbours of one product.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct List {
    /// The weight of all its pairs, those that are not told with them.
    pub(super) all: f32,
    /// The worthiest first.
    pub(super) kept: Vec<Neighbour>,
}

/// A neighbour of a product.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Neighbour {
    /// Its number.
    pub(super) to: u32,
    /// How often the pair stands together, weighted.
    pub(super) weight: f32,
    /// What leaving it out would cost: how far it is from chance, and how near to the top of its list.
    pub(super) worth: f32,
}

impl Trained {
    pub(super) fn of(training: &Training, floor: u32) -> Self {
        let total: f32 = training.products.iter().map(|one| one.seen).sum::<f32>().max(1e-6);
        let told: Vec<(&String, &Counted)> =
            training.skus.iter().zip(&training.products).filter(|(_, one)| one.sessions >= floor).collect();
        // The numbers of those that are told, by their number in the training.
        let mut next = 0;
        let mut number = |one: &Counted| {
            let told = one.sessions >= floor;
            next += u32::from(told);
            told.then(|| next - 1)
        };
        let numbers: Vec<Option<u32>> = training.products.iter().map(&mut number).collect();
        let shares: Vec<f32> = told.iter().map(|(_, one)| (one.seen / total).max(1e-9)).collect();
        let list = |one: &Counted| List::of(&one.pairs, floor, &numbers, &shares);
        let mut recent: Vec<u32> = (0..told.len() as u32).collect();
        let late = |number: &u32| told[*number as usize].1.late;
        recent.sort_by(|a, b| late(b).total_cmp(&late(a)).then(a.cmp(b)));
        // In a small shop not everything is looked at by many.
        recent.truncate(RECENT.min(told.len().div_ceil(4)));
        Self {
            floor,
            until: training.until,
            fading: training.parameters.fading,
            returning: training.returning(),
            damping: training.parameters.damping,
            smoothing: training.parameters.smoothing,
            skus: told.iter().map(|(sku, _)| (*sku).clone()).collect(),
            lists: told.iter().map(|(_, one)| list(one)).collect(),
            shares,
            recent,
        }
    }

    /// The bytes that a served model may have after brotli, for so many products: 20,000 up to a thousand, 60,000 from some
    /// 3,700 on. Above that, neighbours had better travel with the products' pages.
    pub fn budget(products: usize) -> usize {
        products.saturating_mul(15).saturating_add(5_000).clamp(20_000, 60_000)
    }

    /// Products that something is known of.
    pub fn products(&self) -> usize {
        self.skus.len()
    }

    /// Pairs, each counted from both its products.
    pub fn pairs(&self) -> usize {
        self.lists.iter().map(|list| list.kept.len()).sum()
    }

    /// In how many sessions each product and each pair stands at least.
    pub fn floor(&self) -> u32 {
        self.floor
    }

    /// The time of the newest event, in seconds since 1970.
    pub fn until(&self) -> u32 {
        self.until
    }

    /// The SKUs of the products that something is known of.
    pub fn skus(&self) -> impl Iterator<Item = &str> {
        self.skus.iter().map(String::as_str)
    }

    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Numbers and texts always have a form in bytes.
        postcard::to_extend(self, HEAD.to_vec()).unwrap_or_default()
    }

    /// Reads the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let body = headless(bytes, &HEAD)?;
        let trained: Self = postcard::from_bytes(body).map_err(|_| ModelError::Damaged)?;
        if trained.is_sound() { Ok(trained) } else { Err(ModelError::Damaged) }
    }

    fn is_sound(&self) -> bool {
        let known = self.skus.len();
        let number = |number: &u32| (*number as usize) < known;
        let pair = |one: &Neighbour| number(&one.to) && one.weight.is_finite() && one.worth.is_finite();
        let share = |number: &f32| (0.0..=1.0).contains(number);
        let list = |list: &List| list.all.is_finite() && list.kept.iter().all(pair);
        self.shares.len() == known
            && self.lists.len() == known
            && self.recent.iter().all(number)
            && self.shares.iter().all(|number| share(number) && *number > 0.0)
            && self.lists.iter().all(list)
            && (self.smoothing > 0.0 && self.smoothing < 1e9)
            && [self.damping, self.fading.second, self.fading.fade].iter().all(share)
            && self.returning.iter().flatten().all(share)
    }
}

impl List {
    fn of(pairs: &[Pair], floor: u32, numbers: &[Option<u32>], shares: &[f32]) -> Self {
        let all: f32 = pairs.iter().map(|pair| pair.weight).sum();
        let neighbour = |pair: &Pair| {
            let to = numbers[pair.to as usize].filter(|_| pair.sessions >= floor)?;
            let worth = (pair.weight - all * shares[to as usize]).abs();
            Some(Neighbour { to, weight: pair.weight, worth })
        };
        let mut kept: Vec<Neighbour> = pairs.iter().filter_map(neighbour).collect();
        kept.sort_by(|a, b| b.worth.total_cmp(&a.worth).then(a.to.cmp(&b.to)));
        kept.truncate(NEIGHBOURS);
        // A list is read from its top: of two pairs seen as often, the one nearer to the top helps more.
        for (rank, one) in kept.iter_mut().enumerate() {
            one.worth /= (rank as f32 + 5.0).sqrt();
        }
        Self { all, kept }
    }
}
