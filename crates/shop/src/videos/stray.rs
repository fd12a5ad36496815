//! Files in `videos` that belong to no video.

use std::{collections::HashSet, path::Path};

use alap_video::made::source_of;

use super::VIDEOS;
use crate::{Fault, VideoProblem};

/// How the names of the files beside a video's own end.
const BESIDE: [&str; 3] = [".bn.vtt", ".en.vtt", ".chapters.txt"];

/// What is wrong with a file of this name lying there, if anything is.
pub(super) fn fault(name: &str, known: &HashSet<&str>) -> Option<Fault> {
    if name.ends_with(".toml") {
        return None;
    }
    let beside = BESIDE.iter().find_map(|end| name.strip_suffix(end));
    let problem = match beside.or_else(|| source_of(name)) {
        Some(id) if known.contains(id) => return None,
        Some(id) => VideoProblem::Lost { id: id.to_owned() },
        None => VideoProblem::Stray {},
    };
    Some(Fault::new(&Path::new(VIDEOS).join(name), None, problem.into()))
}
