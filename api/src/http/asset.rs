//! Bytes that are served as they are: with a tag, and compressed once.

use std::io::Write as _;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

/// Smaller than this, compressing costs more than it saves.
const WORTH_COMPRESSING: usize = 512;
/// Of eleven: what comes after it takes many times as long for a few percent.
const BROTLI_QUALITY: i32 = 6;
const BROTLI_BEST: i32 = 11;

/// How long a browser may keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Asks each time whether it is still the newest.
    Ask,
    /// For a year: its name changes with its content.
    Forever,
    /// Five minutes, then while it asks.
    Briefly,
    /// Five minutes, and never longer without asking.
    Minutes,
    /// A day, then while it asks.
    Day,
}

impl Keep {
    pub(crate) fn header(self) -> &'static str {
        match self {
            Self::Ask => "no-cache",
            Self::Forever => "public, max-age=31536000, immutable",
            Self::Briefly => "public, max-age=300, stale-while-revalidate=86400",
            Self::Minutes => "public, max-age=300",
            Self::Day => "public, max-age=86400, stale-while-revalidate=604800",
        }
    }
}

/// A file in memory, in every encoding that it is served in.
#[derive(Clone, Debug)]
pub struct Asset {
    mime: &'static str,
    tag: String,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl Asset {
    /// Compresses what is worth it; takes a while, so not on the thread that serves.
    pub fn new(mime: &'static str, plain: Vec<u8>) -> Self {
        let mut asset = Self::bare(mime, plain);
        if is_compressible(mime) && asset.plain.len() >= WORTH_COMPRESSING {
            asset.brotli = brotli(&asset.plain, BROTLI_QUALITY)
                .filter(|bytes| bytes.len() < asset.plain.len())
                .map(Bytes::from);
            asset.gzip = gzip(&asset.plain).filter(|bytes| bytes.len() < asset.plain.len()).map(Bytes::from);
        }
        asset
    }

    /// A small file, compressed as far as it goes.
    pub fn small(mime: &'static str, plain: Vec<u8>) -> Self {
        let (brotli, gzip) = (brotli(&plain, BROTLI_BEST), gzip(&plain));
        let smaller = |packed: &Vec<u8>| packed.len() < plain.len();
        let (brotli, gzip) = (brotli.filter(smaller), gzip.filter(smaller));
        Self::precompressed(mime, plain, brotli, gzip)
    }

    /// With what somebody compressed before.
    pub fn precompressed(
        mime: &'static str,
        plain: Vec<u8>,
        brotli: Option<Vec<u8>>,
        gzip: Option<Vec<u8>>,
    ) -> Self {
        Self { brotli: brotli.map(Bytes::from), gzip: gzip.map(Bytes::from), ..Self::bare(mime, plain) }
    }

    fn bare(mime: &'static str, plain: Vec<u8>) -> Self {
        let digest = Sha256::digest(&plain);
        let tag = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { mime, tag, plain: plain.into(), brotli: None, gzip: None }
    }

    /// Under a tag of its own instead of the content's hash.
    #[must_use]
    pub fn tagged(self, tag: &str) -> Self {
        Self { tag: tag.to_owned(), ..self }
    }

    /// The content, as it is.
    pub fn plain(&self) -> &[u8] {
        &self.plain
    }

    /// The answer to a request with these headers: the best encoding that it takes, or 304.
    pub fn answer(&self, asked: &HeaderMap, keep: Keep) -> Response {
        let (encoding, bytes) = self.encoded(asked);
        let suffix = encoding.map_or("", |name| if name == "br" { "-br" } else { "-gz" });
        let tag = format!("\"{}{suffix}\"", self.tag);
        let fresh = asked.get(header::IF_NONE_MATCH).is_some_and(|given| self.matches(given));
        let (status, bytes) =
            if fresh { (StatusCode::NOT_MODIFIED, Bytes::new()) } else { (StatusCode::OK, bytes.clone()) };
        let mut response = Response::new(Body::from(bytes));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep.header()));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            headers.insert(header::ETAG, tag);
        }
        if self.brotli.is_some() || self.gzip.is_some() {
            headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
        if !fresh {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.mime));
            if let Some(encoding) = encoding {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
            }
        }
        response
    }

    fn encoded(&self, asked: &HeaderMap) -> (Option<&'static str>, &Bytes) {
        let accepts = |name| {
            asked
                .get_all(header::ACCEPT_ENCODING)
                .iter()
                .any(|value| value.to_str().is_ok_and(|v| accepts(v, name)))
        };
        match (&self.brotli, &self.gzip) {
            (Some(bytes), _) if accepts("br") => (Some("br"), bytes),
            (_, Some(bytes)) if accepts("gzip") => (Some("gzip"), bytes),
            _ => (None, &self.plain),
        }
    }

    /// Is this content, in whatever encoding, one of those that the asker has?
    fn matches(&self, given: &HeaderValue) -> bool {
        let Ok(given) = given.to_str() else { return false };
        given.split(',').map(str::trim).any(|tag| {
            let tag = tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"');
            let tag = tag.strip_suffix("-br").or_else(|| tag.strip_suffix("-gz")).unwrap_or(tag);
            tag == self.tag || tag == "*"
        })
    }
}

