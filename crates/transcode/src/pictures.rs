//! The pictures of a video: its poster, the strip to seek by, and stills of its moments.

mod moment;
mod poster;
mod tiles;

use std::{ffi::OsString, ops::ControlFlow, path::Path};

use alap_video::made::MadeStrip;

use crate::{
    plan::Plan,
    probe::Source,
    problem::TranscodeError,
    run::{Call, follow},
    tools::{Abilities, Tools},
};

/// What was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pictures {
    pub(crate) poster_webp: bool,
    pub(crate) poster_avif: bool,
    pub(crate) strip: Option<MadeStrip>,
    pub(crate) stills: u32,
    pub(crate) stills_every: u16,
}

/// What pictures are made from.
pub(crate) struct Album<'a> {
    pub(crate) tools: &'a Tools,
    pub(crate) abilities: &'a Abilities,
    pub(crate) file: &'a Path,
    pub(crate) source: &'a Source,
    pub(crate) plan: &'a Plan,
    /// The folder with the plain file; they are put there.
    pub(crate) made: &'a Path,
    /// A file that may be written on the way.
    pub(crate) aside: &'a Path,
    /// Of the plain file: each begins with a picture that can be read without the others.
    pub(crate) segments: usize,
}

impl Album<'_> {
    /// Makes them all.
    pub(crate) fn fill(
        &self,
        tell: &mut dyn FnMut(f32) -> ControlFlow<()>,
    ) -> Result<Pictures, TranscodeError> {
        let mut pictures = Pictures { stills_every: 1, ..Pictures::default() };
        poster::make(self, &mut pictures)?;
        step(tell(0.3))?;
        if self.abilities.webp {
            pictures.strip = Some(tiles::strip(self)?);
            step(tell(0.6))?;
            (pictures.stills, pictures.stills_every) = tiles::stills(self)?;
        }
        step(tell(1.0))?;
        Ok(pictures)
    }

    /// ffmpeg in the folder of what is made.
    fn run(&self, arguments: Vec<OsString>) -> Result<(), TranscodeError> {
        let call = Call::new(&self.tools.ffmpeg, arguments).within(self.made);
        follow(call, &mut |_| ControlFlow::Continue(()))?.checked(self.made).map(drop)
    }
}

fn step(flow: ControlFlow<()>) -> Result<(), TranscodeError> {
    if flow.is_break() { Err(TranscodeError::Stopped) } else { Ok(()) }
}
