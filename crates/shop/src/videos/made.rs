//! What `alap video` made of a seller's file: read, and held against what lies there.

mod check;

use std::{
    fs,
    path::{Path, PathBuf},
};

use alap_protocol::{
    limits::VIDEO_SECONDS,
    video::{Ladder, PlainFile, Poster, Stills, Strip, VideoSource},
};
use alap_video::made::{self as format, MADE_FORMAT, MadeStrip};
use serde::Deserialize;

use super::{
    Around,
    source::{self, Found},
};
use crate::{
    Fault, VideoProblem,
    fault::Faults,
    folder::{files, hash},
    media::{MEDIA, VideoFile},
};

/// The most bytes of `made.json`: hours of segments are tens of kilobytes.
const MADE_BYTES: usize = 1024 * 1024;
/// What of its hash stands in addresses.
const VERSION_CHARS: usize = 16;

/// What there is.
pub(super) enum Made {
    /// Nothing was made, or not to its end.
    Nothing,
    /// Something was made, but it cannot be shown; that has been said.
    Broken,
    /// It can be shown.
    Found(Box<Found>),
}

/// The version alone: what another one wrote may have any other keys.
#[derive(Deserialize)]
struct Version {
    format: u16,
}

/// Where the files of one video are.
struct Lying<'a> {
    id: &'a str,
    /// The command that makes them again.
    again: &'a str,
    /// The folder here.
    folder: PathBuf,
    /// What their addresses begin with.
    address: String,
    /// Hash of what was made: behind `?v=`, so that a file may be kept for good.
    version: String,
    /// They are served from here, so they have to be here.
    here: bool,
}

impl Lying<'_> {
    /// Is there this file? It is named if not.
    fn has(&self, name: &str, faults: &mut Faults) -> bool {
        let has = !self.here || self.folder.join(name).is_file();
        if !has {
            faults.add(None, self.missing(name));
        }
        has
    }

    fn missing(&self, name: &str) -> VideoProblem {
        let (path, id, command) = (name.to_owned(), self.id.to_owned(), self.again.to_owned());
        VideoProblem::MadeMissing { path, id, command }
    }

    fn at(&self, name: &str) -> String {
        format!("{}{name}?v={}", self.address, self.version)
    }
}

/// Reads what was made. `again` is the command that makes it again.
pub(super) fn read(id: &str, again: &str, around: &mut Around<'_, '_>, all: &mut Vec<Fault>) -> Made {
    let within = Path::new(MEDIA).join(format::FOLDER).join(id);
    let file = within.join(format::FILE);
    let mut faults = Faults::of(&file);
    let Some(bytes) = files::read_bytes(around.dir, &file.to_string_lossy(), MADE_BYTES, &mut faults) else {
        let is_unreadable = faults.names(None);
        all.extend(faults.into_list());
        return if is_unreadable { Made::Broken } else { Made::Nothing };
    };
    let base = around.settings.base.as_deref();
    let address = base.map_or_else(
        || format!("/media/{}/{}/{id}/", around.shop, format::FOLDER),
        |base| format!("{base}{id}/"),
    );
    let version = hash(&bytes).chars().take(VERSION_CHARS).collect();
    let lying = Lying { id, again, folder: around.dir.join(&within), address, version, here: base.is_none() };
    let made = parse(&lying, &bytes, &mut faults);
    let found = match &made {
        Some(made) => show(made, &lying, &mut faults),
        None => plain(None, &lying, &mut faults),
    };
    all.extend(faults.into_list());
    if found.is_some() && lying.here {
        around.media.add_folder(within);
    }
    found.map_or(Made::Broken, |found| Made::Found(Box::new(found)))
}

