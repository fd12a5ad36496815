//! Captions: a WebVTT file ([W3C](https://www.w3.org/TR/webvtt1/)) as sellers bring it, and as it is served.
//!
//! Read as leniently as browsers do, and a little more; written again with nothing but cues in it: no styles, no regions, no
//! notes, no tags but bold, italic, underlined and who speaks.

mod text;
mod time;

use std::fmt::Write as _;

use thiserror::Error;

/// The most cues of a file.
pub const MOST_CUES: usize = 5_000;
/// The most characters of a cue that a shopper sees at once.
pub const CUE_CHARS: usize = 300;
/// What stands between the two times of a cue.
const ARROW: &str = "-->";

/// What was read of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadCaptions {
    /// What can be shown, by its beginnings.
    pub cues: Vec<Cue>,
    /// What is wrong with the file, by line.
    pub faults: Vec<CaptionFault>,
}

/// Words that are shown for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The line of its times in the file that was read, counted from 1.
    pub line: u32,
    /// Shown from here, in milliseconds,
    pub from: u32,
    /// until here.
    pub until: u32,
    /// Where on the picture, as WebVTT writes it: `line:0 align:start`.
    settings: String,
    /// The words with their few tags, safe to be written.
    markup: String,
}

impl Cue {
    /// The words alone, on one line.
    pub fn plain(&self) -> String {
        text::plain(&self.markup)
    }
}

/// A mistake in a file of captions.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {kind}")]
pub struct CaptionFault {
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub kind: CaptionFaultKind,
}

/// What can be wrong with a file of captions.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CaptionFaultKind {
    /// It does not begin with `WEBVTT`. Read all the same.
    #[error("the file does not begin with WEBVTT")]
    NoHead,
    /// A SubRip file (`.srt`) under another name. Read all the same.
    #[error("this is a SubRip file, not WebVTT")]
    SubRip,
    /// Times that nobody can read; the cue is left out.
    #[error("“{text}” are no times; write 00:05.000 --> 00:08.000")]
    Time {
        /// What stands there.
        text: String,
    },
    /// Words that have no time; left out.
    #[error("“{text}” has no times above it")]
    NoTime {
        /// What stands there.
        text: String,
    },
    /// Ends before it begins; left out.
    #[error("ends before it begins")]
    Turned,
    /// Begins before the one above it; put into its place.
    #[error("begins before the one above it")]
    Order,
    /// Begins when the video is over; left out.
    #[error("begins after the end of the video")]
    PastEnd,
    /// No words; left out.
    #[error("has no words")]
    Empty,
    /// Too long to be read; cut.
    #[error("has {chars} characters, more than {CUE_CHARS}")]
    Long {
        /// How many there are.
        chars: usize,
    },
    /// More than [`MOST_CUES`]; the others are left out.
    #[error("there are more than {MOST_CUES} captions")]
    TooMany,
}

/// Reads a file that is text. `length` is that of the video in milliseconds, where it is known.
pub fn read(text: &str, length: Option<u64>) -> ReadCaptions {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = lines_of(text).collect();
    let mut reader = Reader { length, read: ReadCaptions::default(), comma: false };
    let mut at = 0;
    if lines.first().is_some_and(|line| is_head(line)) {
        // Whatever else the head holds ends with an empty line, or with the first cue.
        at = 1;
        while lines.get(at).is_some_and(|line| !line.trim().is_empty() && !line.contains(ARROW)) {
            at += 1;
        }
    } else if !text.trim().is_empty() {
        let is_subrip = lines.iter().find(|line| line.contains(ARROW)).is_some_and(|line| line.contains(','));
        reader.comma = is_subrip;
        reader.fault(0, if is_subrip { CaptionFaultKind::SubRip } else { CaptionFaultKind::NoHead });
    }
    while at < lines.len() {
        at = reader.block(&lines, at);
    }
    reader.read.cues.sort_by_key(|cue| cue.from);
    reader.read.faults.sort_by_key(|fault| fault.line);
    reader.read
}

/// As a file that browsers read.
pub fn write(cues: &[Cue]) -> String {
    let mut file = "WEBVTT\n".to_owned();
    for Cue { from, until, settings, markup, .. } in cues {
        let space = if settings.is_empty() { "" } else { " " };
        // Writing into a string cannot fail.
        let _ = write!(
            file,
            "\n{} {ARROW} {}{space}{settings}\n{markup}\n",
            time::written(*from),
            time::written(*until)
        );
    }
    file
}

/// `WEBVTT`, alone or with a space and anything behind it.
pub(crate) fn is_head(line: &str) -> bool {
    line.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Lines, whichever way they end.
pub(crate) fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    // Between the two of `\r\n` there is no line.
    text.split_inclusive(['\n', '\r'])
        .scan(false, |after_return, line| {
            let is_rest = *after_return && line == "\n";
            *after_return = line.ends_with('\r');
            Some((!is_rest).then(|| line.trim_end_matches(['\n', '\r'])))
        })
        .flatten()
}

struct Reader {
    length: Option<u64>,
    read: ReadCaptions,
    /// It was said that the times have commas in them.
    comma: bool,
}

impl Reader {
    /// Reads what begins at this line, and says where the next begins.
    fn block(&mut self, lines: &[&str], at: usize) -> usize {
        let first = lines[at];
        if first.trim().is_empty() {
            return at + 1;
        }
        let times =
            [at, at + 1].into_iter().find(|at| lines.get(*at).is_some_and(|line| line.contains(ARROW)));
        let words = times.unwrap_or(at) + 1;
        let mut end = words;
        while lines.get(end).is_some_and(|line| !line.trim().is_empty() && !line.contains(ARROW)) {
            end += 1;
        }
        // Without an empty line before the next one's name, that name is the last line of these words. Browsers think so, too.
        match times {
            Some(at) => self.cue(at, lines[at], lines.get(words..end).unwrap_or_default()),
            None if ["NOTE", "STYLE", "REGION"].iter().any(|head| first.starts_with(head)) => {}
            None => self.fault(at, CaptionFaultKind::NoTime { text: first.trim().to_owned() }),
        }
        end
    }

    fn cue(&mut self, at: usize, times: &str, words: &[&str]) {
        let Some(times_read) = time::line(times) else {
            return self.fault(at, CaptionFaultKind::Time { text: times.trim().to_owned() });
        };
        let time::Times { from, until, settings, comma } = times_read;
        if comma && !self.comma {
            self.comma = true;
            self.fault(at, CaptionFaultKind::SubRip);
        }
        if until <= from {
            return self.fault(at, CaptionFaultKind::Turned);
        }
        if self.length.is_some_and(|length| u64::from(from) >= length) {
            return self.fault(at, CaptionFaultKind::PastEnd);
        }
        let text::Clean { markup, chars } = text::clean(&words.join("\n"));
        if chars == 0 {
            return self.fault(at, CaptionFaultKind::Empty);
        }
        if self.read.cues.len() == MOST_CUES {
            if !self.read.faults.iter().any(|fault| fault.kind == CaptionFaultKind::TooMany) {
                self.fault(at, CaptionFaultKind::TooMany);
            }
            return;
        }
        if chars > CUE_CHARS {
            self.fault(at, CaptionFaultKind::Long { chars });
        }
        if self.read.cues.last().is_some_and(|before| before.from > from) {
            self.fault(at, CaptionFaultKind::Order);
        }
        self.read.cues.push(Cue { line: number(at), from, until, settings, markup });
    }

    fn fault(&mut self, at: usize, kind: CaptionFaultKind) {
        self.read.faults.push(CaptionFault { line: number(at), kind });
    }
}

/// The number of the line at a place.
fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests;
