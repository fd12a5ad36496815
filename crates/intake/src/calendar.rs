//! A call or meeting as a calendar file.

use alap_protocol::hours::LocalTime;

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
    /// How many minutes it is ahead of UTC.
    pub zone_minutes: i32,
    /// One line.
    pub summary: &'a str,
    /// Some lines; may be empty.
    pub description: &'a str,
}

/// The calendar file, `text/calendar; charset=utf-8`: one event, by RFC 5545.
pub fn ics(_appointment: &Appointment<'_>) -> String {
    String::new()
}

/// The shop's own time of a moment.
pub fn local(at: i64, zone_minutes: i32) -> Option<LocalTime> {
    let _ = (at, zone_minutes);
    None
}
