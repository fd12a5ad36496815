//! Event files, read into sessions: what shoppers looked at and bought, without who they were.
//!
//! Three kinds of file are told by their content, each plain or compressed with gzip:
//!
//! - a **log**: a table with a session, a product and a time in each row, and perhaps what was done;
//! - an **order export** of Shopify or WooCommerce, as a table: an order is a session, its items were bought;
//! - **WooCommerce orders** as its REST API gives them, in JSON.
//!
//! A session keeps a number only: neither its name nor anything else of the file's other columns is held.

mod columns;
mod fault;
mod gather;
mod orders;
mod records;
mod source;
mod table;
mod time;

pub use fault::{Faults, LogError, LogFault, LogProblem};

use std::{collections::HashMap, io::Read};

use crate::Kind;

/// The most events that are read. A million shoppers leave fewer in a year.
pub const MOST_EVENTS: usize = 20_000_000;
/// The most products that a log may name; later ones are left out.
pub const MOST_PRODUCTS: usize = 1_000_000;

/// What a file told.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The SKUs; an event names one by its place.
    pub products: Vec<String>,
    /// By session, in a session by time, at one time in the order of the file.
    pub events: Vec<LogEvent>,
    /// What was left out.
    pub faults: Faults,
}

/// One thing that one session did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogEvent {
    /// The session's number, dense from 0 in the order of the file.
    pub session: u32,
    /// The product's place in [`Log::products`].
    pub product: u32,
    /// When, in seconds since 1970 UTC.
    pub at: u32,
    /// What.
    pub kind: Kind,
}

impl Log {
    /// Reads a file. Single rows that cannot be read are left out and counted; the file as a whole is refused only where it
    /// is none of the kinds, too large, or cannot be read on.
    ///
    /// ```
    /// # fn main() -> Result<(), alap_suggest::log::LogError> {
    /// let log = alap_suggest::log::Log::read("session,sku,time\na,NK-1,1760000000\na,NK-2,1760000060\n".as_bytes())?;
    /// assert_eq!((log.products.len(), log.sessions()), (2, 1));
    /// # Ok(())
    /// # }
    /// ```
    pub fn read(file: impl Read) -> Result<Self, LogError> {
        let mut gathered = gather::Gathered::default();
        let (source, first) = source::open(file)?;
        match first {
            None => return Err(LogError::Empty),
            Some(b'[' | b'{') => orders::read(source, &mut gathered)?,
            Some(_) => table::read(source, &mut gathered)?,
        }
        Ok(gathered.into_log())
    }

    /// Takes in another file. Its sessions are others than those before.
    pub fn append(&mut self, other: Self) {
        let mut numbers: HashMap<String, u32> = self.products.iter().cloned().zip(0..).collect();
        let mut of: Vec<u32> = Vec::with_capacity(other.products.len());
        for sku in other.products {
            let next = self.products.len() as u32;
            let number = *numbers.entry(sku.clone()).or_insert(next);
            if number == next {
                self.products.push(sku);
            }
            of.push(number);
        }
        let sessions = self.sessions() as u32;
        self.events.extend(other.events.into_iter().map(|event| LogEvent {
            session: event.session + sessions,
            product: of[event.product as usize],
            ..event
        }));
    }

    /// How many sessions.
    pub fn sessions(&self) -> usize {
        self.events.last().map_or(0, |last| last.session as usize + 1)
    }

    /// Gives products the names that the catalogue has for them; those that come to one name become one product. What has
    /// no other name keeps its own.
    pub fn rename(&mut self, mut name: impl FnMut(&str) -> Option<String>) {
        let mut products: Vec<String> = Vec::new();
        let mut places: HashMap<String, u32> = HashMap::new();
        let mut new_place = Vec::with_capacity(self.products.len());
        for old in std::mem::take(&mut self.products) {
            let new = name(&old).unwrap_or(old);
            let next = products.len() as u32;
            let place = *places.entry(new).or_insert_with_key(|new| {
                products.push(new.clone());
                next
            });
            new_place.push(place);
        }
        for event in &mut self.events {
            event.product = new_place.get(event.product as usize).copied().unwrap_or(event.product);
        }
        self.products = products;
    }
}

#[cfg(test)]
mod tests;
