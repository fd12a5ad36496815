//! How long somebody has waited, in words.

use alap_protocol::locale::Locale;
use alap_ui::words::{number, tr_with};

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// "42 s", "7 min", "2 h 5 min", "3 d". A time in the future is no time at all: clocks differ a little.
pub(crate) fn span(locale: Locale, ms: i64) -> String {
    let ms = ms.max(0);
    let one = |key, count: i64| tr_with(locale, key, &[("count", &number(locale, count))]);
    match ms {
        ..MINUTE => one("inbox.seconds", ms / SECOND),
        MINUTE..HOUR => one("inbox.minutes", ms / MINUTE),
        HOUR..DAY if ms % HOUR < MINUTE => one("inbox.hours", ms / HOUR),
        HOUR..DAY => {
            format!("{} {}", one("inbox.hours", ms / HOUR), one("inbox.minutes", ms % HOUR / MINUTE))
        }
        _ => one("inbox.days", ms / DAY),
    }
}

/// Too long for somebody who stands in a shop.
pub(crate) fn is_long(ms: i64) -> bool {
    ms >= 5 * MINUTE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ms: i64, bn: &str, en: &str) {
        assert_eq!(span(Locale::Bn, ms), bn);
        assert_eq!(span(Locale::En, ms), en);
    }

    #[test]
    fn a_wait_is_said_as_coarsely_as_people_say_it() {
        check(-5, "০ সেকেন্ড", "0 s");
        check(42_900, "৪২ সেকেন্ড", "42 s");
        check(7 * MINUTE + 59_000, "৭ মিনিট", "7 min");
        check(2 * HOUR, "২ ঘণ্টা", "2 h");
        check(2 * HOUR + 5 * MINUTE, "২ ঘণ্টা ৫ মিনিট", "2 h 5 min");
        check(3 * DAY + HOUR, "৩ দিন", "3 d");
    }
}
