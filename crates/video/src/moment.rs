//! A moment of a video as people write it: `0:42`, `1:02:03`, in either kind of digits.

use alap_text::digits;

/// Digits and colons only: nobody names a file so.
pub fn is_meant(text: &str) -> bool {
    !text.is_empty() && digits::fold(text).chars().all(|c| c.is_ascii_digit() || c == ':')
}

/// In seconds from the start.
pub fn parse(text: &str) -> Option<u32> {
    let text = digits::fold(text);
    let parts: Vec<&str> = text.split(':').collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [minutes, seconds] => (0, number(minutes, 1..=3)?, sixtieth(seconds)?),
        [hours, minutes, seconds] => (number(hours, 1..=2)?, sixtieth(minutes)?, sixtieth(seconds)?),
        _ => return None,
    };
    Some(hours * 3_600 + minutes * 60 + seconds)
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    digits.contains(&text.len()).then(|| text.parse().ok())?
}

fn sixtieth(text: &str) -> Option<u32> {
    number(text, 2..=2).filter(|number| *number < 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_minutes_and_seconds_or_hours_too() {
        for (text, seconds) in
            [("0:00", 0), ("0:42", 42), ("০:৪২", 42), ("12:05", 725), ("1:02:03", 3_723), ("90:00", 5_400)]
        {
            assert_eq!(parse(text), Some(seconds), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_not_guessed_at() {
        for text in ["42", "0:60", "0:5", "1:2:03", "1:60:00", ":42", "1:", "1:00:00:00", "1234:00"] {
            assert!(is_meant(text), "{text}");
            assert_eq!(parse(text), None, "{text}");
        }
        for text in ["", "2.mp4", "media/a.mp4", "x:42"] {
            assert!(!is_meant(text), "{text}");
        }
    }
}
