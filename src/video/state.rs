//! What the videos need and the rest of the panel does not.

use alap_protocol::pack::OwnMoment;
use leptos::prelude::*;

use crate::panel::Panel;

/// The videos, as signals. Copied into whatever needs it.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) panel: Panel,
    /// What the shopper wants to watch.
    pub(super) asked: RwSignal<Option<OwnMoment>>,
}

impl State {
    pub(super) fn new(panel: Panel) -> Self {
        Self { panel, asked: RwSignal::new(None) }
    }
}
