//! One row by itself, in a frame of the shop's page that is as high as the row is.

use std::time::Duration;

use alap_protocol::bridge::FrameEvent;
use alap_shelf::RowKind;
use gloo::events::EventListener;
use leptos::{html, prelude::*};

use super::{home, state::State};

/// The row of that name; without a height where there is nothing to show.
pub(super) fn row(state: State, name: &str) -> AnyView {
    let kind = RowKind::from_name(name);
    let place = NodeRef::<html::Div>::new();
    let row = Memo::new(move |_| state.is_on().then(|| state.lay_out(|shelf| shelf.row(kind?))));
    let measure = move || {
        // By then another view may stand here.
        let height = place.try_get_untracked().flatten().map_or(0, |place| place.offset_height());
        let height = u32::try_from(height).unwrap_or(0);
        state.panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Height { height }));
    };
    Effect::new(move |_| {
        // While the recommender is made, the place that the shop's page keeps stays.
        if !matches!(row.get(), Some(None)) {
            state.panel.locale.track();
            // Not with the next picture: a frame that is not on the screen yet draws none.
            set_timeout(measure, Duration::ZERO);
        }
    });
    EventListener::new(&window(), "resize", move |_| measure()).forget();
    let shown = move || {
        let row = row.get()???;
        let pack = state.recommender.get_untracked()?.pack.clone();
        Some(home::row(state, &pack, &row))
    };
    view! { <div class="row-frame" node_ref=place>{shown}</div> }.into_any()
}
