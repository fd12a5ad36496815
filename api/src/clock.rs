//! The one place that looks at a clock.

use std::time::{SystemTime, UNIX_EPOCH};

use time::{Date, Duration, OffsetDateTime};

/// Milliseconds since 1970 UTC.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Today in Bangladesh, six hours ahead of UTC all the year: on which day a sale price begins and ends.
pub fn today() -> Date {
    (OffsetDateTime::from(SystemTime::now()) + Duration::hours(6)).date()
}
