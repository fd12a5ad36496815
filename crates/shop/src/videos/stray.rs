//! Files in `videos` that belong to no video.

use std::{collections::HashSet, path::Path};

use super::VIDEOS;
use crate::{Fault, VideoProblem};

/// How the names of sellers' own video files end, of which something can be made.
pub(super) const SOURCES: [&str; 14] =
    ["mp4", "webm", "mov", "m4v", "mkv", "avi", "3gp", "3g2", "mpg", "mpeg", "mts", "m2ts", "wmv", "ogv"];
/// How the names of the files beside a video's own end.
const BESIDE: [&str; 3] = [".bn.vtt", ".en.vtt", ".chapters.txt"];

/// What is wrong with a file of this name lying there, if anything is.
pub(super) fn fault(name: &str, known: &HashSet<&str>) -> Option<Fault> {
    if name.ends_with(".toml") {
        return None;
    }
    let beside = BESIDE.iter().find_map(|end| name.strip_suffix(end));
    let source = || {
        let (stem, end) = name.rsplit_once('.')?;
        SOURCES.contains(&end.to_ascii_lowercase().as_str()).then_some(stem)
    };
    let problem = match beside.or_else(source) {
        Some(id) if known.contains(id) => return None,
        Some(id) => VideoProblem::Lost { id: id.to_owned() },
        None => VideoProblem::Stray {},
    };
    Some(Fault::new(&Path::new(VIDEOS).join(name), None, problem.into()))
}
