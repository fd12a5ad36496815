//! Puts a quality's segments together into one ordinary MP4, without encoding anything again.

use std::{ops::ControlFlow, path::Path};

use alap_video::{
    made::{INIT, PLAIN},
    playlist::segment,
};

use crate::{
    arguments::{quiet, words},
    problem::{TranscodeError, at},
    run::{Call, follow},
    tools::Tools,
};

/// Writes it into this folder, from its quality of so many lines; returns its bytes.
pub(crate) fn write(
    tools: &Tools,
    made: &Path,
    lines: u16,
    segments: &[u32],
    tell: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<u64, TranscodeError> {
    let rung = made.join(format!("{lines}p"));
    let mut files = vec![rung.join(INIT)];
    files.extend((0..segments.len()).map(|place| rung.join(segment(place))));
    let mut arguments = quiet();
    arguments.extend(words(["-f", "mov", "-i", "pipe:0", "-map", "0", "-c", "copy", "-map_metadata", "-1"]));
    // ffmpeg reads the first picture a frame late where frames depend on later ones.
    arguments.extend(words(["-bsf:v", "setts=pts=PTS-STARTPTS:dts=DTS-STARTPTS"]));
    // Its index first, so that it plays while it comes.
    arguments.extend(words(["-movflags", "+faststart", "-f", "mp4", PLAIN]));
    let all = segments.iter().copied().map(u64::from).sum::<u64>().max(1) as f32 * 1_000.0;
    let call = Call::new(&tools.ffmpeg, arguments).within(made).fed(files);
    follow(call, &mut |end| tell(end as f32 / all))?.checked(made)?;
    let file = made.join(PLAIN);
    Ok(file.metadata().map_err(at(&file))?.len())
}
