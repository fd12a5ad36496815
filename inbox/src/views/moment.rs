//! A moment of a video that a shopper asked about: a card that opens the video where it can be watched, at that moment.

use alap_protocol::{
    id::{ProductId, VideoId},
    message::Body,
    video::VideoHead,
};
use alap_ui::{
    components::{Icon, IconName, MomentBody, MomentFacts, moment_time, moment_words},
    moments::address_at,
    words::{use_locale, words},
};
use leptos::prelude::*;

use crate::state::Inbox;

/// In a talk.
pub(super) fn said(inbox: Inbox, body: &Body) -> AnyView {
    let Body::Moment { video, at, product, .. } = body else { return ().into_any() };
    let (video, at) = (head(inbox, video), *at);
    let Some(video) = video else {
        // The shop has taken it away.
        return view! { <p class="words">{moment_words(at)}</p> }.into_any();
    };
    let facts = facts(inbox, Some(&video), at, product.as_ref());
    let locale = use_locale();
    let card = view! { <MomentBody facts=facts alt=words(locale, "videos.still") time=moment_time(at) /> };
    let id = video.id.as_str().to_owned();
    match video.watch {
        Some(watch) => view! {
            <a
                class="moment moment-card"
                href=address_at(&watch, at)
                target="_blank"
                rel="noopener noreferrer"
                title=words(locale, "videos.watch")
                data-video=id
                data-at=at
            >
                {card}
                <Icon name=IconName::PLAY />
            </a>
        }
        .into_any(),
        None => view! { <div class="moment moment-card" data-video=id data-at=at>{card}</div> }.into_any(),
    }
}

/// What is known of a moment.
pub(super) fn facts(
    inbox: Inbox,
    video: Option<&VideoHead>,
    at: u32,
    product: Option<&ProductId>,
) -> MomentFacts {
    inbox.pack.with_untracked(|pack| {
        let products = pack.as_ref().map(|pack| pack.products.as_slice()).unwrap_or_default();
        let product = product.and_then(|id| products.iter().find(|known| known.id == *id));
        MomentFacts::of(video, at, product)
    })
}

/// What the pack says of a video, if the shop still has it.
pub(super) fn head(inbox: Inbox, id: &VideoId) -> Option<VideoHead> {
    inbox.pack.with_untracked(|pack| pack.as_ref()?.videos.iter().find(|video| video.id == *id).cloned())
}
