//! Where a video's pictures and sounds come from: what was made of it, a plain file, or another site.

use std::{
    fs,
    path::{Path, PathBuf},
};

use alap_protocol::{
    limits::VIDEO_SECONDS,
    video::{PlainFile, Poster, Size, Stills, Strip, VideoSource},
};
use alap_video::{
    link::{self, LinkError},
    made::source_of,
};

use super::{
    Around, VIDEOS,
    about::About,
    made::{self, Made},
    mp4,
};
use crate::{
    Fault, VideoProblem,
    fault::Faults,
    media::{VideoFile, VideoPlace},
};

/// What was found.
pub(super) struct Found {
    pub(super) source: VideoSource,
    pub(super) sizes: Vec<Size>,
    /// In milliseconds.
    pub(super) length: Option<u64>,
    /// Width and height in pixels.
    pub(super) size: Option<(u32, u32)>,
    pub(super) poster: Option<Poster>,
    pub(super) stills: Option<Stills>,
    pub(super) strip: Option<Strip>,
    pub(super) watch: Option<String>,
    /// The plain file that it is.
    pub(super) file: Option<PathBuf>,
}

/// Looks in this order. `faults` are those of the video's own file.
pub(super) fn find(
    id: &str,
    about: &About,
    around: &mut Around<'_, '_>,
    faults: &mut Faults,
    all: &mut Vec<Fault>,
) -> Option<Found> {
    let own = has_own(id, around.dir);
    let file_named = about.file.as_ref().and_then(|(src, _)| around.media.video_path(src));
    let made = made::read(id, &again(id, own || file_named.is_some()), around, all);
    if let Made::Found(found) = made {
        // A question that names the file means this video.
        return Some(Found { file: file_named, ..*found });
    }
    if let Some((src, line)) = &about.file {
        return file(src, *line, around, faults);
    }
    if let Some((address, line)) = &about.link {
        return linked(address, *line, faults);
    }
    if own {
        faults.add(None, VideoProblem::NotMade { id: id.to_owned() });
    } else if matches!(made, Made::Nothing) {
        faults.add(None, VideoProblem::NoSource { id: id.to_owned() });
    }
    None
}

/// Does the seller's own film lie beside its description?
fn has_own(id: &str, dir: &Path) -> bool {
    let entries = fs::read_dir(dir.join(VIDEOS)).into_iter().flatten().flatten();
    let is_own = |name: &str| source_of(name) == Some(id);
    entries.into_iter().any(|entry| entry.file_name().to_str().is_some_and(is_own) && entry.path().is_file())
}

/// The command that makes a video again: it has to be given the film where the folder does not have it.
fn again(id: &str, has_film: bool) -> String {
    if has_film { "alap video make".to_owned() } else { format!("alap video add FILE --name {id} --replace") }
}

/// A file in `media/`, as it is.
fn file(src: &str, line: u32, around: &mut Around<'_, '_>, faults: &mut Faults) -> Option<Found> {
    match around.media.video(src, line, faults)? {
        VideoPlace::File(file) => Some(plain(around.dir, file, line, faults)),
        VideoPlace::Web(_) => {
            faults.add(line, VideoProblem::FileElsewhere { text: src.to_owned() });
            None
        }
    }
}

/// What a plain file tells of itself.
pub(super) fn plain(dir: &Path, file: VideoFile, line: impl Into<Option<u32>>, faults: &mut Faults) -> Found {
    let VideoFile { path, src, bytes } = file;
    let line = line.into();
    if !mp4::is_video(&dir.join(&path)) {
        faults.add(line, VideoProblem::Unplayable { path: path.display().to_string() });
    }
    let told = mp4::read(&dir.join(&path));
    let length = told.as_ref().and_then(|told| told.milliseconds);
    if length.is_some_and(|length| length > u64::from(VIDEO_SECONDS) * 1_000) {
        faults.add(line, VideoProblem::TooLong { hours: u64::from(VIDEO_SECONDS / 3_600) });
    }
    let size = told.and_then(|told| told.size);
    let lines = size.and_then(|(width, height)| u16::try_from(width.min(height)).ok()).unwrap_or_default();
    let bandwidth =
        length.filter(|length| *length > 0).map_or(0, |length| bytes.saturating_mul(8_000) / length);
    let bandwidth = u32::try_from(bandwidth).unwrap_or(u32::MAX);
    Found {
        sizes: vec![Size { lines, bandwidth, bytes }],
        length,
        size,
        poster: None,
        stills: None,
        strip: None,
        watch: Some(src.clone()),
        source: VideoSource::Plain(PlainFile { src, bytes }),
        file: Some(path),
    }
}

fn linked(address: &str, line: u32, faults: &mut Faults) -> Option<Found> {
    let linked = link::read(address).map_err(|error| {
        faults.add(
            line,
            match error {
                LinkError::NotAnAddress => VideoProblem::BadLink { text: address.to_owned() },
                LinkError::UnknownSite { host } => VideoProblem::UnknownSite { host },
                LinkError::NoVideo { site } => VideoProblem::NoVideoThere { site: site.name().to_owned() },
            },
        );
    });
    let linked = linked.ok()?;
    Some(Found {
        sizes: Vec::new(),
        length: None,
        size: None,
        poster: None,
        stills: None,
        strip: None,
        watch: Some(linked.page.clone()),
        source: VideoSource::Linked(linked),
        file: None,
    })
}
