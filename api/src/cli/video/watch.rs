//! How far a video is: one line that is written over on a terminal; elsewhere a line every tenth and for each new stage.

use std::{
    io::{self, IsTerminal as _, Write as _},
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use alap_transcode::{Progress, Stage};

/// Somebody pressed Ctrl-C.
#[derive(Clone, Debug, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(super) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What is said of one video while it is made, on standard error.
pub(super) struct Meter<'a> {
    id: &'a str,
    stop: &'a Stop,
    terminal: bool,
    tenths: u32,
    stage: Option<Stage>,
}

impl<'a> Meter<'a> {
    pub(super) fn new(id: &'a str, stop: &'a Stop) -> Self {
        Self { id, stop, terminal: io::stderr().is_terminal(), tenths: 0, stage: None }
    }

    pub(super) fn tell(&mut self, progress: &Progress) -> ControlFlow<()> {
        if self.stop.is_set() {
            return ControlFlow::Break(());
        }
        let percent = (progress.whole * 100.0) as u32;
        let (id, stage) = (self.id, progress.stage);
        if self.terminal {
            // Back to the start of the line, and the rest of it cleared.
            write(&format!("\r\x1b[K{id}: {stage}, {percent} %"));
        } else if percent / 10 > self.tenths || self.stage != Some(stage) {
            self.tenths = percent / 10;
            write(&format!("{id}: {stage}, {percent} %\n"));
        }
        self.stage = Some(stage);
        ControlFlow::Continue(())
    }

    /// Nothing more will be told.
    pub(super) fn end(self) {
        if self.terminal && self.stage.is_some() {
            write("\r\x1b[K");
        }
    }
}

/// Who does not listen is no reason to stop.
fn write(text: &str) {
    let mut error = io::stderr().lock();
    let _ = error.write_all(text.as_bytes()).and_then(|()| error.flush());
}
