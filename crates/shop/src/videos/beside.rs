//! What lies beside a video's file: captions and chapters. What is wrong in them is left out.

use alap_protocol::{
    limits::VIDEO_CHAPTERS,
    locale::Locale,
    video::{Captions, Chapter},
};
use alap_video::{
    captions::{self, CUE_CHARS, CaptionFaultKind, MOST_CUES},
    chapters::{self, ChapterFaultKind, TITLE_CHARS},
};

use super::{ABOUT_BYTES, Around, VIDEOS};
use crate::{
    Fault, Moment, Problem, VideoProblem,
    fault::Faults,
    folder::{files, hash},
};

/// The captions in each language, with their texts.
pub(super) fn captions(
    id: &str,
    length: Option<u64>,
    around: &Around<'_, '_>,
    all: &mut Vec<Fault>,
) -> Vec<(Captions, (Locale, String))> {
    let mut found = Vec::new();
    for locale in Locale::ALL {
        let file = format!("{VIDEOS}/{id}.{}.vtt", locale.tag());
        let mut faults = Faults::of(&file);
        if let Some(text) = files::read_text(around.dir, &file, ABOUT_BYTES, &mut faults) {
            let read = captions::read(&text, length);
            for fault in read.faults {
                faults.add(fault.line, caption_problem(fault.kind, length));
            }
            if read.cues.is_empty() {
                faults.add(None, VideoProblem::NoCaptions {});
            } else {
                let text = captions::write(&read.cues);
                let src = format!(
                    "/api/v1/shops/{}/videos/{id}/captions/{}.vtt?v={}",
                    around.shop,
                    locale.tag(),
                    hash(text.as_bytes())
                );
                found.push((Captions { locale, src }, (locale, text)));
            }
        }
        all.extend(faults.into_list());
    }
    found
}

fn caption_problem(kind: CaptionFaultKind, length: Option<u64>) -> VideoProblem {
    match kind {
        CaptionFaultKind::NoHead => VideoProblem::CaptionsHead {},
        CaptionFaultKind::SubRip => VideoProblem::CaptionsSubRip {},
        CaptionFaultKind::Time { text } => VideoProblem::CaptionTime { text },
        CaptionFaultKind::NoTime { text } => VideoProblem::CaptionNoTime { text },
        CaptionFaultKind::Turned => VideoProblem::CaptionTurned {},
        CaptionFaultKind::Order => VideoProblem::CaptionOrder {},
        CaptionFaultKind::PastEnd => VideoProblem::CaptionPastEnd { length: whole(length) },
        CaptionFaultKind::Empty => VideoProblem::CaptionEmpty {},
        CaptionFaultKind::Long { chars } => {
            VideoProblem::CaptionLong { chars: chars as u64, most: CUE_CHARS as u64 }
        }
        CaptionFaultKind::TooMany => VideoProblem::CaptionsTooMany { most: MOST_CUES as u64 },
    }
}

/// The chapters.
pub(super) fn chapters(
    id: &str,
    length: Option<u64>,
    around: &Around<'_, '_>,
    all: &mut Vec<Fault>,
) -> Vec<Chapter> {
    let file = format!("{VIDEOS}/{id}.chapters.txt");
    let mut faults = Faults::of(&file);
    let text = files::read_text(around.dir, &file, ABOUT_BYTES, &mut faults);
    let read = text.map(|text| chapters::read(&text, length));
    if let Some(read) = &read {
        if read.chapters.is_empty() && read.faults.is_empty() {
            faults.add(None, Problem::EmptyFile {});
        }
        for fault in &read.faults {
            faults.add(fault.line, chapter_problem(&fault.kind, length));
        }
    }
    all.extend(faults.into_list());
    read.map(|read| read.chapters).unwrap_or_default()
}

fn chapter_problem(kind: &ChapterFaultKind, length: Option<u64>) -> VideoProblem {
    match kind {
        ChapterFaultKind::Time { text } => VideoProblem::ChapterTime { text: text.clone() },
        ChapterFaultKind::NotRising => VideoProblem::ChapterOrder {},
        ChapterFaultKind::PastEnd => VideoProblem::ChapterPastEnd { length: whole(length) },
        ChapterFaultKind::NoTitle => VideoProblem::ChapterTitle {},
        ChapterFaultKind::LongTitle => VideoProblem::ChapterLong { most: TITLE_CHARS as u64 },
        ChapterFaultKind::TooMany => VideoProblem::ChaptersTooMany { most: VIDEO_CHAPTERS as u64 },
    }
}

fn whole(length: Option<u64>) -> Moment {
    Moment(super::finish::seconds(length.unwrap_or_default()))
}
