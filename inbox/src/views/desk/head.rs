//! Above a tab: the way back and what it is.

use alap_ui::{
    components::{Icon, IconName},
    words::{use_locale, words},
};
use leptos::prelude::*;

use super::outcome::OutcomeLine;
use crate::{place, requests::Tab};

#[component]
pub(super) fn TabHead(
    /// Which tab.
    tab: Tab,
    /// Its title in the catalogue.
    title: &'static str,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <header class="talk-head">
            <button
                type="button"
                class="button-icon talk-back"
                aria-label=words(locale, "desk.back")
                on:click=move |_| place::leave_tab(tab)
            >
                <Icon name=IconName::BACK />
            </button>
            <div class="talk-names">
                <h2 id="desk-title" class="talk-title desk-title" tabindex="-1">{words(locale, title)}</h2>
            </div>
        </header>
        <OutcomeLine />
    }
}
