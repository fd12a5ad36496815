//! One part of a file (RFC 9110, section 14): players ask for it to begin at a moment, and some play nothing without it.

use std::ops::Range;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};

/// The part of the file that these headers ask for, or all of it.
pub fn answer(mime: &'static str, bytes: Vec<u8>, asked: &HeaderMap) -> Response {
    let (all, bytes) = (bytes.len(), Bytes::from(bytes));
    // Whoever wants a part only of the file they know gets all of it: it has no tag.
    let wanted = asked.get(header::RANGE).filter(|_| !asked.contains_key(header::IF_RANGE));
    let (status, body, place) = match wanted.map(|value| parse(value, all)) {
        None | Some(Wanted::All) => (StatusCode::OK, bytes, None),
        Some(Wanted::Part(range)) => {
            let place = format!("bytes {}-{}/{all}", range.start, range.end.saturating_sub(1));
            (StatusCode::PARTIAL_CONTENT, bytes.slice(range), Some(place))
        }
        Some(Wanted::Nothing) => {
            (StatusCode::RANGE_NOT_SATISFIABLE, Bytes::new(), Some(format!("bytes */{all}")))
        }
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    if let Some(place) = place.and_then(|place| HeaderValue::try_from(place).ok()) {
        headers.insert(header::CONTENT_RANGE, place);
    }
    response
}

#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    /// What is not understood, and several parts at once, may be answered with all of it.
    All,
    Part(Range<usize>),
    /// A part that the file does not have.
    Nothing,
}

fn parse(value: &HeaderValue, all: usize) -> Wanted {
    let text = value.to_str().unwrap_or_default();
    let Some((first, last)) = text.strip_prefix("bytes=").and_then(|range| range.trim().split_once('-'))
    else {
        return Wanted::All;
    };
    let range = match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(all),
        (Ok(first), Err(_)) if last.is_empty() => first..all,
        (Err(_), Ok(length)) if first.is_empty() => all.saturating_sub(length)..all,
        _ => return Wanted::All,
    };
    if range.start < range.end { Wanted::Part(range) } else { Wanted::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_is_cut_out_of_the_file() {
        let parse = |text| parse(&HeaderValue::from_static(text), 1_000);
        assert_eq!(parse("bytes=0-"), Wanted::Part(0..1_000));
        assert_eq!(parse("bytes=10-19"), Wanted::Part(10..20));
        assert_eq!(parse("bytes=990-5000"), Wanted::Part(990..1_000));
        assert_eq!(parse("bytes=-100"), Wanted::Part(900..1_000));
        assert_eq!(parse("bytes=-5000"), Wanted::Part(0..1_000));
        assert_eq!(parse("bytes=1000-"), Wanted::Nothing);
        assert_eq!(parse("bytes=-0"), Wanted::Nothing);
        for odd in ["", "bytes", "bytes=", "bytes=-", "bytes=9-1", "bytes=0-1,5-6", "items=0-1", "bytes=a-b"]
        {
            assert_eq!(parse(odd), Wanted::All, "{odd}");
        }
        assert_eq!(
            parse("bytes=18446744073709551615-18446744073709551615"),
            Wanted::Nothing,
            "nothing overflows"
        );
    }
}
