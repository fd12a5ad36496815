//! Videos that a question names by their file: they have no file of their own in `videos`, and no more than that to say.

use alap_protocol::{
    id::{ProductId, VideoId},
    limits::SHOP_VIDEOS,
    locale::{Locale, Localized},
    video::{VideoHead, VideoSheet},
};

use super::{Video, Videos, finish, name_of, source};
use crate::{VideoProblem, fault::Faults, feed::cell::has_bangla, media::VideoFile};

/// What is kept of a file's name: there has to be room for a number.
const STEM_CHARS: usize = 36;

impl Videos {
    /// The place of the video of this name.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.list.iter().position(|video| video.head.id.as_str() == name)
    }

    /// The place of the video that is this file; made if there is none. It is about these products, too.
    pub(crate) fn of_file(
        &mut self,
        file: VideoFile,
        products: &[ProductId],
        line: u32,
        faults: &mut Faults,
    ) -> Option<usize> {
        let place = self.files.get(&file.path).copied();
        let place = place.or_else(|| self.add(file, line, faults))?;
        if let Some(video) = self.list.get_mut(place).filter(|video| video.implicit) {
            for product in products {
                if !video.head.products.contains(product) {
                    video.head.products.push(product.clone());
                }
            }
        }
        Some(place)
    }

    fn add(&mut self, file: VideoFile, line: u32, faults: &mut Faults) -> Option<usize> {
        if self.list.len() >= SHOP_VIDEOS {
            faults.add(line, VideoProblem::TooMany { most: SHOP_VIDEOS as u64 });
            return None;
        }
        let stem = file.path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let (id, title) = (self.free_name(stem)?, title(stem));
        let path = file.path.clone();
        let found = source::plain(&self.dir, file, line, faults);
        let head = VideoHead {
            id: id.clone(),
            title,
            poster: None,
            seconds: found.length.map_or(0, finish::seconds),
            sizes: found.sizes,
            products: Vec::new(),
            hello: false,
            stills: None,
            watch: found.watch,
            begins: None,
            version: String::new(),
        };
        let sheet = VideoSheet {
            id,
            version: String::new(),
            source: found.source,
            captions: Vec::new(),
            chapters: Vec::new(),
            shown: Vec::new(),
            strip: None,
            counted: self.counted,
        };
        let place = self.list.len();
        self.files.insert(path, place);
        let (captions, published, length, size) = (Vec::new(), None, found.length, found.size);
        self.list.push(Video { head, sheet, captions, published, length, size, implicit: true });
        Some(place)
    }

    /// A name made of a file's, that no other video has.
    fn free_name(&self, stem: &str) -> Option<VideoId> {
        let mut name = String::new();
        for c in stem.chars().take(STEM_CHARS) {
            match c.to_ascii_lowercase() {
                c if c.is_ascii_alphanumeric() => name.push(c),
                _ if !name.ends_with('-') => name.push('-'),
                _ => {}
            }
        }
        let name = name.trim_matches('-');
        let name = if name.is_empty() { "video" } else { name };
        let is_free = |name: &String| !self.names.contains(name) && self.place(name).is_none();
        let numbered = (2..).map(|number: usize| format!("{name}-{number}"));
        [name.to_owned()].into_iter().chain(numbered).find(is_free).and_then(|name| name_of(&name))
    }
}

/// What a file's name says to people.
fn title(stem: &str) -> Localized {
    let words =
        stem.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_')).filter(|word| !word.is_empty());
    let title = words.collect::<Vec<_>>().join(" ");
    let locale = if has_bangla(&title) { Locale::Bn } else { Locale::En };
    Localized::one(locale, if title.is_empty() { stem.to_owned() } else { title })
}
