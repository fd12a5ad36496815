//! When a delivery that failed is tried again: over three days, as the standard recommends.

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// How long after a failed try the next one comes, in milliseconds.
const WAITS: [i64; 9] =
    [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/// When to try again after so many tries, the one that just failed counted; `None` once it is given up.
pub fn next_at(tries: u32, now: i64) -> Option<i64> {
    let before = usize::try_from(tries.max(1) - 1).ok()?;
    WAITS.get(before).map(|wait| now.saturating_add(*wait))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_tries_over_three_days_then_it_is_given_up() {
        assert_eq!(next_at(1, 0), Some(5 * SECOND));
        assert_eq!(next_at(2, 0), Some(5 * MINUTE));
        assert_eq!(next_at(9, 0), Some(24 * HOUR));
        assert_eq!(next_at(10, 0), None);
        assert_eq!(next_at(u32::MAX, 0), None);
    }
}
