//! What anonymous sessions have taught, in the form in which a device reads it.
//!
//! A product's score is a product of probabilities, in logarithms: how often it is looked at at all (`prior`), and, for each
//! product that was looked at before, how much more often it follows that one than it would by chance (the *lift* of the
//! pair), the weight falling from the newest to the oldest. Products already looked at are not scored like that: how
//! likely a shopper goes back to the one of so many steps ago was counted, and is a table.

mod bytes;
mod rank;
mod read;

pub use rank::{Looked, Ranked};

use crate::order::{highest_first, in_order};
#[cfg(feature = "build")]
pub(crate) use read::by_step;

/// Steps back that the table of going back tells apart; what lies further back counts as the last.
pub const LAGS: usize = 16;
/// How often it was looked at before: once, twice, more.
pub const TIMES: usize = 3;

/// First bytes of what is served.
pub(crate) const MAGIC: [u8; 4] = *b"ALSG";
/// Version of what is served.
pub(crate) const VERSION: u8 = 1;
/// Weights of a page's neighbours are steps of this size, in natural logarithms of the lift.
pub(crate) const NEAR_STEP: f32 = 0.6;

/// How the weight of what was looked at falls with the steps back.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "build", derive(serde::Serialize, serde::Deserialize))]
pub struct Fading {
    /// The weight of the one before the last; the last has 1.
    pub second: f32,
    /// What the weight is multiplied by at each further step.
    pub fade: f32,
    /// How many products count.
    pub reach: u8,
}

impl Default for Fading {
    fn default() -> Self {
        Self { second: 0.3, fade: 0.5, reach: 8 }
    }
}

/// How likely a shopper goes back, by steps back and times looked at.
pub type Returning = [[f32; TIMES]; LAGS];

/// A model that was read.
#[derive(Clone, Debug)]
pub struct Model {
    /// Natural logarithm of each product's share; the lowest where nothing is known of it.
    prior: Vec<f32>,
    /// The sum of the shares; not 1, since popularity is damped.
    shares: f32,
    /// Whether sessions have taught anything of the product.
    known: Vec<bool>,
    /// Places by their prior, the highest first.
    by_prior: Vec<usize>,
    /// Where each product's neighbours begin.
    starts: Vec<u32>,
    /// Place and natural logarithm of the lift.
    neighbours: Vec<(u32, f32)>,
    fading: Fading,
    returning: Returning,
    /// What was looked at most of late, the first first.
    recent: Vec<u32>,
}

/// Why a model cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// It is of another version of this format.
    #[error("the suggestion model is of another version: build it anew with `alap model build`")]
    Version,
    /// It was made for other products.
    #[error("the suggestion model was made for another catalogue")]
    OtherCatalogue,
    /// It ends too early, or says what cannot be.
    #[error("the suggestion model is damaged: build it anew with `alap model build`")]
    Damaged,
}

/// The parts of a [`Model`]; lists are by place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) prior: Vec<f32>,
    pub(crate) known: Vec<bool>,
    pub(crate) lists: Vec<Vec<(u32, f32)>>,
    pub(crate) fading: Fading,
    pub(crate) returning: Returning,
    pub(crate) recent: Vec<u32>,
}

impl Model {
    /// Knows nothing: what is scored with it follows the neighbours that come with the pages, if any.
    pub fn bare(products: usize) -> Self {
        // A shopper goes back to the last product about once in twenty steps, to an older one less often.
        let returning = std::array::from_fn(|lag| [0.05 / (lag + 1) as f32; TIMES]);
        Self::of(Parts {
            prior: vec![-((products.max(1) as f32).ln()); products],
            known: vec![false; products],
            lists: vec![Vec::new(); products],
            fading: Fading::default(),
            returning,
            recent: Vec::new(),
        })
    }

    /// Puts the parts together; all lists are as long as `prior`.
    pub(crate) fn of(parts: Parts) -> Self {
        let Parts { prior, known, lists, fading, returning, recent } = parts;
        let by_prior = in_order(0..prior.len(), |place| highest_first(prior[place]));
        let mut starts = Vec::with_capacity(lists.len() + 1);
        starts.push(0);
        let mut neighbours = Vec::new();
        for list in lists {
            neighbours.extend(list);
            starts.push(neighbours.len() as u32);
        }
        let shares = prior.iter().map(|prior| prior.exp()).sum();
        Self { prior, shares, known, by_prior, starts, neighbours, fading, returning, recent }
    }

    /// How many products it is for.
    pub fn len(&self) -> usize {
        self.prior.len()
    }

    /// For none.
    pub fn is_empty(&self) -> bool {
        self.prior.is_empty()
    }

    /// Have sessions taught anything of a product?
    pub fn knows(&self, place: usize) -> bool {
        self.known.get(place).copied().unwrap_or(false)
    }

    /// Natural logarithm of a product's share of all that is looked at; the lowest where nothing is known of it.
    pub fn prior(&self, place: usize) -> f32 {
        self.prior.get(place).copied().unwrap_or(f32::MIN)
    }

    /// What was looked at most of late, the first first.
    pub fn recent(&self) -> &[u32] {
        &self.recent
    }

    /// Products that often go with one, and the natural logarithm of how much more often than by chance.
    pub fn neighbours(&self, place: usize) -> &[(u32, f32)] {
        let range = self.starts.get(place).zip(self.starts.get(place + 1));
        range.and_then(|(from, to)| self.neighbours.get(*from as usize..*to as usize)).unwrap_or_default()
    }
}
