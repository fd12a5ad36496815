//! The calls and meetings of some days, by day, in the shop's time.

use alap_intake::calendar::local;
use alap_protocol::request::RequestLine;
use time::{Date, Duration};

use super::shop_time::day_start;

/// So many days are looked at together.
const DAYS: i64 = 14;

/// The days that are looked at: from the first up to, not including, the other. `fortnight` counts from the one that begins today.
pub(crate) fn days(today: Date, fortnight: i64) -> Option<(Date, Date)> {
    let from = today.checked_add(Duration::days(fortnight.checked_mul(DAYS)?))?;
    Some((from, from.checked_add(Duration::days(DAYS))?))
}

/// The same, as moments.
pub(crate) fn moments(today: Date, fortnight: i64, zone_minutes: i32) -> Option<(i64, i64)> {
    let (from, to) = days(today, fortnight)?;
    Some((day_start(from, zone_minutes), day_start(to, zone_minutes)))
}

/// Calls by day, each day's in order. Lines without a time are none.
pub(crate) fn by_day(calls: &[RequestLine], zone_minutes: i32) -> Vec<(Date, Vec<RequestLine>)> {
    let mut timed: Vec<(i64, &RequestLine)> =
        calls.iter().filter_map(|call| Some((call.slot?.0, call))).collect();
    timed.sort_by_key(|(at, call)| (*at, call.id));
    let mut days: Vec<(Date, Vec<RequestLine>)> = Vec::new();
    for (at, call) in timed {
        let Some(date) = local(at, zone_minutes).map(|at| at.date) else { continue };
        match days.last_mut() {
            Some((day, calls)) if *day == date => calls.push(call.clone()),
            _ => days.push((date, vec![call.clone()])),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use alap_protocol::{deal::DealState, hours::parse_date};

    use super::*;
    use crate::requests::list::tests::line;

    const DHAKA: i32 = 360;

    #[test]
    fn calls_stand_under_the_day_that_it_is_in_the_shop() {
        let day = parse_date("2026-11-22").unwrap();
        let midnight = day_start(day, DHAKA);
        let call =
            |number, at| RequestLine { slot: Some((at, 30)), ..line(number, DealState::Asked, true, 0) };
        let calls = [
            call(1, midnight + 60_000),
            call(2, midnight - 60_000),
            line(3, DealState::Asked, true, 0),
            call(4, midnight),
        ];
        let days: Vec<(Date, Vec<u128>)> = by_day(&calls, DHAKA)
            .into_iter()
            .map(|(day, calls)| (day, calls.iter().map(|call| call.id.0.as_u128()).collect()))
            .collect();
        assert_eq!(days, [(day.previous_day().unwrap(), vec![2]), (day, vec![4, 1])]);
    }

    #[test]
    fn the_fortnight_before_ends_where_this_one_begins() {
        let today = parse_date("2026-11-22").unwrap();
        let (from, to) = moments(today, 0, DHAKA).unwrap();
        assert_eq!((moments(today, -1, DHAKA).unwrap().1, moments(today, 1, DHAKA).unwrap().0), (from, to));
        assert_eq!(days(today, i64::MAX), None);
    }
}
