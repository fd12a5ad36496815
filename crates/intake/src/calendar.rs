//! A call or meeting as a calendar file.

use alap_protocol::hours::LocalTime;
use time::{Duration, OffsetDateTime};

use crate::dates::pad;

/// Octets of a line, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// What stands in the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Appointment<'a> {
    /// One of a kind in the world, and the same each time the file is made: `REQUEST@HOST`.
    pub uid: &'a str,
    /// When the file is made, in milliseconds since 1970 UTC.
    pub stamp: i64,
    /// When it begins, in milliseconds since 1970 UTC.
    pub at: i64,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// So many minutes before it, the calendar reminds; 0 for never.
    pub remind_minutes: u16,
    /// The name of the shop's time zone: `Asia/Dhaka`.
    pub zone: &'a str,
    /// How many minutes it is ahead of UTC at that time.
    pub zone_minutes: i32,
    /// One line.
    pub summary: &'a str,
    /// Some lines; may be empty.
    pub description: &'a str,
}

/// The calendar file, `text/calendar; charset=utf-8`: one event, by RFC 5545. The zone is written with its one offset, which
/// is right for that event. Times out of the calendar (before the year 0 or after 9999) stand as 1970.
pub fn ics(appointment: &Appointment<'_>) -> String {
    let zone: String = appointment
        .zone
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "/_+-".contains(*c))
        .take(64)
        .collect();
    let zone = if zone.is_empty() { "Shop" } else { &zone };
    let offset = offset(appointment.zone_minutes);
    let local = |at: i64| stamp(at, appointment.zone_minutes);
    let end = appointment.at.saturating_add(i64::from(appointment.minutes) * 60_000);
    let (summary, description) = (escaped(appointment.summary), escaped(appointment.description));

    let mut file = String::new();
    let mut line = |parts: &[&str]| fold(&mut file, &parts.concat());
    line(&["BEGIN:VCALENDAR"]);
    line(&["VERSION:2.0"]);
    line(&["PRODID:-//Alap//Order desk//EN"]);
    line(&["CALSCALE:GREGORIAN"]);
    line(&["METHOD:PUBLISH"]);
    line(&["BEGIN:VTIMEZONE"]);
    line(&["TZID:", zone]);
    line(&["BEGIN:STANDARD"]);
    line(&["DTSTART:19700101T000000"]);
    line(&["TZOFFSETFROM:", &offset]);
    line(&["TZOFFSETTO:", &offset]);
    line(&["END:STANDARD"]);
    line(&["END:VTIMEZONE"]);
    line(&["BEGIN:VEVENT"]);
    line(&["UID:", &escaped(appointment.uid)]);
    line(&["DTSTAMP:", &stamp(appointment.stamp, 0), "Z"]);
    line(&["DTSTART;TZID=", zone, ":", &local(appointment.at)]);
    line(&["DTEND;TZID=", zone, ":", &local(end)]);
    line(&["SUMMARY:", &summary]);
    if !description.is_empty() {
        line(&["DESCRIPTION:", &description]);
    }
    if appointment.remind_minutes > 0 {
        line(&["BEGIN:VALARM"]);
        line(&["ACTION:DISPLAY"]);
        line(&["DESCRIPTION:", &summary]);
        line(&["TRIGGER:-PT", &appointment.remind_minutes.to_string(), "M"]);
        line(&["END:VALARM"]);
    }
    line(&["END:VEVENT"]);
    line(&["END:VCALENDAR"]);
    file
}

/// The shop's own time of a moment in milliseconds since 1970 UTC; seconds are left out. None out of the calendar.
pub fn local(at: i64, zone_minutes: i32) -> Option<LocalTime> {
    let moment = OffsetDateTime::from_unix_timestamp(at.div_euclid(1_000)).ok()?;
    let moment = moment.checked_add(Duration::minutes(i64::from(zone_minutes)))?;
    let minute = u16::from(moment.hour()) * 60 + u16::from(moment.minute());
    Some(LocalTime { date: moment.date(), minute })
}

