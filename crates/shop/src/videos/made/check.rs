//! Is what was made what it says?

use std::{
    collections::HashSet,
    fs::{self, File},
    io::Read,
};

use alap_protocol::video::Rung;
use alap_video::made::{INIT, Made, MadeRung};

use super::Lying;
use crate::{VideoProblem, fault::Faults};

/// The most bytes of a quality's beginning: it travels with the sheet.
const INIT_BYTES: usize = 4 * 1024;
/// The most qualities and segments.
const MOST_RUNGS: usize = 8;
const MOST_SEGMENTS: usize = 20_000;

/// Could it have been made so?
pub(super) fn is_whole(made: &Made) -> bool {
    let rising = made.rungs.is_sorted_by(|one, next| one.size.lines < next.size.lines);
    let strip = made.strip.is_none_or(|strip| {
        [strip.width, strip.height, strip.columns, strip.count, strip.every].iter().all(|number| *number > 0)
    });
    let size =
        (1..=u32::from(u16::MAX)).contains(&made.width) && (1..=u32::from(u16::MAX)).contains(&made.height);
    size && strip
        && rising
        && made.milliseconds > 0
        && made.stills_every > 0
        && (1..=MOST_RUNGS).contains(&made.rungs.len())
        && (1..=MOST_SEGMENTS).contains(&made.segments.len())
        && made.segments.iter().all(|length| *length > 0)
        && made.rungs.iter().all(is_rung)
}

/// The names of codecs stand in playlists: nothing in them may end a line or a quotation.
fn is_rung(rung: &MadeRung) -> bool {
    let MadeRung { size, width, height, codecs } = rung;
    let is_codecs = (1..=100).contains(&codecs.len())
        && codecs.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b','));
    size.lines > 0 && size.bandwidth > 0 && *width > 0 && *height > 0 && is_codecs
}

/// The qualities that have all their files.
pub(super) fn rungs(made: &Made, lying: &Lying<'_>, faults: &mut Faults) -> Vec<Rung> {
    let mut rungs = Vec::new();
    for MadeRung { size, width, height, codecs } in &made.rungs {
        let folder = format!("{}p", size.lines);
        if lying.here && !has_segments(&folder, made.segments.len(), lying, faults) {
            continue;
        }
        let Some(init) = init(&folder, lying, faults) else { continue };
        let (size, width, height, codecs) = (*size, *width, *height, codecs.clone());
        rungs.push(Rung { size, width, height, codecs, init });
    }
    rungs
}

/// Names the first that is missing: where one is, others are.
fn has_segments(folder: &str, count: usize, lying: &Lying<'_>, faults: &mut Faults) -> bool {
    let entries = fs::read_dir(lying.folder.join(folder)).into_iter().flatten().flatten();
    // A copy that was broken off leaves empty ones.
    let filled = entries.filter(|entry| fs::metadata(entry.path()).is_ok_and(|about| about.len() > 0));
    let names: HashSet<String> = filled.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let missing = (0..count).map(alap_video::playlist::segment).find(|name| !names.contains(name));
    if let Some(name) = &missing {
        let path = format!("{folder}/{name}");
        faults.add(None, lying.missing(&path));
    }
    missing.is_none()
}

/// The beginning of a quality's files. Where they are served from elsewhere it need not be here: then nobody knows it, and
/// players fetch it.
fn init(folder: &str, lying: &Lying<'_>, faults: &mut Faults) -> Option<Vec<u8>> {
    let path = format!("{folder}/{INIT}");
    let file = lying.folder.join(&path);
    if !file.is_file() {
        return lying.has(&path, faults).then(Vec::new);
    }
    let mut init = Vec::new();
    // A link may lead out of the folder, to what is nobody's business.
    let real = fs::canonicalize(&file).ok().zip(fs::canonicalize(&lying.folder).ok());
    let read = real
        .filter(|(real, home)| real.starts_with(home))
        .and_then(|(real, _)| File::open(real).ok()?.take(INIT_BYTES as u64 + 1).read_to_end(&mut init).ok());
    let is_init = read.is_some() && init.len() <= INIT_BYTES && init.get(4..8) == Some(b"ftyp");
    if !is_init {
        let (id, command) = (lying.id.to_owned(), lying.again.to_owned());
        faults.add(None, VideoProblem::MadeBroken { path, id, command });
    }
    is_init.then_some(init)
}
