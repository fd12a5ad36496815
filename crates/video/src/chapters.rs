//! Chapters: lines such as `0:42 সেলাই | Stitching`, or a WebVTT file whose cues are chapters.

use alap_protocol::{
    limits::VIDEO_CHAPTERS,
    locale::{Locale, Localized},
    video::Chapter,
};
use thiserror::Error;

use crate::{
    captions::{self, CaptionFaultKind, is_head, lines_of},
    moment,
};

/// The most characters of a title.
pub const TITLE_CHARS: usize = 100;

/// What was read of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadChapters {
    /// Those without a mistake, by their beginnings.
    pub chapters: Vec<Chapter>,
    /// What is wrong with the others, by line; they are left out.
    pub faults: Vec<ChapterFault>,
}

/// A mistake in a file of chapters.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {kind}")]
pub struct ChapterFault {
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub kind: ChapterFaultKind,
}

/// What can be wrong with a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ChapterFaultKind {
    /// No moment at the beginning of the line.
    #[error("“{text}” does not begin with a moment such as 0:42")]
    Time {
        /// What stands there.
        text: String,
    },
    /// Not after the one above it.
    #[error("does not begin after the chapter above it")]
    NotRising,
    /// Begins when the video is over.
    #[error("begins after the end of the video")]
    PastEnd,
    /// Nothing behind the moment.
    #[error("has no title")]
    NoTitle,
    /// More than [`TITLE_CHARS`].
    #[error("its title has more than {TITLE_CHARS} characters")]
    LongTitle,
    /// More than [`VIDEO_CHAPTERS`]; none after it is read.
    #[error("there are more than {VIDEO_CHAPTERS} chapters")]
    TooMany,
}

/// Reads a file that is text. `length` is that of the video in milliseconds, where it is known.
pub fn read(text: &str, length: Option<u64>) -> ReadChapters {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { length, read: ReadChapters::default() };
    if lines_of(text).next().is_some_and(is_head) {
        reader.cues(text);
    } else {
        reader.lines(text);
    }
    reader.read
}

struct Reader {
    length: Option<u64>,
    read: ReadChapters,
}

impl Reader {
    fn lines(&mut self, text: &str) {
        for (number, written) in (1..).zip(lines_of(text)) {
            let written = written.trim();
            if written.is_empty() || written.starts_with('#') {
                continue;
            }
            let (at, title) = written.split_once(char::is_whitespace).unwrap_or((written, ""));
            match moment::parse(at) {
                Some(at) if !self.add(number, at, title) => return,
                Some(_) => {}
                None => self.fault(number, ChapterFaultKind::Time { text: written.to_owned() }),
            }
        }
    }

    fn cues(&mut self, text: &str) {
        let captions::ReadCaptions { cues, faults } = captions::read(text, self.length);
        for captions::CaptionFault { line, kind } in faults {
            match kind {
                CaptionFaultKind::Time { text } | CaptionFaultKind::NoTime { text } => {
                    self.fault(line, ChapterFaultKind::Time { text });
                }
                CaptionFaultKind::Turned | CaptionFaultKind::Order => {
                    self.fault(line, ChapterFaultKind::NotRising);
                }
                CaptionFaultKind::PastEnd => self.fault(line, ChapterFaultKind::PastEnd),
                CaptionFaultKind::Empty => self.fault(line, ChapterFaultKind::NoTitle),
                // Too long for captions is too long for a title, and too many are so here, too. A comma is no harm.
                CaptionFaultKind::Long { .. }
                | CaptionFaultKind::TooMany
                | CaptionFaultKind::NoHead
                | CaptionFaultKind::SubRip => {}
            }
        }
        for cue in cues {
            if !self.add(cue.line, cue.from / 1_000, &cue.plain()) {
                break;
            }
        }
        self.read.faults.sort_by_key(|fault| fault.line);
    }

    /// Adds a chapter, or says what is wrong with it. False once there are too many.
    fn add(&mut self, line: u32, at: u32, title: &str) -> bool {
        let title = localized(title);
        let fault = if self.length.is_some_and(|length| u64::from(at) * 1_000 >= length) {
            ChapterFaultKind::PastEnd
        } else if self.read.chapters.last().is_some_and(|before| before.at >= at) {
            ChapterFaultKind::NotRising
        } else if title.is_empty() {
            ChapterFaultKind::NoTitle
        } else if title.texts().any(|text| text.chars().count() > TITLE_CHARS) {
            ChapterFaultKind::LongTitle
        } else if self.read.chapters.len() == VIDEO_CHAPTERS {
            self.fault(line, ChapterFaultKind::TooMany);
            return false;
        } else {
            self.read.chapters.push(Chapter { at, title });
            return true;
        };
        self.fault(line, fault);
        true
    }

    fn fault(&mut self, line: u32, kind: ChapterFaultKind) {
        self.read.faults.push(ChapterFault { line, kind });
    }
}

