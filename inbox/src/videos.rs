//! What the page knows of how the shop's videos are watched and asked about.

pub(crate) mod chart;

use alap_protocol::video::{VideoCounts, VideoReport};
use leptos::prelude::*;

/// The state of this part of the page.
#[derive(Clone, Copy)]
pub(crate) struct Videos {
    /// It is on the screen.
    pub(crate) shown: RwSignal<bool>,
    /// The counts; nothing until they came.
    pub(crate) report: RwSignal<Option<VideoReport>>,
    /// They could not be had when they were asked for last.
    pub(crate) failed: RwSignal<bool>,
}

impl Videos {
    pub(crate) fn new() -> Self {
        Self { shown: RwSignal::new(false), report: RwSignal::new(None), failed: RwSignal::new(false) }
    }

    /// The session has ended.
    pub(crate) fn forget(self) {
        self.report.set(None);
        self.failed.set(false);
    }
}

/// Does the report say anything of how they are watched?
pub(crate) fn has_counts(report: &VideoReport) -> bool {
    !report.asked.is_empty() || report.videos.iter().any(|video: &VideoCounts| !video.parts.is_empty())
}
