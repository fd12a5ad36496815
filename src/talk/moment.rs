//! A moment of a video that the shopper asks about. It waits above the field, and on the device, until they send words: then it is
//! written before them.

use alap_bot::About;
use alap_protocol::{
    id::VideoId,
    limits::WATCHED_PARTS,
    message::{Author, Body},
    pack::OwnMoment,
    text::MessageText,
    video::{VideoHead, Watched},
};
use leptos::prelude::*;

use super::{focus, state::TalkState};
use crate::{
    kept::{self, Slot},
    later::AskedMoment,
    panel::View,
};

/// What is written next is about this moment.
pub(super) fn ask(talk: TalkState, mut moment: AskedMoment) {
    if let Some(before) = talk.moment.get_untracked().filter(|before| before.video == moment.video) {
        // The player does not tell twice what was watched.
        moment.watched = joined(before.watched, moment.watched);
    }
    set(talk, Some(moment));
    talk.panel.view.set(View::Chat);
    focus::to_field();
    focus::to_end_of_talk();
}

/// What is written next is about this, or about no moment; kept until then.
pub(super) fn set(talk: TalkState, moment: Option<AskedMoment>) {
    let kept = moment.clone().and_then(|moment| serde_json::to_string(&body(moment)).ok());
    match kept {
        Some(kept) => talk.panel.keep(Slot::Moment, &kept),
        None => talk.panel.shop.with_value(|shop| kept::remove(shop, Slot::Moment)),
    }
    talk.moment.set(moment);
}

/// Brings up what was kept.
pub(super) fn read(talk: TalkState) {
    let kept = talk.panel.shop.with_value(|shop| kept::read(shop, Slot::Moment));
    let kept: Option<Body> = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    talk.moment.set(kept.filter(|body| body.author_from_shopper().is_ok()).and_then(of_body));
}

/// Writes what the shopper said, behind the moment that it is about. Says what it is about.
pub(super) fn write_with(talk: TalkState, text: MessageText) -> Option<About> {
    let asked = talk.moment.get_untracked();
    // The shop may have taken the video away meanwhile.
    let has_pack = talk.panel.pack.with_untracked(Option::is_some);
    let moment = asked.clone().filter(|moment| !has_pack || video(talk, &moment.video).is_some());
    let about = moment.clone().map(about);
    let said = moment.map(body).into_iter().chain([Body::Text { text }]).collect();
    talk.write_all(&Author::Shopper {}, said);
    if asked.is_some() {
        set(talk, None);
    }
    about
}

/// The video, if the shop has it.
pub(super) fn video(talk: TalkState, id: &VideoId) -> Option<VideoHead> {
    talk.panel.pack.with_untracked(|pack| pack.as_ref()?.videos.iter().find(|video| video.id == *id).cloned())
}

/// What a question at this moment is about.
pub(super) fn about(moment: AskedMoment) -> About {
    let AskedMoment { video, at, product, .. } = moment;
    About { moment: OwnMoment { video, at }, product }
}

/// The moment in a message.
pub(super) fn of_body(body: Body) -> Option<AskedMoment> {
    match body {
        Body::Moment { video, at, product, watched } => Some(AskedMoment { video, at, product, watched }),
        _ => None,
    }
}

fn body(moment: AskedMoment) -> Body {
    let AskedMoment { video, at, product, watched } = moment;
    Body::Moment { video, at, product, watched }
}

fn joined(one: Watched, other: Watched) -> Watched {
    let parts = |mut one: Vec<u16>, other: Vec<u16>| {
        one.extend(other);
        one.sort_unstable();
        one.dedup();
        one.truncate(WATCHED_PARTS);
        one
    };
    Watched { replayed: parts(one.replayed, other.replayed), skipped: parts(one.skipped, other.skipped) }
}
