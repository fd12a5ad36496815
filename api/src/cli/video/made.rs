//! Makes one video and says what came out; then what the folder's reader says of it.

use std::path::Path;

use alap_protocol::locale::Locale;
use alap_shop::{Fault, Reading, Severity};
use alap_transcode::{Job, Standing, Tools, TranscodeError};
use alap_video::{made::Made, quality::megabytes};

use super::{
    folder::Folder,
    watch::{Meter, Stop},
};
use crate::cli::{Failure, check::print_faults, say};

/// Makes it unless it is made; whatever the seller should know is said.
pub(super) fn make(
    id: &str,
    source: &Path,
    folder: &Folder,
    again: bool,
    stop: &Stop,
) -> Result<Result<(), Failure>, TranscodeError> {
    let videos = folder.made();
    let mut meter = Meter::new(id, stop);
    let mut watch = |progress: &_| meter.tell(progress);
    let stands = match again {
        true => Standing::Missing,
        false => alap_transcode::standing(&videos, id, source, &mut watch)?,
    };
    if let Standing::Current(made) = stands {
        meter.end();
        return Ok(say(format_args!("{id}: nothing has changed; {}", summary(&made))));
    }
    let done = alap_transcode::make(&Tools::default(), &Job { source, videos: &videos, id }, &mut watch);
    meter.end();
    let done = done?;
    let mut said = say(format_args!("{id}: {}", summary(&done.made)));
    for notice in done.notices {
        said = said.and_then(|()| say(format_args!("{}: note: {notice}", source.display())));
    }
    Ok(said)
}

/// Its length, and what each quality costs.
fn summary(made: &Made) -> String {
    let qualities: Vec<String> = made
        .rungs
        .iter()
        .map(|rung| format!("{}p {} MB", rung.size.lines, megabytes(rung.size.bytes)))
        .collect();
    format!("{}, {}", length(made.milliseconds / 1_000), qualities.join(", "))
}

/// `1:02:03`, or `2:03`.
pub(super) fn length(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// Shows what is wrong with these videos; says whether one cannot be served so.
pub(super) fn show_faults(reading: Reading, ids: &[String], folder: &Folder) -> Result<bool, Failure> {
    let mut faults: Vec<Fault> = reading.faults;
    faults.retain(|fault| ids.iter().any(|id| names(fault, id)));
    for fault in &mut faults {
        fault.file = folder.dir().join(&fault.file);
    }
    print_faults(&faults, Locale::En)?;
    Ok(faults.iter().any(|fault| fault.severity == Severity::Error))
}

/// Is it about a file of this video?
fn names(fault: &Fault, id: &str) -> bool {
    let mut parts = fault.file.iter();
    let first = parts.next();
    let own = match first {
        Some(first) if first == "media" => {
            if parts.next().is_none_or(|second| second != alap_video::made::FOLDER) {
                return false;
            }
            parts.next()
        }
        Some(first) if first == "videos" => parts.next(),
        _ => None,
    };
    let name = own.map(|name| name.to_string_lossy());
    name.is_some_and(|name| {
        name.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}
