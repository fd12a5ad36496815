//! Pictures and videos in the shop folder: are they there, are they what they should be, how large are they?

use std::{
    collections::{BTreeSet, HashMap},
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use alap_protocol::{id::ShopId, limits::MEDIA_BYTES, pack::Image};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::{
    Problem,
    address::{self, Address},
    fault::Faults,
    nearest::{MOST_GUESSES, nearest},
    picture_size::size_of,
};

/// Where pictures and videos are. Nothing else of the folder is ever served.
pub(crate) const MEDIA: &str = "media";
/// File names that are shown as pictures, and as videos.
const PICTURES: [&str; 7] = ["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"];
const VIDEOS: [&str; 2] = ["mp4", "webm"];
/// What of a file is read to find its size.
const HEAD_BYTES: u64 = 256 * 1024;
/// What a path in an address may not have as it is.
const ESCAPED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');

/// What a file is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Picture,
    Video,
}

/// Where something is to be had.
enum Place {
    /// At this address.
    Web(String),
    /// In this file of the folder.
    File(PathBuf),
}

/// Where a video is to be had.
pub(crate) enum VideoPlace {
    /// At this address.
    Web(String),
    /// In a file of the folder.
    File(VideoFile),
}

/// A video that is a file of the folder.
pub(crate) struct VideoFile {
    /// Relative to the folder.
    pub(crate) path: PathBuf,
    /// Its address.
    pub(crate) src: String,
    pub(crate) bytes: u64,
}

/// Finds the pictures and videos of one shop folder; looks at each file once.
pub(crate) struct Media<'a> {
    dir: &'a Path,
    shop: Option<&'a ShopId>,
    site: Option<&'a url::Url>,
    sizes: HashMap<PathBuf, Option<(u32, u32)>>,
    names: Option<Vec<String>>,
    /// How many more guesses are made: each looks at all names.
    guesses: usize,
    found: BTreeSet<PathBuf>,
}

impl<'a> Media<'a> {
    pub(crate) fn new(dir: &'a Path, shop: Option<&'a ShopId>, site: Option<&'a url::Url>) -> Self {
        Self {
            dir,
            shop,
            site,
            sizes: HashMap::new(),
            names: None,
            guesses: MOST_GUESSES,
            found: BTreeSet::new(),
        }
    }

    /// Turns what a file says of a picture into an address that a browser can fetch.
    pub(crate) fn picture(&mut self, mut image: Image, line: u32, faults: &mut Faults) -> Option<Image> {
        match self.place(&image.src, Kind::Picture, line, faults)? {
            Place::Web(src) => image.src = src,
            Place::File(path) => {
                let size = self.size(&path, line, faults);
                image.src = address_of(self.shop?, &path);
                (image.width, image.height) = size.unzip();
                self.found.insert(path);
            }
        }
        Some(image)
    }

    /// The same of a video.
    pub(crate) fn video(&mut self, src: &str, line: u32, faults: &mut Faults) -> Option<VideoPlace> {
        let path = match self.place(src, Kind::Video, line, faults)? {
            Place::Web(src) => return Some(VideoPlace::Web(src)),
            Place::File(path) => path,
        };
        let bytes = fs::metadata(self.dir.join(&path)).map_or(0, |about| about.len());
        if bytes > MEDIA_BYTES {
            let (path, megabytes) = (path.display().to_string(), MEDIA_BYTES / 1024 / 1024);
            faults.add(line, Problem::LargeVideo { path, megabytes });
        }
        let src = address_of(self.shop?, &path);
        self.found.insert(path.clone());
        Some(VideoPlace::File(VideoFile { path, src, bytes }))
    }

    /// The file of the folder that this names as a video, if it is there; nothing is said of it, and it is not noted.
    pub(crate) fn video_path(&mut self, src: &str) -> Option<PathBuf> {
        match self.place(src, Kind::Video, 0, &mut Faults::of(""))? {
            Place::Web(_) => None,
            Place::File(path) => Some(path),
        }
    }

    /// Notes a folder in `media/` that is served as it is.
    pub(crate) fn add_folder(&mut self, path: PathBuf) {
        self.found.insert(path);
    }

    fn place(&mut self, src: &str, kind: Kind, line: u32, faults: &mut Faults) -> Option<Place> {
        let path = match address::read(src) {
            Ok(Address::Web(src)) => return Some(Place::Web(src)),
            // Without a readable `shop.toml` nobody knows the site that this path is on.
            Ok(Address::Rooted(_)) if self.shop.is_none() => return None,
            Ok(Address::Rooted(path)) => {
                if let Some(src) = self.site.and_then(|site| site.join(&path).ok()) {
                    return Some(Place::Web(src.into()));
                }
                path
            }
            Ok(Address::Relative(path)) => path,
            Err(problem) => {
                faults.add(line, problem);
                return None;
            }
        };
        self.find(&path, kind, line, faults).map(Place::File)
    }

