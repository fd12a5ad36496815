//! Pictures in the shop folder: are they there, are they pictures, how large are they?

use std::{
    collections::{BTreeSet, HashMap},
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use alap_protocol::{id::ShopId, pack::Image};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::{
    Problem,
    address::{self, Address},
    fault::Faults,
    nearest::nearest,
};

/// Where pictures are. Nothing else of the folder is ever served.
const MEDIA: &str = "media";
/// File names that are shown as pictures.
const EXTENSIONS: [&str; 7] = ["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"];
/// What of a file is read to find its size.
const HEAD_BYTES: u64 = 256 * 1024;
/// What a path in an address may not have as it is.
const ESCAPED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');

/// Finds the pictures of one shop folder; looks at each file once.
pub(crate) struct Pictures<'a> {
    dir: &'a Path,
    shop: Option<&'a ShopId>,
    site: Option<&'a url::Url>,
    sizes: HashMap<PathBuf, Option<(u32, u32)>>,
    names: Option<Vec<String>>,
    found: BTreeSet<PathBuf>,
}

impl<'a> Pictures<'a> {
    pub(crate) fn new(dir: &'a Path, shop: Option<&'a ShopId>, site: Option<&'a url::Url>) -> Self {
        Self { dir, shop, site, sizes: HashMap::new(), names: None, found: BTreeSet::new() }
    }

    /// Turns what a file says into an address that a browser can fetch.
    pub(crate) fn resolve(&mut self, mut image: Image, line: u32, faults: &mut Faults) -> Option<Image> {
        let path = match address::read(&image.src) {
            Ok(Address::Web(src)) => {
                image.src = src;
                return Some(image);
            }
            Ok(Address::Rooted(path)) => {
                if let Some(src) = self.site.and_then(|site| site.join(&path).ok()) {
                    image.src = src.into();
                    return Some(image);
                }
                path
            }
            Ok(Address::Relative(path)) => path,
            Err(problem) => {
                faults.add(line, problem);
                return None;
            }
        };
        let path = self.find(&path, line, faults)?;
        let size = self.size(&path, line, faults);
        let shop = self.shop?;
        image.src = address_of(shop, &path);
        (image.width, image.height) = size.unzip();
        self.found.insert(path);
        Some(image)
    }

    /// The pictures that were named and are there, relative to the folder.
    pub(crate) fn into_found(self) -> Vec<PathBuf> {
        self.found.into_iter().collect()
    }

    /// A picture's path, relative to the folder, if it is a file in `media/`.
    fn find(&mut self, written: &str, line: u32, faults: &mut Faults) -> Option<PathBuf> {
        let written = written.trim_start_matches('/');
        // An address may have its spaces and Bangla letters as percent signs and digits.
        let decoded = percent_decode_str(written).decode_utf8_lossy();
        let plain: Vec<_> = [written, &decoded].into_iter().filter_map(plain_path).collect();
        let in_media =
            |path: &PathBuf| if path.starts_with(MEDIA) { path.clone() } else { Path::new(MEDIA).join(path) };
        let Some(path) = plain.iter().map(in_media).find(|path| self.dir.join(path).is_file()) else {
            let is_elsewhere = plain.iter().any(|path| self.dir.join(path).is_file());
            let path = written.to_owned();
            faults.add(line, if is_elsewhere { Problem::NotInMedia { path } } else { self.no_picture(path) });
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
        if !EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str()) {
            faults.add(line, Problem::NotAPicture { path: written.to_owned() });
            return None;
        }
        Some(path)
    }

    fn no_picture(&mut self, path: String) -> Problem {
        let guess = nearest(&path, self.names().iter().map(String::as_str));
        Problem::NoPicture { path, guess }
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

/// The size that a picture's header tells.
fn size_of(head: &[u8]) -> Option<(u32, u32)> {
    if let Ok(size) = imagesize::blob_size(head) {
        let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
        return (width > 0 && height > 0).then_some((width, height));
    }
    svg_size(head)
}

/// Of an SVG: `width` and `height` in pixels, or else the `viewBox`.
fn svg_size(head: &[u8]) -> Option<(u32, u32)> {
    use quick_xml::{Reader, events::Event};

    let text = String::from_utf8_lossy(head);
    let mut reader = Reader::from_str(&text);
    loop {
        let tag = match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::Eof => return None,
            _ => continue,
        };
        if tag.local_name().as_ref() != "svg" {
            return None;
        }
        let get = |name: &str| {
            tag.try_get_attribute(name).ok().flatten().map(|attribute| attribute.value.into_owned())
        };
        let pixels = |name| get(name).and_then(|text| whole(text.trim().trim_end_matches("px")));
        if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
            return Some((width, height));
        }
        let view = get("viewBox")?;
        let numbers: Vec<_> =
            view.split([' ', ',', '\t', '\n', '\r']).filter(|number| !number.is_empty()).collect();
        let [_, _, width, height] = numbers.as_slice() else {
            return None;
        };
        return Some((whole(width)?, whole(height)?));
    }
}

fn whole(text: &str) -> Option<u32> {
    let number = text.parse::<f64>().ok()?.round();
    (number >= 1.0 && number <= f64::from(u32::MAX)).then_some(number as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_the_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";
        let gif = b"GIF89a\x40\x01\xf0\0\x80\0\0";
        let jpeg =
            b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08\x01\xe0\x02\x80\x03";
        let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x7f\xc2\x77\0\0\0\0\0\0\0\0\0";
        assert_eq!(size_of(png), Some((640, 480)));
        assert_eq!(size_of(gif), Some((320, 240)));
        assert_eq!(size_of(jpeg), Some((640, 480)));
        assert_eq!(size_of(webp), Some((640, 480)));
    }

    #[test]
    fn a_drawing_has_the_size_that_it_says_or_that_of_its_view() {
        for (svg, size) in [
            ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 500'/>", Some((400, 500))),
            (
                "<?xml version='1.0'?>\n<!-- x -->\n<svg width='64px' height='32' viewBox='0 0 1 1'>",
                Some((64, 32)),
            ),
            ("<svg width='100%' height='100%' viewBox='0,0, 12.6 9'>", Some((13, 9))),
            ("<svg viewBox='0 0 0 0'>", None),
            ("<svg>", None),
            ("<html><svg viewBox='0 0 1 1'/></html>", None),
            ("no picture", None),
        ] {
            assert_eq!(size_of(svg.as_bytes()), size, "{svg}");
        }
    }

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