/// The type of a file by the end of its name; what is not known is only bytes.
pub fn mime_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).as_deref() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("vtt") => "text/vtt; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("gif") => "image/gif",
        Some("mp4") => "video/mp4",
        Some("webm") => "video/webm",
        // `video/iso.segment` is the registered name of a segment, but what every player takes is the name of the format: it is
        // what Apple's authoring rules ask for.
        Some("m4s") => "video/mp4",
        Some("m3u8") => "application/vnd.apple.mpegurl",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Is it worth compressing?
pub(crate) fn is_compressible(mime: &str) -> bool {
    mime.starts_with("text/")
        || mime.ends_with("json")
        || mime.ends_with("wasm")
        || mime.ends_with("svg+xml")
        || mime.ends_with("mpegurl")
        || mime.ends_with("alap.pack")
        || mime.ends_with("alap.video")
}

fn accepts(value: &str, name: &str) -> bool {
    value.split(',').any(|part| {
        let mut parts = part.split(';').map(str::trim);
        let named = parts.next().is_some_and(|given| given.eq_ignore_ascii_case(name));
        named && !parts.any(|rest| matches!(rest, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn brotli(bytes: &[u8], quality: i32) -> Option<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters).ok()?;
    Some(compressed)
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn the_best_encoding_that_is_taken_is_given() {
        let asset = Asset::new("text/css; charset=utf-8", "a{color:red}".repeat(200).into_bytes());
        for (value, expected) in [
            ("gzip, deflate, br", Some("br")),
            ("gzip;q=1.0, br;q=0", Some("gzip")),
            ("identity", None),
            ("xbr", None),
        ] {
            let response = asset.answer(&asked(header::ACCEPT_ENCODING, value), Keep::Ask);
            let encoding = response.headers().get(header::CONTENT_ENCODING).map(|v| v.to_str().unwrap());
            assert_eq!(encoding, expected, "{value}");
            assert_eq!(response.headers()[header::VARY], "accept-encoding");
        }
    }

    #[test]
    fn who_has_it_already_gets_nothing_again_in_whatever_encoding() {
        let asset = Asset::new("text/css; charset=utf-8", "a{}".repeat(300).into_bytes()).tagged("v1");
        for (tag, status) in [("\"v1\"", 304), ("W/\"v1\"", 304), ("\"x\", \"v1-br\"", 304), ("\"v2\"", 200)]
        {
            let response = asset.answer(&asked(header::IF_NONE_MATCH, tag), Keep::Ask);
            assert_eq!(response.status(), status, "{tag}");
        }
    }
}
