//! How many frames a second.

/// Frames a second, a whole number of them and at most 30: fast sources lose every second frame or more, films made by
/// phones, whose rate wavers, get a constant one.
pub(super) fn constant(rate: f64) -> u32 {
    let rate = if rate.is_finite() && rate > 0.0 { rate } else { 25.0 };
    if rate > 30.5 {
        // 50 → 25, 59.94 → 30, 48 → 24; what is near no multiple gets 30.
        let near = |frames: &u32| {
            let times = rate / f64::from(*frames);
            (times - times.round()).abs() < 0.01 * times
        };
        return [30, 25, 24].into_iter().find(near).unwrap_or(30);
    }
    match rate {
        ..5.0 => 5,
        ..23.5 => rate.round() as u32,
        ..24.5 => 24,
        ..25.5 => 25,
        // Rather a frame twice than one left out.
        _ => 30,
    }
}

#[cfg(test)]
mod tests {
    use super::constant;

    #[test]
    fn each_rate_becomes_a_whole_one_of_at_most_thirty() {
        let known = [
            (23.976, 24),
            (24.0, 24),
            (25.0, 25),
            (29.97, 30),
            (30.0, 30),
            (48.0, 24),
            (50.0, 25),
            (59.94, 30),
            (60.0, 30),
            (100.0, 25),
            (120.0, 30),
            (240.0, 30),
            (15.0, 15),
            (12.4, 12),
            (0.5, 5),
            (28.7, 30),
            (31.2, 30),
            (1e9, 30),
            (f64::NAN, 25),
            (f64::INFINITY, 25),
            (-1.0, 25),
        ];
        for (rate, frames) in known {
            assert_eq!(constant(rate), frames, "{rate}");
        }
    }
}
