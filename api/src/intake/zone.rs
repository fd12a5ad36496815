//! The shop's time zone. The table of zones is part of the program: a server's own may be old, or missing.

use alap_protocol::hours::LocalTime;
use jiff::{Timestamp, civil, tz::TimeZone};
use time::{Date, Month};

/// Where a time zone is not known: Bangladesh, six hours ahead of UTC all the year.
const USUAL: &str = "Asia/Dhaka";
const MINUTE: i64 = 60_000;

/// A shop's time zone.
#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

impl Zone {
    /// By its IANA name.
    pub fn named(name: &str) -> Self {
        let zone = TimeZone::get(name).or_else(|_| TimeZone::get(USUAL));
        Self(zone.unwrap_or(TimeZone::UTC))
    }

    /// The shop's own time of a moment in milliseconds since 1970 UTC.
    pub fn local(&self, at: i64) -> Option<LocalTime> {
        let there = self.0.to_datetime(Timestamp::from_millisecond(at).ok()?);
        let month = Month::try_from(u8::try_from(there.month()).ok()?).ok()?;
        let date =
            Date::from_calendar_date(i32::from(there.year()), month, u8::try_from(there.day()).ok()?).ok()?;
        let minute = u16::try_from(there.hour()).ok()? * 60 + u16::try_from(there.minute()).ok()?;
        Some(LocalTime { date, minute })
    }

    /// When that is, in milliseconds since 1970 UTC. A time that a clock skips is none; of one that comes twice it is the
    /// first.
    pub fn at(&self, local: LocalTime) -> Option<i64> {
        let (year, month, day) = local.date.to_calendar_date();
        let date =
            civil::Date::new(i16::try_from(year).ok()?, u8::from(month).cast_signed(), day.cast_signed())
                .ok()?;
        let (hour, minute) = (i8::try_from(local.minute / 60).ok()?, i8::try_from(local.minute % 60).ok()?);
        let there = date.to_datetime(civil::Time::new(hour, minute, 0, 0).ok()?);
        let moment = self.0.to_ambiguous_timestamp(there).earlier().ok()?;
        (self.0.to_datetime(moment) == there).then(|| moment.as_millisecond())
    }

    /// How many minutes it is ahead of UTC at a moment.
    pub fn minutes(&self, at: i64) -> i32 {
        let moment = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
        self.0.to_offset(moment).seconds() / 60
    }

    /// The day there, as `YYYY-MM-DD`.
    pub fn today(&self, at: i64) -> Option<String> {
        let date = self.local(at)?.date;
        Some(format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()))
    }
}

/// The moment that begins this many minutes later.
pub(super) fn later(at: i64, minutes: u32) -> i64 {
    at.saturating_add(i64::from(minutes).saturating_mul(MINUTE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dhaka_is_six_hours_ahead_over_midnight() {
        let dhaka = Zone::named("Asia/Dhaka");
        // 2026-12-31 18:30 UTC.
        let moment = 1_798_741_800_000;
        let local = dhaka.local(moment).unwrap();
        assert_eq!((local.date.to_string().as_str(), local.minute), ("2027-01-01", 30));
        assert_eq!(dhaka.at(local), Some(moment));
        assert_eq!(dhaka.minutes(moment), 360);
        assert_eq!(dhaka.today(moment).as_deref(), Some("2027-01-01"));
        assert_eq!(Zone::named("Nowhere/Else").minutes(moment), 360);
    }

    #[test]
    fn an_hour_that_is_skipped_is_none_and_one_that_comes_twice_is_the_first() {
        let berlin = Zone::named("Europe/Berlin");
        let at = |day: u8, month: Month, minute: u16| {
            berlin.at(LocalTime { date: Date::from_calendar_date(2026, month, day).unwrap(), minute })
        };
        assert_eq!(at(29, Month::March, 150), None);
        // 02:30 summer time is 00:30 UTC.
        assert_eq!(at(25, Month::October, 150), Some(1_792_888_200_000));
    }
}
