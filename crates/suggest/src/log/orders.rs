//! WooCommerce orders as its REST API gives them: a list of orders, or several lists one behind the other.

use std::{
    fmt,
    io::{self, BufRead},
};

use serde::{
    Deserialize, Deserializer as _,
    de::{SeqAccess, Visitor},
};
use serde_json::Deserializer;

use super::{
    LogError, LogProblem,
    gather::{Gathered, session_of},
    table::is_cancelled,
    time,
};
use crate::Kind;

/// The most bytes that are read: some 5 KB an order, so 200,000 orders.
const MOST_GIB: u64 = 1;

/// Whatever else stands in an order is passed over.
#[derive(Deserialize)]
struct Order {
    id: u64,
    #[serde(default)]
    status: String,
    #[serde(default)]
    date_created_gmt: Option<String>,
    #[serde(default)]
    date_created: Option<String>,
    #[serde(default)]
    line_items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    #[serde(default)]
    sku: Option<String>,
}

pub(super) fn read(source: impl BufRead, gathered: &mut Gathered) -> Result<(), LogError> {
    let mut source = source.take(MOST_GIB << 30);
    let mut orders = Orders { gathered, count: 0, refused: None };
    let read = lists(&mut source, &mut orders);
    if let Some(error) = orders.refused {
        return Err(error);
    }
    // What was cut off at the most that is read looks like broken JSON.
    if source.limit() == 0 {
        return Err(LogError::TooLarge(MOST_GIB));
    }
    read.map_err(|error| match error.io_error_kind() {
        Some(_) => LogError::Io(io::Error::from(error)),
        None => LogError::Json(error),
    })
}

fn lists(source: &mut impl BufRead, orders: &mut Orders<'_>) -> serde_json::Result<()> {
    let mut json = Deserializer::from_reader(source);
    loop {
        (&mut json).deserialize_seq(&mut *orders)?;
        if json.end().is_ok() {
            return Ok(());
        }
    }
}

/// Takes orders one by one, so that a large file need not be held.
struct Orders<'g> {
    gathered: &'g mut Gathered,
    count: u64,
    refused: Option<LogError>,
}

impl<'de> Visitor<'de> for &mut Orders<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of orders")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(order) = list.next_element::<Order>()? {
            self.count += 1;
            if let Err(error) = self.add(&order) {
                self.refused = Some(error);
                return Err(serde::de::Error::custom("too many events"));
            }
        }
        Ok(())
    }
}

impl Orders<'_> {
    fn add(&mut self, order: &Order) -> Result<(), LogError> {
        let faults = &mut self.gathered.faults;
        faults.rows += order.line_items.len() as u64;
        if is_cancelled(order.status.as_bytes()) {
            faults.cancelled += order.line_items.len() as u64;
            return Ok(());
        }
        let date = order.date_created_gmt.as_ref().or(order.date_created.as_ref());
        let at = date.and_then(|date| time::seconds(date.as_bytes()));
        let (Some(at), Some(session)) = (at, session_of(&order.id.to_le_bytes())) else {
            for _ in &order.line_items {
                faults.add(self.count, LogProblem::BadTime);
            }
            return Ok(());
        };
        for item in &order.line_items {
            let sku = item.sku.as_deref().unwrap_or_default().trim();
            if let Err(problem) = self.gathered.add(session, sku.as_bytes(), at, Kind::Purchase)? {
                self.gathered.faults.add(self.count, problem);
            }
        }
        Ok(())
    }
}