/// `20261225T190000`.
fn stamp(at: i64, zone_minutes: i32) -> String {
    let Some(local) = local(at, zone_minutes).filter(|local| local.date.year() >= 0) else {
        return "19700101T000000".to_owned();
    };
    let second = u32::try_from(at.div_euclid(1_000).rem_euclid(60)).unwrap_or(0);
    let mut text = String::with_capacity(15);
    pad(&mut text, local.date.year().unsigned_abs(), 4);
    pad(&mut text, u32::from(u8::from(local.date.month())), 2);
    pad(&mut text, u32::from(local.date.day()), 2);
    text.push('T');
    pad(&mut text, u32::from(local.minute / 60), 2);
    pad(&mut text, u32::from(local.minute % 60), 2);
    pad(&mut text, second, 2);
    text
}

/// `+0600`.
fn offset(minutes: i32) -> String {
    let mut text = String::from(if minutes < 0 { "-" } else { "+" });
    let size = minutes.unsigned_abs().min(14 * 60);
    pad(&mut text, size / 60, 2);
    pad(&mut text, size % 60, 2);
    text
}

/// As text stands in a calendar file (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                written.push('\\');
                written.push(c);
            }
            '\n' | '\r' => written.push_str("\\n"),
            '\t' => written.push(' '),
            c if c.is_control() => {}
            c => written.push(c),
        }
    }
    written
}

/// Adds a line, cut into pieces of at most 75 octets, never within a character.
fn fold(file: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(c);
        used += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// 25 December 2026, 19:00 in Dhaka.
    const AT: i64 = 1_798_203_600_000;

    fn call() -> Appointment<'static> {
        Appointment {
            uid: "0190@alap.example",
            stamp: AT - 86_400_000,
            at: AT,
            minutes: 90,
            remind_minutes: 30,
            zone: "Asia/Dhaka",
            zone_minutes: 360,
            summary: "কল: নকশী কাঁথা ঘর, মাপ নিয়ে কথা; dress, fitting and a few words about the cloth",
            description: "Line one\r\nLine two \\ end",
        }
    }

    fn unfolded(file: &str) -> String {
        file.replace("\r\n ", "")
    }

    #[test]
    fn an_event_stands_in_the_shop_s_own_time() {
        let file = unfolded(&ics(&call()));
        for line in [
            "TZID:Asia/Dhaka",
            "TZOFFSETTO:+0600",
            "UID:0190@alap.example",
            "DTSTAMP:20261224T130000Z",
            "DTSTART;TZID=Asia/Dhaka:20261225T190000",
            "DTEND;TZID=Asia/Dhaka:20261225T203000",
            "DESCRIPTION:Line one\\nLine two \\\\ end",
            "TRIGGER:-PT30M",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line}\n{file}");
        }
        assert!(file.contains("SUMMARY:কল: নকশী কাঁথা ঘর\\, মাপ নিয়ে কথা\\; dress"));
        assert!(!unfolded(&ics(&Appointment { remind_minutes: 0, ..call() })).contains("VALARM"));
    }

    #[test]
    fn moments_are_told_in_any_zone() {
        let at = |zone| local(AT, zone).map(|local| (local.date.day(), local.minute));
        assert_eq!(at(360), Some((25, 19 * 60)));
        assert_eq!(at(0), Some((25, 13 * 60)));
        assert_eq!(at(-14 * 60), Some((24, 23 * 60)));
        assert_eq!(local(i64::MAX, 0), None);
        assert_eq!(offset(-330), "-0530");
    }

    proptest! {
        #[test]
        fn no_text_breaks_a_line_or_adds_one(
            (summary, description, uid, zone) in (any::<String>(), any::<String>(), any::<String>(), any::<String>()),
            (at, stamp, zone_minutes) in (any::<i64>(), any::<i64>(), any::<i32>()),
        ) {
            let plain = ics(&Appointment { description: "x", ..call() });
            let description = format!("x{description}");
            let made = Appointment {
                uid: &uid, stamp, at, zone: &zone, zone_minutes, summary: &summary, description: &description, ..call()
            };
            let file = ics(&made);
            prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE && !line.contains(['\r', '\n'])));
            prop_assert_eq!(unfolded(&file).lines().count(), unfolded(&plain).lines().count());
        }
    }
}
