//! Sessions and products as numbers, and the events between them.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, DefaultHasher, Hasher as _},
};

use super::{Faults, Log, LogError, LogEvent, LogProblem, MOST_EVENTS, MOST_PRODUCTS};
use crate::Kind;

/// The most characters of a SKU.
const SKU_CHARS: usize = 64;

/// What has been read so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    products: HashMap<Box<str>, u32>,
    /// By a hash of their names: of 20 million, two meet by chance in one of a hundred thousand files.
    sessions: HashMap<u64, u32, BuildHasherDefault<DefaultHasher>>,
    events: Vec<LogEvent>,
    pub(super) faults: Faults,
}

impl Gathered {
    /// Adds what was done, or says why it cannot be.
    pub(super) fn add(
        &mut self,
        session: u64,
        sku: &[u8],
        at: u32,
        kind: Kind,
    ) -> Result<Result<(), LogProblem>, LogError> {
        let product = match self.product(sku) {
            Ok(product) => product,
            Err(problem) => return Ok(Err(problem)),
        };
        if self.events.len() == MOST_EVENTS {
            return Err(LogError::TooManyEvents);
        }
        let next = self.sessions.len() as u32;
        let session = *self.sessions.entry(session).or_insert(next);
        self.events.push(LogEvent { session, product, at, kind });
        Ok(Ok(()))
    }

    fn product(&mut self, sku: &[u8]) -> Result<u32, LogProblem> {
        if sku.is_empty() {
            return Err(LogProblem::NoProduct);
        }
        let sku = std::str::from_utf8(sku).map_err(|_| LogProblem::BadProduct)?;
        if let Some(known) = self.products.get(sku) {
            return Ok(*known);
        }
        if sku.chars().count() > SKU_CHARS || sku.chars().any(char::is_control) {
            return Err(LogProblem::BadProduct);
        }
        if self.products.len() == MOST_PRODUCTS {
            return Err(LogProblem::TooManyProducts);
        }
        let next = self.products.len() as u32;
        self.products.insert(sku.into(), next);
        Ok(next)
    }

    pub(super) fn into_log(self) -> Log {
        let mut products = vec![String::new(); self.products.len()];
        for (sku, place) in self.products {
            if let Some(product) = products.get_mut(place as usize) {
                *product = sku.into();
            }
        }
        drop(self.sessions);
        let mut events = self.events;
        let order = |event: &LogEvent| (event.session, event.at);
        if !events.is_sorted_by_key(order) {
            // Stable: at one time the order of the file stays.
            events.sort_by_key(order);
        }
        Log { products, events, faults: self.faults }
    }
}

/// A session's name as a number, which is all that is kept of it.
pub(super) fn session_of(name: &[u8]) -> Option<u64> {
    if name.is_empty() {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    hasher.write(name);
    Some(hasher.finish())
}