fn parse(lying: &Lying<'_>, bytes: &[u8], faults: &mut Faults) -> Option<format::Made> {
    let (id, command) = (lying.id.to_owned(), lying.again.to_owned());
    match serde_json::from_slice::<Version>(bytes) {
        Ok(Version { format: MADE_FORMAT }) => {}
        Ok(_) => {
            faults.add(None, VideoProblem::MadeFormat { id, command });
            return None;
        }
        Err(_) => {
            faults.add(None, VideoProblem::MadeDamaged { id, command });
            return None;
        }
    }
    let made = serde_json::from_slice::<format::Made>(bytes).ok().filter(check::is_whole);
    match &made {
        None => faults.add(None, VideoProblem::MadeDamaged { id, command }),
        Some(made) if made.milliseconds > u64::from(VIDEO_SECONDS) * 1_000 => {
            faults.add(None, VideoProblem::TooLong { hours: u64::from(VIDEO_SECONDS / 3_600) });
        }
        Some(_) => {}
    }
    made
}

/// The ladder, without the qualities that miss something; the plain file if none is left.
fn show(made: &format::Made, lying: &Lying<'_>, faults: &mut Faults) -> Option<Found> {
    let rungs = check::rungs(made, lying, faults);
    if rungs.is_empty() {
        return plain(Some(made), lying, faults);
    }
    let has_plain = lying.has(format::PLAIN, faults);
    let (src, watch) = (lying.at(format::PLAIN), lying.address.clone() + format::PLAIN);
    let ladder = Ladder {
        base: lying.address.clone(),
        version: lying.version.clone(),
        segments: made.segments.clone(),
        rungs,
        plain: PlainFile { src, bytes: made.plain_bytes },
    };
    Some(Found {
        sizes: ladder.rungs.iter().map(|rung| rung.size).collect(),
        length: Some(made.milliseconds),
        size: Some((made.width, made.height)),
        poster: poster(made, lying, faults),
        stills: stills(made, lying, faults),
        strip: made.strip.and_then(|of| strip(of, lying, faults)),
        watch: has_plain.then_some(watch),
        source: VideoSource::Ladder(ladder),
        file: None,
    })
}

/// The plain file, where nothing better can be shown.
fn plain(made: Option<&format::Made>, lying: &Lying<'_>, faults: &mut Faults) -> Option<Found> {
    let path = lying.folder.join(format::PLAIN);
    let bytes = fs::metadata(&path).ok().filter(|about| about.is_file() && lying.here)?.len();
    let file = VideoFile { path, src: lying.at(format::PLAIN), bytes };
    let mut found = Found { file: None, ..source::plain(Path::new(""), file, None, faults) };
    if let Some(made) = made {
        found.length = Some(made.milliseconds);
        found.size = found.size.or(Some((made.width, made.height)));
        found.poster = poster(made, lying, faults);
        found.stills = stills(made, lying, faults);
        found.strip = made.strip.and_then(|of| strip(of, lying, faults));
    }
    Some(found)
}

fn poster(made: &format::Made, lying: &Lying<'_>, faults: &mut Faults) -> Option<Poster> {
    let named = |end: &str| format!("{}.{end}", format::POSTER);
    let jpeg = named("jpg");
    let mut other = |is_there: bool, end: &str| {
        let name = named(end);
        (is_there && lying.has(&name, faults)).then(|| lying.at(&name))
    };
    let (avif, webp) = (other(made.poster_avif, "avif"), other(made.poster_webp, "webp"));
    let (width, height) = (made.width, made.height);
    lying.has(&jpeg, faults).then(|| Poster { src: lying.at(&jpeg), avif, webp, width, height })
}

fn stills(made: &format::Made, lying: &Lying<'_>, faults: &mut Faults) -> Option<Stills> {
    let last = made.stills.checked_sub(1)?;
    // They are made one after the other: with the last one there, all are.
    let base = format!("{}{}/", lying.address, format::STILLS);
    let has_all =
        [0, last].iter().all(|place| lying.has(&format!("{}/{place:05}.webp", format::STILLS), faults));
    has_all.then_some(Stills { base, every: made.stills_every, count: made.stills })
}

fn strip(of: MadeStrip, lying: &Lying<'_>, faults: &mut Faults) -> Option<Strip> {
    let MadeStrip { width, height, columns, count, every } = of;
    let src = lying.at(format::STRIP);
    lying.has(format::STRIP, faults).then_some(Strip { src, width, height, columns, count, every })
}
