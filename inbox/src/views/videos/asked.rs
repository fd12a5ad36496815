//! The moments asked about last, each with the way to its conversation.

use alap_protocol::video::AskedMoment;
use alap_ui::{
    components::{MomentBody, moment_time, moment_words},
    words::{use_locale, words},
};
use leptos::prelude::*;

use crate::{
    place,
    state::use_inbox,
    views::{
        moment::{facts, head},
        names,
    },
};

#[component]
pub(super) fn Asked(asked: Vec<AskedMoment>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <h3 class="videos-asked-title">{words(locale, "videos.asked_last")}</h3>
        <ul class="videos-asked">
            {asked.into_iter().map(|asked| view! { <Line asked=asked /> }).collect_view()}
        </ul>
    }
}

#[component]
fn Line(asked: AskedMoment) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let AskedMoment { conversation, video, at, asked_at, .. } = asked;
    let facts = facts(inbox, head(inbox, &video).as_ref(), at, None);
    // Of a video that the shop has taken away, only the time is left.
    let time = match facts.title {
        Some(_) => moment_time(at),
        None => moment_words(at),
    };
    let when = Memo::new(move |_| names::short_moment(asked_at, inbox.tick.get(), locale.get()));
    let open = move |event: leptos::ev::MouseEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if plain {
            event.prevent_default();
            place::go(&place::link(conversation));
        }
    };
    view! {
        <li>
            <a
                class="moment videos-asked-line"
                href=place::link(conversation)
                data-video=video.as_str().to_owned()
                data-at=at
                on:click=open
            >
                <MomentBody facts=facts alt=words(locale, "videos.still") time=time />
                <span class="videos-asked-when">
                    <time>{when}</time>
                    <span class="videos-asked-open">{words(locale, "videos.open_talk")}</span>
                </span>
            </a>
        </li>
    }
}
