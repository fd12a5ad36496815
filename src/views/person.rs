//! The way to a person, always in reach above the composer, and how the talk with one stands.

use alap_ui::{
    components::{Icon, IconName},
    words::words,
};
use leptos::prelude::*;

use super::live;
use crate::{
    later::with_talk,
    panel::{Panel, View},
};

/// Above the composer: the button, or how the talk with a person stands.
#[component]
pub(crate) fn PersonBar(panel: Panel) -> impl IntoView {
    let locale = panel.locale;
    let offered = move || panel.offering.get() && panel.view.get() == View::Chat;
    live(move || {
        if panel.handed_over.get() {
            return panel.talk.get().map(|talk| talk.standing()).into_any();
        }
        if offered() || panel.pack.with(Option::is_none) {
            return ().into_any();
        }
        let ask = move |_| with_talk(panel, |talk| talk.ask_person());
        view! {
            <div class="panel-person">
                <button type="button" class="button button-quiet" on:click=ask>
                    <Icon name=IconName::PERSON />
                    {words(locale, "home.person")}
                </button>
            </div>
        }
        .into_any()
    })
}
