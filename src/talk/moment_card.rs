//! A moment of one of the shop's videos as a card: a tap plays it from there.

use alap_protocol::{locale::Locale, message::Body, pack::OwnMoment};
use alap_ui::components::{Icon, IconName, MomentBody, MomentFacts, moment_time, moment_words};
use leptos::prelude::*;

use super::{
    moment,
    state::TalkState,
    words::{tr, tr_with, words},
};
use crate::later;

/// In the talk, before the words that are about it.
pub(super) fn said(talk: TalkState, body: &Body) -> AnyView {
    let Some(asked) = moment::of_body(body.clone()) else { return ().into_any() };
    let panel = talk.panel;
    let video = moment::video(talk, &asked.video);
    let product = panel.pack.with_untracked(|pack| {
        let id = asked.product.as_ref()?;
        pack.as_ref()?.products.iter().find(|product| product.id == *id).cloned()
    });
    let facts = MomentFacts::of(video.as_ref(), asked.at, product.as_ref());
    let moment = OwnMoment { video: asked.video, at: asked.at };
    match video {
        Some(_) => card(talk, moment, facts, moment_time(asked.at), "moment moment-card"),
        // The shop has taken it away.
        None => view! { <p class="words">{moment_words(asked.at)}</p> }.into_any(),
    }
}

/// Below an answer that points at it. Nothing where the shop does not have the video.
pub(super) fn below_answer(talk: TalkState, moment: OwnMoment) -> Option<AnyView> {
    let video = moment::video(talk, &moment.video)?;
    let facts = MomentFacts::of(Some(&video), moment.at, None);
    let label = label(talk.panel.locale, moment.at);
    Some(card(talk, moment, facts, label, "moment moment-button"))
}

/// "See it at 0:42"
pub(super) fn label(locale: RwSignal<Locale>, at: u32) -> Signal<String> {
    Signal::derive(move || match at {
        0 => tr(locale.get(), "answer.watch"),
        at => {
            let time = alap_ui::moments::moment(locale.get(), at);
            tr_with(locale.get(), "answer.watch_at", &[("time", &time)])
        }
    })
}

fn card(
    talk: TalkState,
    moment: OwnMoment,
    facts: MomentFacts,
    time: Signal<String>,
    class: &'static str,
) -> AnyView {
    let locale = talk.panel.locale;
    let (video, at) = (moment.video.as_str().to_owned(), moment.at);
    let watch = move |_| later::watch(talk.panel, moment.clone());
    view! {
        <button type="button" class=class data-video=video data-at=at title=words(locale, "answer.watch") on:click=watch>
            <MomentBody facts=facts alt=words(locale, "moment.still") time=time />
            <Icon name=IconName::PLAY />
        </button>
    }
    .into_any()
}
