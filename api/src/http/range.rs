//! One part of a file (RFC 9110, section 14): players ask for it to begin at a moment, and some play nothing without it.

use std::ops::Range;

use axum::http::HeaderValue;

/// What of a file is wanted.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of it: so may be answered what is not understood, and several parts at once.
    All,
    /// These bytes; at least one.
    Part(Range<u64>),
    /// A part that the file does not have.
    Nothing,
}

/// Reads a `Range` header for a file of so many bytes.
pub fn wanted(value: &HeaderValue, all: u64) -> Wanted {
    let text = value.to_str().unwrap_or_default();
    let Some((first, last)) = text.strip_prefix("bytes=").and_then(|range| range.trim().split_once('-'))
    else {
        return Wanted::All;
    };
    let range = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(all),
        (Some(first), None) if last.is_empty() => first..all,
        (None, Some(length)) if first.is_empty() => all.saturating_sub(length)..all,
        _ => return Wanted::All,
    };
    if range.start < range.end { Wanted::Part(range) } else { Wanted::Nothing }
}

/// Digits only; a number that is too large lies past the end of every file.
fn number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_is_cut_out_of_the_file() {
        let parse = |text| wanted(&HeaderValue::from_static(text), 1_000);
        assert_eq!(parse("bytes=0-"), Wanted::Part(0..1_000));
        assert_eq!(parse("bytes=10-19"), Wanted::Part(10..20));
        assert_eq!(parse("bytes=990-5000"), Wanted::Part(990..1_000));
        assert_eq!(parse("bytes=-100"), Wanted::Part(900..1_000));
        assert_eq!(parse("bytes=-5000"), Wanted::Part(0..1_000));
        assert_eq!(parse("bytes=1000-"), Wanted::Nothing);
        assert_eq!(parse("bytes=-0"), Wanted::Nothing);
        for odd in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=9-1",
            "bytes=0-1,5-6",
            "items=0-1",
            "bytes=a-b",
            "bytes=+1-9",
        ] {
            assert_eq!(parse(odd), Wanted::All, "{odd}");
        }
        for past in [
            "bytes=18446744073709551615-18446744073709551615",
            "bytes=99999999999999999999999-",
            "bytes=18446744073709551615-",
        ] {
            assert_eq!(parse(past), Wanted::Nothing, "nothing overflows: {past}");
        }
        assert_eq!(wanted(&HeaderValue::from_static("bytes=0-"), 0), Wanted::Nothing);
    }
}
