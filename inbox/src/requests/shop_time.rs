//! The shop's own days, counted without a clock: who asks brings the moment and the zone along.

use alap_protocol::hours::LocalTime;
use time::Date;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// The Julian day on which 1970 began.
const JULIAN_1970: i64 = 2_440_588;

/// How many minutes a zone is ahead of UTC, from a moment and what its clocks show then.
pub(crate) fn zone_minutes(at: i64, shown: LocalTime) -> i32 {
    let local = days(shown.date) * DAY + i64::from(shown.minute) * MINUTE;
    i32::try_from((local - at.div_euclid(MINUTE) * MINUTE) / MINUTE).unwrap_or_default()
}

/// When a day begins in the zone, in milliseconds since 1970 UTC.
pub(crate) fn day_start(date: Date, zone_minutes: i32) -> i64 {
    days(date) * DAY - i64::from(zone_minutes) * MINUTE
}

/// When a day ends: the moment in which the next one begins.
pub(crate) fn day_end(date: Date, zone_minutes: i32) -> i64 {
    day_start(date, zone_minutes) + DAY
}

fn days(date: Date) -> i64 {
    i64::from(date.to_julian_day()) - JULIAN_1970
}

#[cfg(test)]
mod tests {
    use alap_intake::calendar::local;
    use alap_protocol::hours::parse_date;

    use super::*;

    const DHAKA: i32 = 360;
    /// 2026-11-22 05:30:20 UTC.
    const AT: i64 = 1_795_325_420_000;

    #[test]
    fn a_moment_and_what_the_clocks_show_tell_the_zone() {
        let shown = LocalTime { date: parse_date("2026-11-22").unwrap(), minute: 11 * 60 + 30 };
        assert_eq!(zone_minutes(AT, shown), DHAKA);
        assert_eq!(local(AT, DHAKA), Some(shown));
        let before = LocalTime { date: parse_date("2026-11-21").unwrap(), minute: 23 * 60 + 30 };
        assert_eq!(zone_minutes(AT, before), -DHAKA);
        assert_eq!(local(AT, -DHAKA), Some(before));
    }

    #[test]
    fn a_day_begins_at_its_midnight_and_ends_with_the_next() {
        let date = parse_date("2026-11-22").unwrap();
        let start = day_start(date, DHAKA);
        assert_eq!(local(start, DHAKA), Some(LocalTime { date, minute: 0 }));
        assert_eq!(local(start - 1, DHAKA).unwrap().date, date.previous_day().unwrap());
        assert_eq!(day_end(date, DHAKA), day_start(date.next_day().unwrap(), DHAKA));
    }
}