/// `বাংলা | English` or `বাংলা / English`, in this order or the other, or one of the two: its letters tell which.
fn localized(title: &str) -> Localized {
    let is_bangla = |text: &str| text.chars().any(|c| ('\u{980}'..='\u{9ff}').contains(&c));
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let of = |text: &str| if is_bangla(text) { Locale::Bn } else { Locale::En };
    // A stroke may be one of the title, where both sides are of one language.
    let stroke = || title.split_once(" / ").filter(|(one, other)| is_bangla(one) != is_bangla(other));
    let (one, other) = title.split_once('|').or_else(stroke).unwrap_or((title, ""));
    let (one, other) = (tidy(one), tidy(other));
    match (one.is_empty(), other.is_empty()) {
        (true, true) => Localized::default(),
        (false, true) => Localized::one(of(&one), one),
        (true, false) => Localized::one(of(&other), other),
        (false, false) if is_bangla(&other) && !is_bangla(&one) => Localized::both(other, one),
        (false, false) => Localized::both(one, other),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn faults(text: &str, length: Option<u64>) -> Vec<(u32, ChapterFaultKind)> {
        read(text, length).faults.into_iter().map(|fault| (fault.line, fault.kind)).collect()
    }

    fn chapters(text: &str) -> Vec<(u32, Localized)> {
        let read = read(text, Some(60_000));
        assert_eq!(read.faults, []);
        read.chapters.into_iter().map(|chapter| (chapter.at, chapter.title)).collect()
    }

    #[test]
    fn a_line_is_a_moment_and_a_title_in_one_language_or_both() {
        let text = "\u{feff}# Kantha\n\n0:00 শুরু | The start\r\n০:১২\tসেলাই\n0:20 The border\n0:30 The end | শেষ\n0:40 | Again\n0:50 মাপ / Sizes\n0:55 S / M\n";
        assert_eq!(
            chapters(text),
            [
                (0, Localized::both("শুরু", "The start")),
                (12, Localized::one(Locale::Bn, "সেলাই")),
                (20, Localized::one(Locale::En, "The border")),
                (30, Localized::both("শেষ", "The end")),
                (40, Localized::one(Locale::En, "Again")),
                (50, Localized::both("মাপ", "Sizes")),
                (55, Localized::one(Locale::En, "S / M")),
            ]
        );
    }

    #[test]
    fn the_cues_of_a_webvtt_file_are_chapters_too() {
        let text = "WEBVTT\n\n1\n00:00.000 --> 00:10.000\nশুরু | The start\n\n2\n00:10.500 --> 00:59.000\n<b>Stitches</b>\n";
        assert_eq!(
            chapters(text),
            [(0, Localized::both("শুরু", "The start")), (10, Localized::one(Locale::En, "Stitches"))]
        );
        let late = "WEBVTT\n\n02:00.000 --> 02:10.000\nLate\n\n00:05.000 --> 00:06.000\n\nx\n";
        assert_eq!(
            faults(late, Some(60_000)),
            [
                (3, ChapterFaultKind::PastEnd),
                (6, ChapterFaultKind::NoTitle),
                (8, ChapterFaultKind::Time { text: "x".into() }),
            ]
        );
    }

    #[test]
    fn each_mistake_is_named_with_its_line_and_the_rest_is_read() {
        let long = "x".repeat(TITLE_CHARS + 1);
        let text = format!(
            "0:10 One\n0:10 Two\n0:05 Three\n0:20\n0:75 Four\nFive\n0:30 {long}\n1:00 Six\n0:40 Seven\n"
        );
        use ChapterFaultKind::*;
        assert_eq!(
            faults(&text, Some(60_000)),
            [
                (2, NotRising),
                (3, NotRising),
                (4, NoTitle),
                (5, Time { text: "0:75 Four".into() }),
                (6, Time { text: "Five".into() }),
                (7, LongTitle),
                (8, PastEnd),
            ]
        );
        assert_eq!(read(&text, Some(60_000)).chapters.len(), 2);
    }

    #[test]
    fn there_are_only_so_many() {
        let text: String = (0..70).map(|at| format!("{at}:00 Chapter\n")).collect();
        let read = read(&text, None);
        assert_eq!((read.chapters.len(), read.faults.len()), (VIDEO_CHAPTERS, 1));
        assert_eq!(read.faults[0].line, 61);
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_what_is_kept_rises(text in "(WEBVTT\n\n)?([0-9]{1,2}:[0-5][0-9] [^\n]{0,12}\n|\\PC{0,20}\n){0,20}") {
            let read = read(&text, Some(600_000));
            prop_assert!(read.chapters.iter().all(|chapter| chapter.at < 600 && !chapter.title.is_empty()));
            prop_assert!(read.chapters.is_sorted_by(|one, next| one.at < next.at));
        }
    }
}
