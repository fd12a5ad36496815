//! The videos: posters, and the player. Nothing of a video but its poster is fetched before it is tapped. See
//! [`crate::later`].

mod state;
mod words;

use std::sync::Arc;

use alap_protocol::pack::OwnMoment;
use leptos::prelude::*;
use state::State;

use crate::{
    later::{Loading, Watching},
    panel::Panel,
    styles,
};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/video.css"));

/// Stands ready to play.
pub(crate) fn load(panel: Panel) -> Loading {
    Box::pin(async move {
        styles::add(STYLE);
        let state = State::new(panel);
        if let Some(asked) = panel.asked_video.try_update_value(Option::take).flatten() {
            state.asked.set(Some(asked));
        }
        panel.watching.set(Some(Arc::new(state)));
    })
}

impl Watching for State {
    fn home(&self) -> AnyView {
        ().into_any()
    }

    fn player(&self) -> AnyView {
        ().into_any()
    }

    fn open(&self, moment: OwnMoment) {
        self.asked.set(Some(moment));
    }

    fn reset(&self) {}
}
