//! Times as logs and exports write them.

/// Reads seconds, milliseconds or microseconds since 1970, or `2026-11-30`, perhaps with `18:45:00` and an offset (`Z`,
/// `+06:00`, `+0600`) behind; without an offset it is taken as UTC. Seconds since 1970 UTC.
pub(super) fn seconds(text: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(text).ok()?;
    let seconds = if text.len() >= 10 && text.as_bytes().get(4) == Some(&b'-') {
        calendar(text)?
    } else {
        since_1970(text)?
    };
    u32::try_from(seconds).ok()
}

/// Which unit it is, its size says: read as the next larger one it would be past the year 5000.
fn since_1970(text: &str) -> Option<i64> {
    let whole = match text.split_once('.') {
        Some((whole, part)) if part.bytes().all(|byte| byte.is_ascii_digit()) => whole,
        Some(_) => return None,
        None => text,
    };
    let number: u64 = whole.parse().ok()?;
    let seconds = match number {
        0..100_000_000_000 => number,
        100_000_000_000..100_000_000_000_000 => number / 1_000,
        _ => number / 1_000_000,
    };
    i64::try_from(seconds).ok()
}

fn calendar(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let mut parts = date.split('-');
    let mut part = |digits: usize| number(parts.next()?, digits);
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let midnight = days(year, month, day) * 86_400;
    let rest = rest.strip_prefix(['T', 't', ' ']).unwrap_or(rest).trim();
    if rest.is_empty() {
        return Some(midnight);
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(rest.len());
    let (clock, offset) = rest.split_at_checked(end)?;
    Some(midnight + clock_seconds(clock)? - offset_seconds(offset.trim())?)
}

/// `18:45`, `18:45:00`, `18:45:00.123`.
fn clock_seconds(text: &str) -> Option<i64> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let mut parts = whole.split(':');
    let (hour, minute) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let second = parts.next().map_or(Some(0), |second| number(second, 2))?;
    let is_clock = hour < 24 && minute < 60 && second <= 60 && parts.next().is_none();
    is_clock.then_some(hour * 3_600 + minute * 60 + second)
}

/// East of Greenwich counts up.
fn offset_seconds(text: &str) -> Option<i64> {
    if matches!(text, "" | "Z" | "z" | "UTC" | "GMT") {
        return Some(0);
    }
    let sign = if text.starts_with('+') { 1 } else { -1 };
    let digits = text.strip_prefix(['+', '-'])?.replace(':', "");
    let (hour, minute) = digits.split_at_checked(2)?;
    let minute = if minute.is_empty() { 0 } else { number(minute, 2)? };
    Some(sign * (number(hour, 2)? * 3_600 + minute * 60))
}

fn number(text: &str, digits: usize) -> Option<i64> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// Days since 1970, in the calendar of today. Years begin in March here, so that the leap day is the last one.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        for (text, expected) in [
            ("0", 0),
            ("1191291960", 1_191_291_960),
            ("1191291960.25", 1_191_291_960),
            ("1191291960123", 1_191_291_960),
            ("1191291960123456", 1_191_291_960),
            ("1970-01-01", 0),
            ("2000-03-01", 951_868_800),
            ("2026-11-30T18:45:00Z", 1_796_064_300),
            ("2026-11-30 18:45:00", 1_796_064_300),
            ("2026-11-30T18:45:00.123Z", 1_796_064_300),
            ("2026-12-01T00:45:00+06:00", 1_796_064_300),
            ("2026-12-01 00:45:00 +0600", 1_796_064_300),
            ("2026-11-30 14:45 -04", 1_796_064_300),
            ("2026-11-30 18:45:00 UTC", 1_796_064_300),
        ] {
            assert_eq!(seconds(text.as_bytes()), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "yesterday",
            "-5",
            "1e9",
            "12.x",
            "2026-13-01",
            "2026-00-10",
            "2026-11-32",
            "2026-11-30T25:00:00Z",
            "2026-11-30T18:60:00Z",
            "2026-11-30T18:45:00 Dhaka",
            "30-11-2026 18:45",
            "1969-12-31",
            "9999-12-31",
            "99999999999999999999",
            "২০২৬-১১-৩০",
        ] {
            assert_eq!(seconds(text.as_bytes()), None, "{text}");
        }
        assert_eq!(seconds(b"\xff\xfe"), None);
    }

    proptest! {
        #[test]
        fn each_day_is_one_later_than_the_one_before(year in 1970_i64..2100, month in 1_i64..=12, day in 1_i64..28) {
            prop_assert_eq!(days(year, month, day + 1), days(year, month, day) + 1);
            let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            let length = days(next_year, next_month, 1) - days(year, month, 1);
            prop_assert!((28..=31).contains(&length));
        }

        #[test]
        fn any_text_is_a_time_or_none(text: String) {
            seconds(text.as_bytes());
        }
    }
}
