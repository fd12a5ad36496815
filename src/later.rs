//! The parts of the panel that come later: the talk, the suggestions, the requests, and the videos.
//!
//! The first view needs none of them. Each is a wasm file of its own in a shipped page: the talk (the bot, the messages on the
//! screen and on the disk, the way to the server) is fetched when the shopper first means to write, or at once where a talk
//! is kept on this device; the suggestions (history, recommender, rows of products) once the first view stands; the requests (forms,
//! price talk, payments) when a form is asked for, or where one is kept or was sent; the videos (poster and player) once the
//! first view stands and has one to show, or when one is asked for. Everything in them is reached through [`Talk`],
//! [`Suggesting`], [`Requesting`] and [`Watching`], so that the splitter finds one seam for each.

mod parts;

use std::{future::Future, pin::Pin};

use alap_protocol::{
    id::{FormId, ProductId},
    pack::OwnMoment,
};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

pub(crate) use parts::{AskedForm, AskedMoment, Happened, Requesting, Suggested, Suggesting, Talk, Watching};

use crate::panel::{Link, Panel, View};

/// The shopper wants to fill in a form: this one, or the first for an order; about a product, if they say so.
pub(crate) fn ask_form(panel: Panel, form: Option<FormId>, product: Option<ProductId>) {
    if panel.row {
        return;
    }
    let asked = AskedForm { form, product };
    panel.view.set(View::Request);
    match panel.requests.get_untracked() {
        Some(requests) => requests.open(asked),
        None => {
            panel.asked_form.set_value(Some(asked));
            prepare_requests(panel);
        }
    }
}

/// Fetches the requests, once.
pub(crate) fn prepare_requests(panel: Panel) {
    if !panel.requests_come.get_value() {
        panel.requests_come.set_value(true);
        spawn_local(load_until_it_works(panel, Part::Requests));
    }
}

/// The shopper wants to watch a video, from a moment on.
pub(crate) fn watch(panel: Panel, moment: OwnMoment) {
    let before = panel.view.get_untracked();
    if before != View::Video {
        panel.before_video.set_value(before);
    }
    panel.view.set(View::Video);
    match panel.watching.get_untracked() {
        Some(watching) => watching.open(moment),
        None => {
            panel.asked_video.set_value(Some(moment));
            prepare_watching(panel);
        }
    }
}

/// Fetches the videos' part, once.
pub(crate) fn prepare_watching(panel: Panel) {
    if !panel.watching_comes.get_value() {
        panel.watching_comes.set_value(true);
        spawn_local(load_until_it_works(panel, Part::Watching));
    }
}

/// A part that is still reading what is kept of it; in the end it stands in the panel.
pub(crate) type Loading = Pin<Box<dyn Future<Output = ()>>>;
/// What waits for the talk.
pub(crate) type Waiting = Vec<Act>;
/// Something to do with the talk.
type Act = Box<dyn FnOnce(&dyn Talk)>;

/// The parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Talk,
    Suggestions,
    Requests,
    Watching,
}

/// A part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of the panel could not be loaded")]
struct NotLoaded;

/// Fetches the talk ahead of its use.
pub(crate) fn prepare(panel: Panel) {
    with_talk(panel, |_| {});
}

/// Does something with the talk, once it is here. Without a network that is later: it is tried until it works.
pub(crate) fn with_talk(panel: Panel, act: impl FnOnce(&dyn Talk) + 'static) {
    match panel.talk.get_untracked() {
        Some(talk) => act(&*talk),
        None => wait(panel, Box::new(act)),
    }
}

fn wait(panel: Panel, act: Act) {
    // A row in the shop's page talks to nobody.
    if panel.row {
        return;
    }
    let first = panel.waiting.with_value(Vec::is_empty);
    panel.waiting.update_value(|waiting| waiting.push(act));
    if first {
        spawn_local(load_until_it_works(panel, Part::Talk));
    }
}

/// Fetches the suggestions once the first view stands and somebody looks at it, the requests where some are kept, and the
/// videos where one is at hand.
pub(crate) fn suggest(panel: Panel, has_requests: bool) {
    Effect::new(move |begun: Option<bool>| {
        let begins = panel.visible.get() && panel.pack.with(Option::is_some);
        if begins && panel.video_at_hand().is_some() {
            prepare_watching(panel);
        }
        if begins && begun != Some(true) {
            spawn_local(load_until_it_works(panel, Part::Suggestions));
            if has_requests {
                prepare_requests(panel);
            }
        }
        begins || begun == Some(true)
    });
}

async fn load_until_it_works(panel: Panel, part: Part) {
    let is_poster = part == Part::Watching && panel.view.get_untracked() == View::Home;
    if part == Part::Suggestions || is_poster {
        // The first view is drawn before.
        TimeoutFuture::new(150).await;
    }
    loop {
        let loading = match part {
            Part::Talk => talk(panel).await,
            Part::Suggestions => suggestions(panel).await,
            Part::Requests => requests(panel).await,
            Part::Watching => watching(panel).await,
        };
        if let Ok(loading) = loading {
            loading.await;
            break;
        }
        if part == Part::Talk {
            panel.link.set(Link::Offline);
        }
        // Nobody waits for suggestions.
        TimeoutFuture::new(if part == Part::Suggestions { 15_000 } else { 3_000 }).await;
    }
    if part != Part::Talk {
        return;
    }
    if panel.link.get_untracked() == Link::Offline {
        panel.link.set(Link::Idle);
    }
    if let Some(talk) = panel.talk.get_untracked() {
        let waiting = panel.waiting.try_update_value(std::mem::take).unwrap_or_default();
        for act in waiting {
            act(&*talk);
        }
    }
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "in a split page the part has to be fetched")]
async fn talk(panel: Panel) -> Result<Loading, NotLoaded> {
    Ok(crate::talk::load(panel))
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "in a split page the part has to be fetched")]
async fn suggestions(panel: Panel) -> Result<Loading, NotLoaded> {
    Ok(crate::suggestions::load(panel))
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "in a split page the part has to be fetched")]
async fn requests(panel: Panel) -> Result<Loading, NotLoaded> {
    Ok(crate::requests::load(panel))
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "in a split page the part has to be fetched")]
async fn watching(panel: Panel) -> Result<Loading, NotLoaded> {
    Ok(crate::video::load(panel))
}

#[cfg(feature = "split")]
use split::{requests, suggestions, talk, watching};

#[cfg(feature = "split")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Loading, NotLoaded};
    use crate::panel::Panel;

    impl From<SplitLoaderError> for NotLoaded {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    // The words in brackets name the files.
    #[wasm_split(talk, fallible)]
    pub(super) fn talk(panel: Panel) -> Result<Loading, NotLoaded> {
        Ok(crate::talk::load(panel))
    }

    #[wasm_split(suggestions, fallible)]
    pub(super) fn suggestions(panel: Panel) -> Result<Loading, NotLoaded> {
        Ok(crate::suggestions::load(panel))
    }

    #[wasm_split(requests, fallible)]
    pub(super) fn requests(panel: Panel) -> Result<Loading, NotLoaded> {
        Ok(crate::requests::load(panel))
    }
    #[wasm_split(video, fallible)]
    pub(super) fn watching(panel: Panel) -> Result<Loading, NotLoaded> {
        Ok(crate::video::load(panel))
    }
}
