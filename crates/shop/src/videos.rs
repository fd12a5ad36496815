//! The folder `videos`: a file a video, its captions and chapters beside it, what was made of it in `media/videos`.

mod about;
mod beside;
mod finish;
mod implicit;
mod made;
mod mp4;
mod poster;
mod source;
mod stray;

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use alap_protocol::{
    id::{ProductId, ShopId, VideoId},
    limits::SHOP_VIDEOS,
    locale::Locale,
    pack::Product,
    video::{VideoHead, VideoSheet},
};

use alap_video::{made::is_name, playlist};

use crate::{
    Fault, Place, Problem, VideoProblem,
    fault::Faults,
    folder::files,
    media::Media,
    nearest::{MOST_GUESSES, nearest},
    settings::VideoSettings,
};

/// Where a video's own files are.
const VIDEOS: &str = "videos";
/// The most bytes of one, and of captions.
const ABOUT_BYTES: usize = 1024 * 1024;

/// What a video's reader needs to know of the folder.
pub(crate) struct Around<'a, 'f> {
    dir: &'a Path,
    shop: &'a str,
    settings: &'a VideoSettings,
    products: HashMap<&'a ProductId, &'a Product>,
    media: &'a mut Media<'f>,
    /// How often a product was guessed at.
    guesses: usize,
    /// Where the shop's hello is.
    hello: Option<Place>,
}

impl<'a, 'f> Around<'a, 'f> {
    pub(crate) fn new(
        dir: &'a Path,
        shop: Option<&'a ShopId>,
        settings: &'a VideoSettings,
        products: &'a [Product],
        media: &'a mut Media<'f>,
    ) -> Self {
        let products = products.iter().map(|product| (&product.id, product)).collect();
        // Without a readable `shop.toml` nothing is served, but mistakes are named.
        let shop = shop.map_or("", ShopId::as_str);
        Self { dir, shop, settings, products, media, guesses: 0, hello: None }
    }

    /// A product of the catalogue; names it if there is none.
    fn product(&mut self, sku: &str, line: u32, faults: &mut Faults) -> Option<ProductId> {
        let Ok(id) = ProductId::parse(sku) else {
            faults.add(line, Problem::BadSku { text: sku.to_owned() });
            return None;
        };
        if self.products.contains_key(&id) {
            return Some(id);
        }
        self.guesses += 1;
        let names = self.products.keys().map(|id| id.as_str());
        let guess = (self.guesses <= MOST_GUESSES).then(|| nearest(sku, names)).flatten();
        faults.add(line, Problem::UnknownProduct { sku: sku.to_owned(), guess });
        None
    }
}

/// All videos, and what is wrong with them.
#[derive(Default)]
pub(crate) struct Videos {
    pub(crate) list: Vec<Video>,
    /// The names of all files, of those that cannot be read too.
    pub(crate) names: Vec<String>,
    pub(crate) faults: Vec<Fault>,
    /// The places of those that are one file of the folder.
    files: HashMap<PathBuf, usize>,
    dir: PathBuf,
    counted: bool,
}

/// A video that can be watched.
pub(crate) struct Video {
    pub(crate) head: VideoHead,
    sheet: VideoSheet,
    captions: Vec<(Locale, String)>,
    published: Option<String>,
    /// In milliseconds, where it is known.
    pub(crate) length: Option<u64>,
    /// Width and height in pixels, where they are known.
    size: Option<(u32, u32)>,
    /// A question names its file; nobody has described it.
    implicit: bool,
}

/// Reads every video, in the order of the file names.
pub(crate) fn read(around: &mut Around<'_, '_>) -> Videos {
    let (dir, counted) = (around.dir.to_owned(), around.settings.counted);
    let mut all = Videos { dir, counted, ..Videos::default() };
    let files = files::names_in(around.dir, VIDEOS, "");
    for name in &files {
        let Some(stem) = name.strip_suffix(".toml") else { continue };
        let file = format!("{VIDEOS}/{name}");
        let mut faults = Faults::of(&file);
        all.names.push(stem.to_owned());
        if all.names.len() > SHOP_VIDEOS {
            faults.add(None, VideoProblem::TooMany { most: SHOP_VIDEOS as u64 });
            all.faults.extend(faults.into_list());
            break;
        }
        match name_of(stem) {
            Some(id) => {
                let text = files::read_text(around.dir, &file, ABOUT_BYTES, &mut faults);
                let video = text.and_then(|text| video(&text, id, around, &mut faults, &mut all));
                all.list.extend(video);
            }
            None => faults.add(None, VideoProblem::BadName { text: stem.to_owned() }),
        }
        // In the order of the files: those beside it have named theirs already.
        all.faults.extend(faults.into_list());
    }
    let known: HashSet<&str> = all.names.iter().map(String::as_str).collect();
    all.faults.extend(files.iter().filter_map(|name| stray::fault(name, &known)));
    all.faults.sort_by(|one, other| one.file.cmp(&other.file));
    all
}

/// A name that may stand in an address as it is.
fn name_of(text: &str) -> Option<VideoId> {
    VideoId::parse(text).ok().filter(|_| is_name(text))
}

fn video(
    text: &str,
    id: VideoId,
    around: &mut Around<'_, '_>,
    faults: &mut Faults,
    all: &mut Videos,
) -> Option<Video> {
    let about = about::read(text, id.as_str(), around, faults)?;
    let found = source::find(id.as_str(), &about, around, faults, &mut all.faults);
    let length = found.as_ref().and_then(|found| found.length);
    // What is wrong beside it is said even where it cannot be watched yet.
    let captions = beside::captions(id.as_str(), length, around, &mut all.faults);
    let chapters = beside::chapters(id.as_str(), length, around, &mut all.faults);
    let shown = about::within(about.shown, length, faults);
    let poster = poster::own(about.poster, found.as_ref(), around, faults);
    let found = found?;
    if let Some(path) = found.file {
        all.files.entry(path).or_insert(all.list.len());
    }
    let (head_captions, captions) = captions.into_iter().unzip();
    let head = VideoHead {
        id: id.clone(),
        title: about.title?,
        poster: poster.or(found.poster),
        seconds: length.map_or(0, finish::seconds),
        sizes: found.sizes,
        products: about.products,
        hello: about.hello,
        stills: found.stills,
        watch: found.watch,
        begins: playlist::begins(&found.source),
        version: String::new(),
    };
    let sheet = VideoSheet {
        id,
        version: String::new(),
        source: found.source,
        captions: head_captions,
        chapters,
        shown,
        strip: found.strip,
        counted: around.settings.counted,
    };
    let (published, size) = (about.published, found.size);
    Some(Video { head, sheet, captions, published, length, size, implicit: false })
}
