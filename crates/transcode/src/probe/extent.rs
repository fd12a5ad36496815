//! How long a file really is: read to its end without decoding, then its first and last pictures decoded.

use std::{ffi::OsString, ops::ControlFlow, path::Path};

use super::Picture;
use crate::{
    arguments::{input, quiet, seconds, words},
    problem::TranscodeError,
    run::{Call, Done, follow},
    tools::Tools,
};

/// What a container may say too much, in milliseconds.
const ROUNDING: u64 = 2_000;
/// How many milliseconds of the end are decoded.
const TAIL: u64 = 3_000;

pub(super) struct Extent<'a> {
    pub(super) tools: &'a Tools,
    pub(super) file: &'a Path,
    pub(super) picture: &'a Picture,
    /// How long it says that its picture is, in milliseconds.
    pub(super) picture_says: Option<u64>,
    /// How long it says that it is in all.
    pub(super) file_says: Option<u64>,
}

impl Extent<'_> {
    /// The length in milliseconds, and how often ffmpeg complained.
    pub(super) fn measure(
        &self,
        tell: &mut dyn FnMut(f32) -> ControlFlow<()>,
    ) -> Result<(u64, usize), TranscodeError> {
        let stream = self.picture.stream.to_string();
        let all = self.picture_says.or(self.file_says).unwrap_or(0).max(1);
        let first = self.decode(0)?;
        if first.frames == 0 {
            return Err(TranscodeError::NoFrames { codec: self.picture.codec.clone() });
        }
        let copy = ["-map", &format!("0:{stream}"), "-c", "copy", "-f", "null", "-"];
        let copied = self.run(&[], &copy, &mut |done| tell(done as f32 / 1_000.0 / all as f32))?;
        let ends = copied.end / 1_000;
        if let Some(says) = self.cut_off(ends)? {
            return Err(TranscodeError::EndsEarly { says, ends });
        }
        if ends == 0 {
            return Err(TranscodeError::NoFrames { codec: self.picture.codec.clone() });
        }
        let tail = TAIL.max((3_000.0 / self.picture.rate) as u64);
        let after = ends.saturating_sub(tail);
        let last = if after == 0 { first } else { self.decode(after)? };
        if last.frames == 0 {
            return Err(TranscodeError::DamagedEnd { after });
        }
        Ok((self.length(ends), copied.said.lines))
    }

    /// ffmpeg says where the last picture begins, not how long it stays.
    fn length(&self, ends: u64) -> u64 {
        match self.picture_says {
            Some(says) if says >= ends && says - ends < ROUNDING => says,
            _ => ends + (1_000.0 / self.picture.rate.max(1.0)).round() as u64,
        }
    }

    /// What it says that it is long, where it ends clearly before.
    fn cut_off(&self, ends: u64) -> Result<Option<u64>, TranscodeError> {
        let early = |says: u64, ends: u64| says > ends + ROUNDING.max(says / 50);
        match (self.picture_says, self.file_says) {
            (Some(says), _) if early(says, ends) => Ok(Some(says)),
            (None, Some(says)) if early(says, ends) => {
                // Perhaps the sound is longer than the picture.
                let copy = ["-map", "0:V?", "-map", "0:a?", "-c", "copy", "-f", "null", "-"];
                let all = self.run(&[], &copy, &mut |_| ControlFlow::Continue(()))?;
                Ok(early(says, all.end / 1_000).then_some(says))
            }
            _ => Ok(None),
        }
    }

    /// Decodes the first picture after this moment.
    fn decode(&self, after: u64) -> Result<Done, TranscodeError> {
        let after = seconds(after);
        let stream = format!("0:{}", self.picture.stream);
        let before = if after == "0.000" { vec![] } else { words(["-ss", &after]) };
        let one = ["-map", &stream, "-frames:v", "1", "-f", "null", "-"];
        self.run(&before, &one, &mut |_| ControlFlow::Continue(()))
    }

    /// ffmpeg on this file. That it failed is seen in what it wrote.
    fn run(
        &self,
        before: &[OsString],
        after: &[&str],
        tell: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Done, TranscodeError> {
        let mut arguments = quiet();
        arguments.extend_from_slice(before);
        arguments.extend(input(self.file));
        arguments.extend(after.iter().map(OsString::from));
        follow(Call::new(&self.tools.ffmpeg, arguments), tell)
    }
}
