//! Free times for calls and meetings, in the shop's own time.

use alap_protocol::{
    form::SlotRule,
    hours::{Hours, LocalTime},
};

/// So many free times at most.
const MOST: usize = 500;
/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// The starts that are free, in order: on a grid of the rule's minutes from the beginning of each opening, after the notice, up to
/// the last day, and none that overlaps a time already `taken` (starts; each as long as the rule says). At most 500. A time never
/// runs past midnight or the end of its opening.
pub fn free(hours: &Hours, rule: &SlotRule, now: LocalTime, taken: &[LocalTime]) -> Vec<LocalTime> {
    let minutes = i64::from(rule.minutes.clamp(5, 240));
    let first = count(now) + i64::from(rule.notice_minutes);
    let taken: Vec<i64> = taken.iter().map(|taken| count(*taken)).collect();
    let mut found = Vec::new();
    // What was found last ends then: openings that overlap give no time twice.
    let mut free_from = first;
    let mut date = now.date;
    for _ in 0..=rule.days.min(60) {
        let day = i64::from(date.to_julian_day()) * DAY;
        let mut spans = hours.day(date).0.to_vec();
        spans.sort_unstable_by_key(|span| span.from);
        for span in spans {
            let end = i64::from(span.to).min(DAY);
            let mut minute = i64::from(span.from);
            while minute + minutes <= end {
                let start = day + minute;
                let is_taken = taken.iter().any(|taken| (taken - start).abs() < minutes);
                if start >= free_from && !is_taken {
                    found.push(LocalTime { date, minute: u16::try_from(minute).unwrap_or(0) });
                    free_from = start + minutes;
                    if found.len() == MOST {
                        return found;
                    }
                }
                minute += minutes;
            }
        }
        let Some(next) = date.next_day() else { break };
        date = next;
    }
    found
}

/// Minutes since a day long ago.
fn count(at: LocalTime) -> i64 {
    i64::from(at.date.to_julian_day()) * DAY + i64::from(at.minute)
}

#[cfg(test)]
mod tests {
    use alap_protocol::{
        hours::{Exception, Span, parse_date},
        locale::Localized,
    };
    use proptest::prelude::*;

    use super::*;

    const RULE: SlotRule = SlotRule { minutes: 30, notice_minutes: 60, days: 2, remind_minutes: 0 };

    /// Open 10:00–11:45 and 15:00–16:00, closed on Fridays (20 November 2026 is one) and in a holiday.
    fn hours() -> Hours {
        let day = vec![Span { from: 900, to: 960 }, Span { from: 600, to: 705 }];
        let mut week = std::array::from_fn(|_| day.clone());
        week[4].clear();
        let holiday = Exception {
            from: "2026-12-16".into(),
            to: "2026-12-16".into(),
            spans: vec![],
            note: Localized::default(),
        };
        Hours { time_zone: "Asia/Dhaka".into(), week, exceptions: vec![holiday], reply_minutes: None }
    }

    fn at(date: &str, minute: u16) -> LocalTime {
        LocalTime { date: parse_date(date).unwrap(), minute }
    }

    fn minutes_of(found: &[LocalTime], date: &str) -> Vec<u16> {
        let day = parse_date(date).unwrap();
        found.iter().filter(|slot| slot.date == day).map(|slot| slot.minute).collect()
    }

    #[test]
    fn times_lie_on_a_grid_within_the_openings_after_the_notice() {
        let found = free(&hours(), &RULE, at("2026-11-18", 580), &[]);
        assert_eq!(
            minutes_of(&found, "2026-11-18"),
            [660, 900, 930],
            "10:40 is the first minute after the notice"
        );
        assert_eq!(minutes_of(&found, "2026-11-19"), [600, 630, 660, 900, 930], "none ends behind 11:45");
        assert!(minutes_of(&found, "2026-11-20").is_empty(), "closed on Fridays");
        assert!(minutes_of(&found, "2026-11-21").is_empty(), "behind the last day");
    }

    #[test]
    fn what_is_taken_overlaps_nothing_that_is_free() {
        let taken = [at("2026-11-19", 615), at("2026-11-19", 930)];
        let found = free(&hours(), &RULE, at("2026-11-18", 1_000), &taken);
        assert_eq!(minutes_of(&found, "2026-11-19"), [660, 900]);
    }

    #[test]
    fn a_holiday_has_no_times() {
        let found = free(&hours(), &RULE, at("2026-12-15", 0), &[]);
        assert!(minutes_of(&found, "2026-12-16").is_empty());
        assert!(!minutes_of(&found, "2026-12-17").is_empty());
    }

    proptest! {
        #[test]
        fn free_times_are_open_ahead_and_apart(
            spans in prop::collection::vec((0_u16..1_440, 0_u16..1_500), 0..4),
            (minutes, notice, days, now) in (0_u16..300, 0_u16..3_000, 0_u16..90, 0_u16..1_440),
            taken in prop::collection::vec(0_u16..1_440, 0..4),
        ) {
            let day: Vec<Span> = spans.into_iter().map(|(from, to)| Span { from, to }).collect();
            let hours = Hours { week: std::array::from_fn(|_| day.clone()), ..Hours::default() };
            let rule = SlotRule { minutes, notice_minutes: notice, days, remind_minutes: 0 };
            let now = at("2026-11-18", now);
            let taken: Vec<LocalTime> = taken.into_iter().map(|minute| at("2026-11-19", minute)).collect();
            let found = free(&hours, &rule, now, &taken);
            let long = i64::from(minutes.clamp(5, 240));
            prop_assert!(found.len() <= MOST);
            prop_assert!(found.windows(2).all(|pair| count(pair[1]) - count(pair[0]) >= long));
            for slot in found {
                prop_assert!(count(slot) >= count(now) + i64::from(notice));
                prop_assert!(taken.iter().all(|taken| (count(*taken) - count(slot)).abs() >= long));
                let end = i64::from(slot.minute) + long;
                prop_assert!(day.iter().any(|span| span.from <= slot.minute && end <= i64::from(span.to)));
            }
        }
    }
}
