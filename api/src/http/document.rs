//! Something that has a version, in two encodings: JSON for whoever asks, postcard for the widget.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use serde::Serialize;

use super::asset::{Asset, Keep};

/// Why a value could not be written down.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Not as JSON.
    #[error("it cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// Not for the widget.
    #[error("it cannot be written as postcard: {0}")]
    Compact(#[from] postcard::Error),
}

/// A value, written down once. The tag of its answers is the version.
#[derive(Clone, Debug)]
pub struct Document {
    version: String,
    media_type: &'static str,
    json: Asset,
    compact: Asset,
}

impl Document {
    /// A large one, or one of many: compressed quickly. Takes a while all the same, so not on a thread that serves.
    pub fn large(
        media_type: &'static str,
        version: &str,
        value: &impl Serialize,
    ) -> Result<Self, DocumentError> {
        Self::written(media_type, version, value, Asset::new)
    }

    /// A small one, compressed as far as it goes.
    pub fn small(
        media_type: &'static str,
        version: &str,
        value: &impl Serialize,
    ) -> Result<Self, DocumentError> {
        Self::written(media_type, version, value, Asset::small)
    }

    fn written(
        media_type: &'static str,
        version: &str,
        value: &impl Serialize,
        packed: fn(&'static str, Vec<u8>) -> Asset,
    ) -> Result<Self, DocumentError> {
        let json = packed("application/json", serde_json::to_vec(value)?).tagged(version);
        let compact = packed(media_type, postcard::to_allocvec(value)?).tagged(&format!("{version}-p"));
        Ok(Self { version: version.to_owned(), media_type, json, compact })
    }

    /// The answer to a request with this query and these headers: in the encoding that it accepts, to be kept for good if it
    /// asked for this very version.
    pub fn answer(&self, query: Option<&str>, asked: &HeaderMap) -> Response {
        let wanted = asked.get(header::ACCEPT).and_then(|value| value.to_str().ok());
        let compact = wanted.is_some_and(|types| types.contains(self.media_type));
        let asset = if compact { &self.compact } else { &self.json };
        let mut response = asset.answer(asked, keep(query, &self.version));
        response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
        response
    }
}

/// How long an answer to `?v=VERSION` may be kept: for good, if that is the version it has. Who asks for another one, or for
/// none, asks again next time.
pub fn keep(query: Option<&str>, version: &str) -> Keep {
    let asked = query.and_then(|query| query.strip_prefix("v="));
    if asked == Some(version) { Keep::Forever } else { Keep::Ask }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "application/vnd.alap.test";

    #[test]
    fn the_widget_gets_postcard_and_whoever_else_json() {
        let document = Document::small(TYPE, "1f", &("কাঁথা", 7_u8)).unwrap();
        for (accept, kind, tag) in [("*/*", "application/json", "\"1f\""), (TYPE, TYPE, "\"1f-p\"")] {
            let asked = HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(accept))]);
            let answer = document.answer(None, &asked);
            assert_eq!(answer.headers()[header::CONTENT_TYPE], kind);
            assert_eq!(answer.headers()[header::ETAG], tag);
            assert!(answer.headers().get_all(header::VARY).iter().any(|value| value == "accept"));
        }
    }

    #[test]
    fn only_the_version_that_was_asked_for_is_kept_for_good() {
        for (query, kept) in [
            (Some("v=1f"), Keep::Forever),
            (Some("v=1e"), Keep::Ask),
            (Some("v="), Keep::Ask),
            (Some("w=1f"), Keep::Ask),
            (None, Keep::Ask),
        ] {
            assert_eq!(keep(query, "1f"), kept, "{query:?}");
        }
    }
}
