//! One row of products, alone in a frame of the shop's page. No talk, no conversation.

use alap_protocol::bridge::FrameEvent;
use leptos::prelude::*;

use crate::{later::Suggested, panel::Panel, shell};

#[component]
pub(crate) fn RowFrame(panel: Panel, name: String) -> impl IntoView {
    shell::take_shell();
    Effect::new(move |_| {
        // Nothing can be shown: nothing stands there either.
        if panel.pack_missing.get().is_some() || panel.outdated.get() {
            panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Height { height: 0 }));
        }
    });
    move || panel.suggestions.get().map(|suggestions| suggestions.view(Suggested::Frame(&name)))
}
