//! The server's time, as near as its answers tell: what runs out runs out by its clock, not by the device's.

use std::cell::Cell;

use alap_ui::device_time;

thread_local! {
    /// So many milliseconds the server's clock is ahead of this device's.
    static AHEAD: Cell<i64> = const { Cell::new(0) };
}

/// Milliseconds since 1970 UTC.
pub(crate) fn now() -> i64 {
    device_time::now() + AHEAD.get()
}

/// Takes the `Date` of an answer that has just come.
pub(crate) fn take(date: Option<String>) {
    let at = date.map_or(f64::NAN, |date| js_sys::Date::parse(&date));
    if at.is_finite() {
        AHEAD.set(at as i64 - device_time::now());
    }
}

/// Something has happened at this time: it cannot be earlier now.
pub(crate) fn not_before(at: i64) {
    AHEAD.set(AHEAD.get().max(at - device_time::now()));
}
