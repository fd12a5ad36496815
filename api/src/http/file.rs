//! A file on disk, sent as it is read: whole, or one part of it. What is in memory at a time is one small piece, however large the
//! file is.

use std::{
    fs::{self, File},
    io::{self, SeekFrom},
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};
use tokio_util::io::ReaderStream;

use super::{
    asset::{Keep, is_compressible},
    range::{Wanted, wanted},
};

/// Bytes that are read at once.
const PIECE: usize = 64 * 1024;

/// An open file, and what tells its content from another one.
#[derive(Debug)]
pub struct OpenFile {
    file: File,
    length: u64,
    modified: SystemTime,
}

impl OpenFile {
    /// Opens it, if it is a file. Blocks: not on a thread that serves.
    pub fn open(path: &Path) -> io::Result<Self> {
        // To open what is no file, such as a pipe, may wait for ever.
        if !fs::metadata(path)?.is_file() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let file = File::open(path)?;
        let about = file.metadata()?;
        Ok(Self { file, length: about.len(), modified: about.modified()? })
    }

    /// The answer to a request with these headers: the file, the part of it that is asked for, or that it has not changed.
    pub async fn answer(
        self,
        mime: &'static str,
        method: &Method,
        asked: &HeaderMap,
        keep: Keep,
    ) -> io::Result<Response> {
        let tag = self.tag(mime);
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep.header()));
        let values = [(header::ETAG, Some(tag.clone())), (header::LAST_MODIFIED, date(self.modified))];
        for (name, value) in values {
            let value = value.and_then(|value| HeaderValue::try_from(value).ok());
            headers.extend(value.map(|value| (name, value)));
        }
        if self.is_known(&tag, asked) {
            return Ok(answer(StatusCode::NOT_MODIFIED, headers, Body::empty()));
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        let range = asked.get(header::RANGE).filter(|_| method == Method::GET && is_of(&tag, asked));
        let (status, range) = match range.map(|range| wanted(range, self.length)) {
            None | Some(Wanted::All) => (StatusCode::OK, 0..self.length),
            Some(Wanted::Part(range)) => {
                let place = format!("bytes {}-{}/{}", range.start, range.end.saturating_sub(1), self.length);
                headers.extend(HeaderValue::try_from(place).ok().map(|place| (header::CONTENT_RANGE, place)));
                (StatusCode::PARTIAL_CONTENT, range)
            }
            Some(Wanted::Nothing) => {
                // Those are of the file: nobody keeps this answer in its place.
                for name in [header::CACHE_CONTROL, header::ETAG, header::LAST_MODIFIED, header::CONTENT_TYPE]
                {
                    headers.remove(name);
                }
                let place = HeaderValue::try_from(format!("bytes */{}", self.length)).ok();
                headers.extend(place.map(|place| (header::CONTENT_RANGE, place)));
                return Ok(answer(StatusCode::RANGE_NOT_SATISFIABLE, headers, Body::empty()));
            }
        };
        let length = range.end.saturating_sub(range.start);
        headers.insert(header::CONTENT_LENGTH, length.into());
        let mut file = tokio::fs::File::from_std(self.file);
        if range.start > 0 {
            file.seek(SeekFrom::Start(range.start)).await?;
        }
        let body = Body::from_stream(ReaderStream::with_capacity(file.take(length), PIECE));
        Ok(answer(status, headers, body))
    }

    /// Changes with the content, as far as length and time tell it. Of what may be compressed on its way it is a weak one: the
    /// parts of one encoding are not those of another.
    fn tag(&self, mime: &str) -> String {
        let since = self.modified.duration_since(UNIX_EPOCH).unwrap_or_default();
        let weak = if is_compressible(mime) { "W/" } else { "" };
        format!("{weak}\"{:x}-{:x}\"", self.length, since.as_nanos())
    }

    /// Does the asker have it already? A time counts only where no tag is given.
    fn is_known(&self, tag: &str, asked: &HeaderMap) -> bool {
        let text = |name| asked.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        if let Some(given) = text(header::IF_NONE_MATCH) {
            let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
            return given.split(',').any(|given| given.trim() == "*" || bare(given) == bare(tag));
        }
        let since = text(header::IF_MODIFIED_SINCE).and_then(|since| httpdate::parse_http_date(since).ok());
        // Such a time has whole seconds.
        let seconds = |time: SystemTime| time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        since.is_some_and(|since| seconds(self.modified) <= seconds(since))
    }
}

/// As headers write it, which they can from 1970 until the end of 9999: a disk may say anything.
fn date(time: SystemTime) -> Option<String> {
    const END: Duration = Duration::from_secs(253_402_300_800);
    let since = time.duration_since(UNIX_EPOCH).ok()?;
    (since < END).then(|| httpdate::fmt_http_date(time))
}

/// May a part be sent? Who has another part already wants one of the same content only. A time does not tell it surely enough.
fn is_of(tag: &str, asked: &HeaderMap) -> bool {
    asked
        .get(header::IF_RANGE)
        .is_none_or(|given| given.as_bytes() == tag.as_bytes() && !tag.starts_with("W/"))
}

fn answer(status: StatusCode, headers: HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_where_headers_have_one_for_it() {
        let seconds = Duration::from_secs;
        assert_eq!(date(UNIX_EPOCH).as_deref(), Some("Thu, 01 Jan 1970 00:00:00 GMT"));
        let last = UNIX_EPOCH + seconds(253_402_300_799);
        assert_eq!(date(last).as_deref(), Some("Fri, 31 Dec 9999 23:59:59 GMT"));
        assert_eq!(date(last + seconds(1)), None);
        assert_eq!(date(UNIX_EPOCH - seconds(1)), None);
    }
}
