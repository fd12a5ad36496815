//! A video below an answer. Nothing of it is loaded before it is tapped.

use alap_protocol::{locale::Locale, pack::OwnMoment};
use alap_ui::{
    components::IconName,
    moments::{address_at, moment},
};
use leptos::{html, prelude::*};

use super::{link, tap};
use crate::{
    later,
    talk::{
        state::TalkState,
        words::{tr, tr_with},
    },
};

/// The shop's own plays in place; any other opens in a tab of its own.
pub(super) fn button(locale: RwSignal<Locale>, src: String, at: u32) -> AnyView {
    let label = label(locale, at);
    if !src.starts_with('/') {
        return link(IconName::PLAY, label, address_at(&src, at), String::new(), None);
    }
    let plays = RwSignal::new(false);
    let start = Callback::new(move |()| plays.set(true));
    let address = format!("{src}#t={at}");
    (move || match plays.get() {
        true => player(address.clone(), label),
        false => tap(IconName::PLAY, label, start),
    })
    .into_any()
}

/// A video of the shop plays in the panel.
pub(super) fn own(talk: TalkState, moment: OwnMoment) -> AnyView {
    let locale = talk.panel.locale;
    let label = label(locale, moment.at);
    let watch = Callback::new(move |()| later::watch(talk.panel, moment.clone()));
    tap(IconName::PLAY, label, watch)
}

fn label(locale: RwSignal<Locale>, at: u32) -> Signal<String> {
    Signal::derive(move || match at {
        0 => tr(locale.get(), "answer.watch"),
        at => tr_with(locale.get(), "answer.watch_at", &[("time", &moment(locale.get(), at))]),
    })
}

fn player(address: String, label: Signal<String>) -> AnyView {
    let player = NodeRef::<html::Video>::new();
    Effect::new(move |_| {
        if let Some(player) = player.get() {
            // The button that had the focus is gone.
            let _ = player.focus();
        }
    });
    view! {
        <video node_ref=player class="answer-video" src=address aria-label=label controls autoplay playsinline>
        </video>
    }
    .into_any()
}