    /// What was named and is there, relative to the folder.
    pub(crate) fn into_found(self) -> Vec<PathBuf> {
        self.found.into_iter().collect()
    }

    /// A path relative to the folder, if it is a file in `media/`.
    fn find(&mut self, written: &str, kind: Kind, line: u32, faults: &mut Faults) -> Option<PathBuf> {
        let written = written.trim_start_matches('/');
        // An address may have its spaces and Bangla letters as percent signs and digits.
        let decoded = percent_decode_str(written).decode_utf8_lossy();
        let plain: Vec<_> = [written, &decoded].into_iter().filter_map(plain_path).collect();
        let in_media =
            |path: &PathBuf| if path.starts_with(MEDIA) { path.clone() } else { Path::new(MEDIA).join(path) };
        let Some(path) = plain.iter().map(in_media).find(|path| self.dir.join(path).is_file()) else {
            let is_elsewhere = plain.iter().any(|path| self.dir.join(path).is_file());
            let path = written.to_owned();
            faults.add(
                line,
                if is_elsewhere { Problem::NotInMedia { path } } else { self.no_file(path, kind) },
            );
            return None;
        };
        // A link may lead out of the folder.
        let real = fs::canonicalize(self.dir.join(&path)).ok();
        let home = fs::canonicalize(self.dir.join(MEDIA)).ok();
        if !real.zip(home).is_some_and(|(real, home)| real.starts_with(home)) {
            faults.add(line, Problem::NotInMedia { path: written.to_owned() });
            return None;
        }
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let extension = extension.to_ascii_lowercase();
        let path_written = written.to_owned();
        match kind {
            Kind::Picture if PICTURES.contains(&extension.as_str()) => Some(path),
            Kind::Video if VIDEOS.contains(&extension.as_str()) => Some(path),
            Kind::Picture => {
                faults.add(line, Problem::NotAPicture { path: path_written });
                None
            }
            Kind::Video => {
                faults.add(line, Problem::NotAVideo { path: path_written });
                None
            }
        }
    }

    fn no_file(&mut self, path: String, kind: Kind) -> Problem {
        let guess = self.guesses.checked_sub(1).and_then(|left| {
            self.guesses = left;
            nearest(&path, self.names().iter().map(String::as_str))
        });
        match kind {
            Kind::Picture => Problem::NoPicture { path, guess },
            Kind::Video => Problem::NoVideo { path, guess },
        }
    }

    /// Width and height; the first who asks is told if they cannot be read.
    fn size(&mut self, path: &Path, line: u32, faults: &mut Faults) -> Option<(u32, u32)> {
        if let Some(size) = self.sizes.get(path) {
            return *size;
        }
        let size = read_head(&self.dir.join(path)).and_then(|head| size_of(&head));
        if size.is_none() {
            faults.add(line, Problem::NoPictureSize { path: path.display().to_string() });
        }
        self.sizes.insert(path.to_owned(), size);
        size
    }

    /// What there is in `media/`, for guesses.
    fn names(&mut self) -> &[String] {
        let dir = self.dir;
        self.names.get_or_insert_with(|| {
            let entries = fs::read_dir(dir.join(MEDIA)).into_iter().flatten().flatten().take(5_000);
            entries.filter_map(|entry| Some(format!("{MEDIA}/{}", entry.file_name().to_str()?))).collect()
        })
    }
}

/// Where the server shows a file of `media/`.
fn address_of(shop: &ShopId, path: &Path) -> String {
    let segments: Vec<_> = path
        .strip_prefix(MEDIA)
        .unwrap_or(path)
        .components()
        .map(|part| utf8_percent_encode(&part.as_os_str().to_string_lossy(), ESCAPED).to_string())
        .collect();
    format!("/media/{shop}/{}", segments.join("/"))
}

/// A path without tricks: only plain names in it, none of them hidden.
fn plain_path(path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let is_plain = |segment: &str| {
        !segment.is_empty() && !segment.starts_with('.') && !segment.contains(['\\', ':', '\0'])
    };
    path.split('/').all(is_plain).then(|| path.split('/').collect())
}

fn read_head(path: &Path) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path).ok()?.take(HEAD_BYTES).read_to_end(&mut head).ok()?;
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_and_tricks_are_no_paths() {
        for path in ["", "a//b", "../a", ".env", "media/.git/x", "media/..", "c:x", "a\\b"] {
            assert_eq!(plain_path(path), None, "{path}");
        }
        assert_eq!(plain_path("media/a b.png?v=2"), Some("media/a b.png".into()));
    }

    #[test]
    fn an_address_has_no_letter_that_would_need_quoting() {
        let shop = ShopId::parse("nokshi").unwrap();
        assert_eq!(address_of(&shop, Path::new("media/new/a b.svg")), "/media/nokshi/new/a%20b.svg");
        assert_eq!(address_of(&shop, Path::new("media/ক.svg")), "/media/nokshi/%E0%A6%95.svg");
    }
}
