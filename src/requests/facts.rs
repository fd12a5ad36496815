//! What a form has to know of the world around it.

use std::collections::BTreeMap;

use alap_intake::Facts;
use alap_protocol::{
    answer::{Answer, Answers},
    form::Form,
    id::ProductId,
};
use alap_ui::device_time;
use leptos::prelude::*;

use super::state::State;
use crate::clock;

const MINUTE_MILLISECONDS: i64 = 60 * 1_000;
const DAY_MINUTES: i64 = 24 * 60;

/// The facts now, followed as pack, places and free times come. `None` without a pack, or where this browser knows no time.
pub(super) fn facts(
    state: State,
    form: &Form,
    product: Option<&ProductId>,
    answers: &Answers,
) -> Option<Facts> {
    let pack = state.panel.pack.get()?;
    let now = clock::now();
    let zone = &pack.shop.hours.time_zone;
    let utc = device_time::in_zone(now, "UTC")?;
    let here = device_time::in_zone(now, zone).unwrap_or(utc);
    let found = |id: &ProductId| pack.products.iter().find(|known| known.id == *id);
    // Only those that are named: a catalogue may have thousands.
    let named = answers.values().flat_map(|answer| match answer {
        Answer::Products(products) => products.as_slice(),
        _ => &[],
    });
    let products: BTreeMap<_, _> = named
        .chain(product)
        .filter_map(|id| found(id).map(|known| (known.id.clone(), known.title.clone())))
        .collect();
    let slots = state.slots.with(|slots| {
        let list = slots.get(&form.id)?;
        let question = State::slot_question(form)?;
        Some([(question.clone(), list.slots.iter().map(|slot| slot.at).collect())].into())
    });
    Some(Facts {
        today: here.date,
        zone_minutes: zone_minutes(
            (here.date - utc.date).whole_days(),
            i64::from(here.minute),
            i64::from(utc.minute),
        ),
        now,
        currency: pack.shop.currency.clone(),
        price: product.and_then(found).map(|known| known.price.amount),
        products,
        slots,
        places: state.places.get(),
    })
}

/// How many minutes a clock is ahead of UTC, from what both show.
fn zone_minutes(days_ahead: i64, here: i64, utc: i64) -> i32 {
    i32::try_from(days_ahead * DAY_MINUTES + here - utc).unwrap_or(0)
}

/// How many minutes the shop's own time is ahead of UTC at a moment.
pub(super) fn shop_zone_minutes(state: State, at: i64) -> i32 {
    let zone =
        state.panel.pack.with_untracked(|pack| pack.as_ref().map(|it| it.shop.hours.time_zone.clone()));
    let minutes = |zone: &str| {
        let (here, utc) = (device_time::in_zone(at, zone)?, device_time::in_zone(at, "UTC")?);
        let days = (here.date - utc.date).whole_days();
        Some(zone_minutes(days, i64::from(here.minute), i64::from(utc.minute)))
    };
    zone.and_then(|zone| minutes(&zone)).unwrap_or(0)
}

/// Is a moment past?
pub(super) fn is_past(at: i64) -> bool {
    at + MINUTE_MILLISECONDS <= clock::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_ahead_of_utc_may_show_another_day() {
        assert_eq!(zone_minutes(0, 12 * 60, 6 * 60), 360);
        assert_eq!(zone_minutes(1, 60, 19 * 60), 360);
        assert_eq!(zone_minutes(-1, 19 * 60, 0), -300);
    }
}
