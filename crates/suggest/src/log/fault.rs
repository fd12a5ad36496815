//! What was left out of a log and why; why a whole file cannot be read.

use std::io;

/// How many faults are told one by one; the rest are counted.
const TOLD: usize = 20;

/// What was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Rows, or items of orders, that there were.
    pub rows: u64,
    /// Those of orders that were cancelled, refunded or never placed.
    pub cancelled: u64,
    /// Those that could not be read.
    pub unreadable: u64,
    /// The first of them.
    pub first: Vec<LogFault>,
}

impl Faults {
    pub(super) fn add(&mut self, line: u64, problem: LogProblem) {
        self.unreadable += 1;
        if self.first.len() < TOLD {
            self.first.push(LogFault { line, problem });
        }
    }
}

/// One row that was left out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct LogFault {
    /// Its line, counted from 1. In JSON the number of the order.
    pub line: u64,
    /// Why.
    pub problem: LogProblem,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogProblem {
    /// More bytes than a row may have; often a quotation mark that never closes.
    #[error("this row is longer than 64 KB; perhaps a quotation mark opens in it and never closes")]
    LongRow,
    /// No session or order in it.
    #[error("this row names no session or order")]
    NoSession,
    /// No product in it.
    #[error("this row names no product; give each product an SKU in your shop")]
    NoProduct,
    /// Not a SKU.
    #[error("this product's code is longer than 64 characters, or is not text")]
    BadProduct,
    /// Not a time.
    #[error("the time cannot be read; write seconds since 1970, or 2026-11-30 18:45:00")]
    BadTime,
    /// One more product than a log may name.
    #[error("there are more than 1,000,000 products; this one and later new ones are left out")]
    TooManyProducts,
}

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The disk says no, or the compressed file is damaged.
    #[error("the file cannot be read on: {0}")]
    Io(#[from] io::Error),
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Not UTF-8.
    #[error("the file is saved as “Unicode text” (UTF-16); save it again as CSV in UTF-8")]
    Utf16,
    /// A table without the columns that are needed.
    #[error(
        "the first line does not name the columns that are needed: a session, a product and a time, such as \
         session,sku,time; or it is no order export of Shopify or WooCommerce with SKUs in it"
    )]
    Columns,
    /// JSON that is no list of orders.
    #[error("the JSON cannot be read as a list of WooCommerce orders: {0}")]
    Json(#[from] serde_json::Error),
    /// More bytes than are read.
    #[error("the file has more than {0} GB of text; give the newest part of it")]
    TooLarge(u64),
    /// More events than are read.
    #[error("the file has more than 20,000,000 events; give the newest part of it")]
    TooManyEvents,
}
