//! The built pages: from a folder, or from inside the binary. Read and compressed once, again only when they change.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use super::csp::Inline;
use crate::http::asset::{Asset, mime_of};

/// A file of a page.
#[derive(Debug)]
pub struct PageFile {
    /// Its content.
    pub asset: Asset,
    /// What stands inside it, when it is a page.
    pub inline: Inline,
}

/// The built pages: `widget`, `inbox` and `public`.
#[derive(Clone, Debug)]
pub struct Pages {
    source: Source,
    cache: Arc<Mutex<Cache>>,
}

#[derive(Clone, Debug)]
enum Source {
    Folder(PathBuf),
    #[cfg(feature = "embed-pages")]
    Embedded,
    #[cfg(not(feature = "embed-pages"))]
    Nowhere,
}

/// What was read, and as of when.
type Cache = HashMap<String, (Stamp, Arc<PageFile>)>;

/// What changes when a file does.
type Stamp = Option<(SystemTime, u64)>;

impl Pages {
    /// From a folder that has `widget`, `inbox` and `public` in it.
    pub fn folder(folder: PathBuf) -> Self {
        Self::from(Source::Folder(folder))
    }

    /// From inside the binary; none, if it was built without them.
    pub fn built_in() -> Self {
        #[cfg(feature = "embed-pages")]
        return Self::from(Source::Embedded);
        #[cfg(not(feature = "embed-pages"))]
        Self::from(Source::Nowhere)
    }

    fn from(source: Source) -> Self {
        Self { source, cache: Arc::default() }
    }

    /// Are there any?
    pub fn exist(&self) -> bool {
        self.source.stamp("widget/index.html").is_some()
    }

    /// A file by its path, such as `widget/index.html`.
    pub async fn find(&self, path: &str) -> Option<Arc<PageFile>> {
        if !is_plain(path) {
            return None;
        }
        let (pages, path) = (self.clone(), path.to_owned());
        tokio::task::spawn_blocking(move || pages.find_now(path)).await.ok().flatten()
    }

    fn find_now(&self, path: String) -> Option<Arc<PageFile>> {
        let stamp = self.source.stamp(&path)?;
        let known = self.cache.lock().unwrap_or_else(PoisonError::into_inner).get(&path).cloned();
        if let Some((_, file)) = known.filter(|(then, _)| *then == stamp) {
            return Some(file);
        }
        let plain = self.source.read(&path)?;
        let inline = if path.ends_with(".html") {
            Inline::of(&String::from_utf8_lossy(&plain))
        } else {
            Inline::default()
        };
        let (brotli, gzip) =
            (self.source.sibling(&path, "br", stamp), self.source.sibling(&path, "gz", stamp));
        let asset = if brotli.is_some() || gzip.is_some() {
            Asset::precompressed(mime_of(&path), plain, brotli, gzip)
        } else {
            Asset::new(mime_of(&path), plain)
        };
        let file = Arc::new(PageFile { asset, inline });
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).insert(path, (stamp, Arc::clone(&file)));
        Some(file)
    }
}

impl Source {
    fn stamp(&self, path: &str) -> Option<Stamp> {
        match self {
            Self::Folder(folder) => stamp_of(&folder.join(path)).map(Some),
            #[cfg(feature = "embed-pages")]
            Self::Embedded => Embedded::get(path).map(|_| None),
            #[cfg(not(feature = "embed-pages"))]
            Self::Nowhere => None,
        }
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        match self {
            Self::Folder(folder) => fs::read(folder.join(path)).ok(),
            #[cfg(feature = "embed-pages")]
            Self::Embedded => Embedded::get(path).map(|file| file.data.into_owned()),
            #[cfg(not(feature = "embed-pages"))]
            Self::Nowhere => None,
        }
    }

    /// What was compressed when the page was built, unless it is older than the file.
    fn sibling(&self, path: &str, end: &str, stamp: Stamp) -> Option<Vec<u8>> {
        let path = format!("{path}.{end}");
        match (self.stamp(&path)?, stamp) {
            (Some((theirs, _)), Some((ours, _))) if theirs < ours => None,
            _ => self.read(&path),
        }
    }
}

fn stamp_of(path: &Path) -> Option<(SystemTime, u64)> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((about.modified().ok()?, about.len()))
}

/// The pages inside the binary. `ALAP_PAGES_DIR` names their folder while it is compiled.
#[cfg(feature = "embed-pages")]
#[derive(rust_embed::RustEmbed)]
#[folder = "$ALAP_PAGES_DIR"]
struct Embedded;

/// Only names that a build makes: no way up, nothing hidden.
fn is_plain(path: &str) -> bool {
    path.split('/').all(|part| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    })
}

/// Will this name always mean the same content? It carries a hash of it, as Trunk's do (which leaves out a hash's leading
/// zeros), or its version: `hls-1.7.4.js`.
pub(crate) fn never_changes(path: &str) -> bool {
    let is_hash = |part: &str| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let has_version = |name: &str| name.split('.').take_while(|part| is_number(part)).count() == 3;
    path.split(['/', '-', '_', '.']).any(is_hash) || path.split(['/', '-']).any(has_version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_are_no_files() {
        for path in [
            "widget/../secret",
            "widget//etc",
            "widget/.env",
            "/etc/passwd",
            "widget/a%2e",
            "widget/a\\b",
            "",
        ] {
            assert!(!is_plain(path), "{path}");
        }
        assert!(is_plain("widget/snippets/a-1f/inline0.js"));
    }

    #[test]
    fn a_hash_or_a_version_in_the_name_is_seen() {
        assert!(never_changes("widget/alap-widget-3f2a9c0d1e4b5a69_bg.wasm"));
        assert!(never_changes("widget/alap-widget-bb1807093ae806b_bg.wasm"));
        assert!(never_changes("widget/hls-1.7.4.js"));
        assert!(!never_changes("widget/alap-widget.js"));
        assert!(!never_changes("widget/talk-2.js"));
        assert!(!never_changes("public/embed.js"));
    }
}
