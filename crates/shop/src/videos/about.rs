//! A video's own file: `videos/ID.toml`.

use alap_protocol::{hours::parse_date, id::ProductId, limits::VIDEO_SHOWN, locale::Localized, video::Shown};
use alap_video::moment;

use super::{Around, VIDEOS};
use crate::{
    Moment, Place, Problem, VideoProblem,
    fault::Faults,
    lines::LineStarts,
    section::{self, Section},
};

/// The most characters of a title, and the most products that a video is about.
const TITLE_CHARS: usize = 200;
const MOST_PRODUCTS: usize = 50;

/// What the file says; an address with the line that it stands on.
pub(super) struct About {
    pub(super) title: Option<Localized>,
    pub(super) products: Vec<ProductId>,
    pub(super) hello: bool,
    pub(super) file: Option<(String, u32)>,
    pub(super) link: Option<(String, u32)>,
    pub(super) poster: Option<(String, u32)>,
    pub(super) shown: Vec<(Shown, u32)>,
    pub(super) published: Option<String>,
}

/// Reads it, and holds it against the catalogue. `None` if it is no TOML.
pub(super) fn read(text: &str, id: &str, around: &mut Around<'_, '_>, faults: &mut Faults) -> Option<About> {
    let root = section::parse(text, faults)?;
    let lines = LineStarts::of(text);
    let root = Section::root(&lines, root.get_ref());
    root.known(&["title", "products", "hello", "file", "link", "poster", "published", "shown"], faults);
    let address =
        |key: &str, faults: &mut Faults| root.text(key, faults).map(|(text, line)| (text.to_owned(), line));
    Some(About {
        title: root.needed_localized("title", TITLE_CHARS, faults),
        products: products(&root, around, faults),
        hello: hello(&root, id, around, faults),
        file: address("file", faults),
        link: address("link", faults),
        poster: address("poster", faults),
        shown: shown(&root, around, faults),
        published: published(&root, faults),
    })
}

fn products(root: &Section<'_>, around: &mut Around<'_, '_>, faults: &mut Faults) -> Vec<ProductId> {
    let mut products = Vec::new();
    for (sku, line) in root.texts("products", faults).unwrap_or_default() {
        let product = around.product(sku, line, faults).filter(|product| !products.contains(product));
        products.extend(product);
    }
    if products.len() > MOST_PRODUCTS {
        let (key, most) = ("products".to_owned(), MOST_PRODUCTS as u64);
        faults.add(root.line_of("products"), VideoProblem::TooManyOf { key, most });
        products.truncate(MOST_PRODUCTS);
    }
    products
}

/// Does the shop introduce itself in it? In one video only.
fn hello(root: &Section<'_>, id: &str, around: &mut Around<'_, '_>, faults: &mut Faults) -> bool {
    if root.switch("hello", faults) != Some(true) {
        return false;
    }
    let line = root.line_of("hello").unwrap_or(1);
    if let Some(place) = &around.hello {
        faults.add(line, VideoProblem::SecondHello { place: place.clone() });
        return false;
    }
    around.hello = Some(Place { file: Some(format!("{VIDEOS}/{id}.toml")), line });
    true
}

fn published(root: &Section<'_>, faults: &mut Faults) -> Option<String> {
    let (text, line) = root.text("published", faults)?;
    let text = alap_text::digits::fold(text);
    if parse_date(&text).is_none() {
        faults.add(line, Problem::BadDate { text: text.into_owned() });
        return None;
    }
    Some(text.into_owned())
}

fn shown(root: &Section<'_>, around: &mut Around<'_, '_>, faults: &mut Faults) -> Vec<(Shown, u32)> {
    let mut all = Vec::new();
    for section in root.sections("shown", faults) {
        section.known(&["product", "from", "until"], faults);
        let product = section.needed_text("product", faults);
        let product = product.and_then(|(sku, line)| around.product(sku, line, faults));
        let (from, until) = (instant(&section, "from", faults), instant(&section, "until", faults));
        let (Some(product), Some(from), Some(until)) = (product, from, until) else { continue };
        let line = section.line_of("from").unwrap_or_default();
        if from >= until {
            let (from, until) = (Moment(from), Moment(until));
            faults.add(line, VideoProblem::TurnedMoments { from, until });
            continue;
        }
        all.push((Shown { product, from, until }, section.line_of("until").unwrap_or_default()));
    }
    if all.len() > VIDEO_SHOWN {
        let (key, most) = ("shown".to_owned(), VIDEO_SHOWN as u64);
        faults.add(root.line_of("shown"), VideoProblem::TooManyOf { key, most });
        all.truncate(VIDEO_SHOWN);
    }
    all
}

fn instant(section: &Section<'_>, key: &str, faults: &mut Faults) -> Option<u32> {
    let (text, line) = section.needed_text(key, faults)?;
    let instant = moment::parse(text);
    if instant.is_none() {
        faults.add(line, Problem::BadMoment { text: text.to_owned() });
    }
    instant
}

/// What is shown while the video lasts; names the rest. The second that it ends in counts as a whole one.
pub(super) fn within(shown: Vec<(Shown, u32)>, length: Option<u64>, faults: &mut Faults) -> Vec<Shown> {
    let seconds = length.map(|length| u32::try_from(length.div_ceil(1_000)).unwrap_or(u32::MAX));
    let mut within = Vec::new();
    for (shown, line) in shown {
        match seconds.filter(|seconds| shown.until > *seconds) {
            Some(seconds) => {
                let (at, length) = (Moment(shown.until), Moment(seconds));
                faults.add(line, VideoProblem::PastEnd { at, length });
            }
            None => within.push(shown),
        }
    }
    within.sort_by_key(|shown| shown.from);
    within
}
