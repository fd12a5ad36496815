//! What a form has to know of the world around it. It comes in as an argument: this crate has no clock and no catalogue.

use alap_protocol::{
    id::{ProductId, QuestionId},
    locale::Localized,
};
use std::{collections::BTreeMap, sync::Arc};
use time::Date;

use crate::places::Places;

/// What is known besides the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Today, in the shop's own time.
    pub today: Date,
    /// How many minutes the shop's own time is ahead of UTC: 360 for Asia/Dhaka.
    pub zone_minutes: i32,
    /// Now, in milliseconds since 1970 UTC.
    pub now: i64,
    /// ISO 4217 code of the shop's money.
    pub currency: String,
    /// The product that the form is about: its price in the smallest unit.
    pub price: Option<i64>,
    /// The titles of the products that there are. A product that is not in it is refused.
    pub products: BTreeMap<ProductId, Localized>,
    /// The free times of each slot question; none where they are not known here (in the browser, before they were
    /// fetched): then any time that lies ahead will do.
    pub slots: Option<BTreeMap<QuestionId, Vec<i64>>>,
    /// Divisions, districts and upazilas; none where they are not known here (in the browser, before they were fetched): then
    /// the areas of an address are taken as they are, and left out of the summary.
    pub places: Option<Arc<Places>>,
}
