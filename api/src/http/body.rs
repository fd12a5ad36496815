//! JSON that came in. Bad input has one shape, and each kind of it its own status.

use std::{collections::HashSet, fmt, time::Duration};

use alap_protocol::{error::ErrorCode, limits::BODY_BYTES};
use axum::{
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::error::Category;

use super::error::ApiError;

/// How long a body may take to arrive.
const ARRIVES_WITHIN: Duration = Duration::from_secs(10);

/// The body, read as JSON of exactly this shape.
#[derive(Clone, Copy, Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Self::Rejection> {
        if !is_json(request.headers()) {
            return Err(ErrorCode::UnsupportedMediaType.into());
        }
        let body = Limited::new(request.into_body(), BODY_BYTES).collect();
        let bytes = match tokio::time::timeout(ARRIVES_WITHIN, body).await {
            Err(_elapsed) => return Err(ErrorCode::Timeout.into()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => return Err(ErrorCode::TooLarge.into()),
            Ok(Err(_broken_off)) => return Err(ErrorCode::Malformed.into()),
            Ok(Ok(body)) => body.to_bytes(),
        };
        read(&bytes).map(Self)
    }
}

/// Reads JSON: 400 for what is none, or says a thing twice; 422 for what has another shape than it should.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    serde_json::from_slice::<Strict>(bytes).map_err(|_| ErrorCode::Malformed)?;
    serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        Category::Data => ErrorCode::Invalid.into(),
        Category::Io | Category::Syntax | Category::Eof => ErrorCode::Malformed.into(),
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(Ok(value)) = headers.get(header::CONTENT_TYPE).map(|value| value.to_str()) else { return false };
    let mut parts = value.split(';').map(|part| part.trim().to_ascii_lowercase());
    parts.next().as_deref() == Some("application/json")
        && parts.all(|part| part.is_empty() || part == "charset=utf-8" || part == "charset=\"utf-8\"")
}

/// Any JSON in which no object has a key twice. Its depth is bounded by the parser.
struct Strict;

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Strict;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without a key twice")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Strict, A::Error> {
        let mut keys = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if !keys.insert(key) {
                return Err(A::Error::custom("a key stands twice"));
            }
            map.next_value::<Strict>()?;
        }
        Ok(Strict)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Strict, A::Error> {
        while seq.next_element::<Strict>()?.is_some() {}
        Ok(Strict)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_str<E>(self, _: &str) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_unit<E>(self) -> Result<Strict, E> {
        Ok(Strict)
    }
}

#[cfg(test)]
mod tests {
    use alap_protocol::shopper::Seen;
    use axum::http::HeaderValue;

    use super::*;

    fn check(bytes: &[u8], expected: Option<ErrorCode>) {
        let code = read::<Seen>(bytes).err().map(|error| error.code);
        assert_eq!(code, expected, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn each_kind_of_bad_json_has_its_own_code() {
        check(br#"{"up_to":3}"#, None);
        check(b"", Some(ErrorCode::Malformed));
        check(b"{", Some(ErrorCode::Malformed));
        check(br#"{"up_to":3} x"#, Some(ErrorCode::Malformed));
        check(b"{\"up_to\":3,\"\xff\":1}", Some(ErrorCode::Malformed));
        check(br#"{"up_to":3,"up_to":4}"#, Some(ErrorCode::Malformed));
        check(br#"{"up_to":3,"x":{"a":[{"b":1,"b":2}]}}"#, Some(ErrorCode::Malformed));
        check(format!("{}{}", "[".repeat(5_000), "]".repeat(5_000)).as_bytes(), Some(ErrorCode::Malformed));
        check(br#"{"up_to":3,"role":"agent"}"#, Some(ErrorCode::Invalid));
        check(br#"{"up_to":-3}"#, Some(ErrorCode::Invalid));
        check(br#"{"up_to":"3"}"#, Some(ErrorCode::Invalid));
        check(br#"{}"#, Some(ErrorCode::Invalid));
    }

    #[test]
    fn only_json_is_json() {
        for (value, expected) in [
            ("application/json", true),
            ("Application/JSON; charset=UTF-8", true),
            ("text/plain", false),
            ("application/x-www-form-urlencoded", false),
            ("application/json; charset=latin1", false),
            ("application/jsonx", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_str(value).unwrap());
            assert_eq!(is_json(&headers), expected, "{value}");
        }
        assert!(!is_json(&HeaderMap::new()));
    }
}
