//! When people answer: a week, and days that differ from it.
//!
//! Everything is in the shop's own time. Who asks brings the local time along; this module knows no clock and no time
//! zones.

use serde::{Deserialize, Serialize};
use time::{Date, Month};

use crate::locale::Localized;

/// Minutes in a day.
pub const DAY_MINUTES: u16 = 24 * 60;

/// Opening hours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// IANA name, such as `Asia/Dhaka`.
    pub time_zone: String,
    /// Seven days, Monday first; each a list of spans, in order.
    pub week: [Vec<Span>; 7],
    /// Days that differ from the week: Eid, Ramadan, a holiday. The first that fits counts.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
    /// In how many minutes a person usually answers while open, if the shop says so.
    #[serde(default)]
    pub reply_minutes: Option<u16>,
}

/// From one minute of the day up to, not including, another. A span past midnight is two spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Minute of the day, 0 to 1439.
    pub from: u16,
    /// Minute of the day, 1 to 1440, after `from`.
    pub to: u16,
}

/// A run of days that differ from the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
    /// The hours of each of these days; none: closed.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// Why, as shown to shoppers: "ঈদের ছুটি".
    #[serde(default)]
    pub note: Localized,
}

/// A moment in the shop's own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// The day.
    pub date: Date,
    /// Minute of the day, 0 to 1439.
    pub minute: u16,
}

/// Open or closed, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Open now.
    Open {
        /// Until this minute of today (1440 is midnight); `None` if it does not close within a week.
        until: Option<LocalTime>,
    },
    /// Closed now.
    Closed {
        /// Opens then; `None` if not within 60 days.
        opens: Option<LocalTime>,
        /// Why, when the day is an exception with a note.
        note: Option<Localized>,
    },
}

/// Reads `YYYY-MM-DD`.
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

impl Hours {
    /// Open or closed at this moment, and when that changes.
    pub fn status(&self, now: LocalTime) -> Status {
        let (spans, note) = self.day(now.date);
        if spans.iter().any(|span| span.from <= now.minute && now.minute < span.to) {
            return Status::Open { until: self.closes(now) };
        }
        Status::Closed { opens: self.opens(now), note: note.cloned() }
    }

    /// The spans of a day, and why they differ from the week.
    pub fn day(&self, date: Date) -> (&[Span], Option<&Localized>) {
        let exception = self.exceptions.iter().find(|exception| {
            parse_date(&exception.from).is_some_and(|from| from <= date)
                && parse_date(&exception.to).is_some_and(|to| date <= to)
        });
        match exception {
            Some(exception) => (&exception.spans, Some(&exception.note).filter(|note| !note.is_empty())),
            None => (&self.week[usize::from(date.weekday().number_days_from_monday())], None),
        }
    }

    /// Follows spans that touch, over midnight too, to the end of the opening that `now` lies in.
    fn closes(&self, now: LocalTime) -> Option<LocalTime> {
        let (mut date, mut minute) = (now.date, now.minute);
        for _ in 0..=7 {
            while let Some(span) =
                self.day(date).0.iter().find(|span| span.from <= minute && minute < span.to)
            {
                minute = span.to;
            }
            if minute < DAY_MINUTES {
                return Some(LocalTime { date, minute });
            }
            let next = date.next_day()?;
            if !self.day(next).0.iter().any(|span| span.from == 0) {
                return Some(LocalTime { date, minute });
            }
            (date, minute) = (next, 0);
        }
        None
    }

    fn opens(&self, now: LocalTime) -> Option<LocalTime> {
        let (mut date, mut after) = (now.date, Some(now.minute));
        for _ in 0..60 {
            let first =
                self.day(date).0.iter().map(|span| span.from).filter(|from| after.is_none_or(|m| *from > m));
            if let Some(minute) = first.min() {
                return Some(LocalTime { date, minute });
            }
            (date, after) = (date.next_day()?, None);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Open 10:00–20:00, closed on Friday, over midnight on Thursday.
    fn hours() -> Hours {
        let day = vec![Span { from: 600, to: 1200 }];
        let mut week = std::array::from_fn(|_| day.clone());
        week[3] = vec![Span { from: 600, to: 1440 }];
        week[4] = vec![Span { from: 0, to: 60 }];
        Hours {
            time_zone: "Asia/Dhaka".into(),
            week,
            exceptions: vec![Exception {
                from: "2026-03-20".into(),
                to: "2026-03-22".into(),
                spans: vec![],
                note: Localized::both("ঈদের ছুটি", "Eid holiday"),
            }],
            reply_minutes: Some(10),
        }
    }

    fn at(date: &str, minute: u16) -> LocalTime {
        LocalTime { date: parse_date(date).unwrap(), minute }
    }

    #[test]
    fn open_until_the_end_of_the_day() {
        assert_eq!(
            hours().status(at("2026-11-21", 600)),
            Status::Open { until: Some(at("2026-11-21", 1200)) }
        );
    }

    #[test]
    fn an_evening_that_runs_past_midnight_is_one_opening() {
        assert_eq!(
            hours().status(at("2026-11-19", 1300)),
            Status::Open { until: Some(at("2026-11-20", 60)) }
        );
    }

    #[test]
    fn closed_on_friday_opens_on_saturday() {
        let status = hours().status(at("2026-11-20", 700));
        assert_eq!(status, Status::Closed { opens: Some(at("2026-11-21", 600)), note: None });
    }

    #[test]
    fn a_holiday_overrides_the_week_and_says_why() {
        let Status::Closed { opens, note } = hours().status(at("2026-03-21", 700)) else {
            panic!("open in the holiday")
        };
        assert_eq!(opens, Some(at("2026-03-23", 600)));
        assert_eq!(note.unwrap().get(crate::locale::Locale::En), "Eid holiday");
    }

    #[test]
    fn a_shop_that_never_opens_says_nothing_of_when() {
        let never = Hours { time_zone: "Asia/Dhaka".into(), ..Hours::default() };
        assert_eq!(never.status(at("2026-11-21", 0)), Status::Closed { opens: None, note: None });
    }

    #[test]
    fn a_shop_that_never_closes_says_nothing_of_when() {
        let week = std::array::from_fn(|_| vec![Span { from: 0, to: 1440 }]);
        let always = Hours { time_zone: "Asia/Dhaka".into(), week, ..Hours::default() };
        assert_eq!(always.status(at("2026-11-21", 5)), Status::Open { until: None });
    }

    #[test]
    fn dates_are_read_strictly() {
        assert!(parse_date("2026-02-29").is_none());
        assert!(parse_date("2026-2-9").is_none());
        assert!(parse_date("2024-02-29").is_some());
    }
}
