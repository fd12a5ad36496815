//! How far it is.

use std::{fmt, ops::ControlFlow};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The seller's file is read and checked.
    Reading,
    /// A quality is made; its shorter side in pixels.
    Quality(u16),
    /// The plain file is put together.
    Plain,
    /// Poster, strip and stills are made.
    Pictures,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reading => f.write_str("reading"),
            Self::Quality(lines) => write!(f, "{lines}p"),
            Self::Plain => f.write_str("one file"),
            Self::Pictures => f.write_str("pictures"),
        }
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How much of that, from 0 to 1.
    pub fraction: f32,
    /// How much of everything, from 0 to 1.
    pub whole: f32,
}

/// Is told how far it is, a few times a second, and may stop it: what is finished is kept for the next run.
pub type Watch<'a> = dyn FnMut(&Progress) -> ControlFlow<()> + 'a;

/// Knows what share of the work each stage is.
pub(crate) struct Meter<'a, 'w> {
    watch: &'a mut Watch<'w>,
    all: f32,
    before: f32,
    stage: Stage,
    weight: f32,
}

impl<'a, 'w> Meter<'a, 'w> {
    /// For work of this weight in all.
    pub(crate) fn new(watch: &'a mut Watch<'w>) -> Self {
        Self { watch, all: 1.0, before: 0.0, stage: Stage::Reading, weight: 0.0 }
    }

    /// Now that the plan is known: what all the stages after reading weigh.
    pub(crate) fn expect(&mut self, all: f32) {
        self.all = all.max(f32::MIN_POSITIVE);
    }

    /// The next stage begins.
    pub(crate) fn begin(&mut self, stage: Stage, weight: f32) -> ControlFlow<()> {
        self.before += self.weight;
        (self.stage, self.weight) = (stage, weight);
        self.tell(0.0)
    }

    /// So much of the stage is done.
    pub(crate) fn tell(&mut self, fraction: f32) -> ControlFlow<()> {
        let fraction = fraction.clamp(0.0, 1.0);
        let whole = ((self.before + self.weight * fraction) / self.all).clamp(0.0, 1.0);
        (self.watch)(&Progress { stage: self.stage, fraction, whole })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_never_goes_back() {
        let mut seen = Vec::new();
        let mut watch = |progress: &Progress| {
            seen.push(progress.whole);
            ControlFlow::Continue(())
        };
        let mut meter = Meter::new(&mut watch);
        meter.expect(4.0);
        for (stage, weight) in [(Stage::Reading, 0.0), (Stage::Quality(144), 1.0), (Stage::Quality(240), 3.0)]
        {
            assert!(meter.begin(stage, weight).is_continue());
            assert!(meter.tell(0.5).is_continue());
        }
        assert!(meter.tell(1.7).is_continue());
        assert_eq!(seen, [0.0, 0.0, 0.0, 0.125, 0.25, 0.625, 1.0]);
    }
}
