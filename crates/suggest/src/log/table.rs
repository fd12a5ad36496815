//! Tables: a log of events, or an export of orders.

use std::io::BufRead;

use super::{
    LogError, LogProblem,
    columns::{Columns, ProductColumn, Rows},
    gather::{Gathered, session_of},
    records::{Records, Step},
    source::too_large,
    time,
};
use crate::Kind;

pub(super) fn read(source: impl BufRead, gathered: &mut Gathered) -> Result<(), LogError> {
    let mut records = Records::new(source);
    if records.head().map_err(too_large)? != Step::Row {
        return Err(LogError::Columns);
    }
    let names = (0..records.len()).map(|place| String::from_utf8_lossy(&records.cell(place)).into_owned());
    let names: Vec<String> = names.collect();
    let columns = Columns::of(&names).ok_or(LogError::Columns)?;
    let mut order = Order::default();
    loop {
        match records.next().map_err(too_large)? {
            Step::End => return Ok(()),
            Step::TooLong => {
                gathered.faults.rows += 1;
                gathered.faults.add(records.line(), LogProblem::LongRow);
            }
            Step::Row => {
                gathered.faults.rows += 1;
                if let Err(problem) = row(&records, &columns, &mut order, gathered)? {
                    gathered.faults.add(records.line(), problem);
                }
            }
        }
    }
}

/// The order that the row before was of.
#[derive(Debug, Default)]
struct Order {
    session: Option<u64>,
    at: Option<u32>,
    cancelled: bool,
}

fn row<R: BufRead>(
    records: &Records<R>,
    columns: &Columns,
    order: &mut Order,
    gathered: &mut Gathered,
) -> Result<Result<(), LogProblem>, LogError> {
    let session = session_of(&records.cell(columns.session));
    let time = records.cell(columns.time);
    let (session, at, kind) = match columns.rows {
        Rows::Events { kind } => {
            let kind = kind.map_or(Kind::View, |place| kind_of(&records.cell(place)));
            (session, time::seconds(&time), kind)
        }
        Rows::Orders { status, cancelled } => {
            let cell = |place: Option<usize>| place.map(|place| records.cell(place)).unwrap_or_default();
            if session.is_some() && session != order.session {
                *order = Order { session, at: None, cancelled: false };
            }
            order.cancelled |= is_cancelled(&cell(status)) || !cell(cancelled).is_empty();
            if !time.is_empty() {
                order.at = time::seconds(&time);
            }
            (order.session, order.at, Kind::Purchase)
        }
    };
    if order.cancelled {
        gathered.faults.cancelled += 1;
        return Ok(Ok(()));
    }
    let Some(session) = session else { return Ok(Err(LogProblem::NoSession)) };
    let Some(at) = at else { return Ok(Err(LogProblem::BadTime)) };
    products(records, columns, |sku| gathered.add(session, sku, at, kind))
}

/// Adds each product of the row. A row without any names none.
fn products<R: BufRead>(
    records: &Records<R>,
    columns: &Columns,
    mut add: impl FnMut(&[u8]) -> Result<Result<(), LogProblem>, LogError>,
) -> Result<Result<(), LogProblem>, LogError> {
    let mut fault = None;
    let mut count = 0;
    let mut one = |sku: &[u8]| -> Result<(), LogError> {
        if !sku.is_empty() {
            count += 1;
            fault = add(sku)?.err().or(fault);
        }
        Ok(())
    };
    for column in &columns.products {
        match column {
            ProductColumn::Sku(place) => one(&records.cell(*place))?,
            ProductColumn::Packed(place) => {
                let cell = records.cell(*place);
                for part in cell.split(|byte| matches!(byte, b';' | b'|')) {
                    one(part.trim_ascii().strip_prefix(b"sku:").unwrap_or_default().trim_ascii())?;
                }
            }
        }
    }
    Ok(match (count, fault) {
        (0, _) => Err(LogProblem::NoProduct),
        (_, Some(problem)) => Err(problem),
        _ => Ok(()),
    })
}

/// What nobody knows counts as looked at.
fn kind_of(text: &[u8]) -> Kind {
    let is = |names: &[&str]| names.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(text));
    if is(&["purchase", "transaction", "order", "buy", "bought"]) {
        Kind::Purchase
    } else if is(&["cart", "add_to_cart", "addtocart", "add-to-cart", "basket"]) {
        Kind::Cart
    } else {
        Kind::View
    }
}

/// Was an order of this status never meant, or taken back?
pub(super) fn is_cancelled(status: &[u8]) -> bool {
    const STATUSES: &[&str] = &[
        "cancelled",
        "canceled",
        "refunded",
        "voided",
        "failed",
        "trash",
        "checkout-draft",
        "draft",
        "expired",
    ];
    let status = status.trim_ascii();
    let status = status.strip_prefix(b"wc-").unwrap_or(status);
    STATUSES.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(status))
}
