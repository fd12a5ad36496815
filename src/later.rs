//! The parts of the panel that come later: the talk, and the suggestions.
//!
//! The first view needs neither. Each is a wasm file of its own in a shipped page: the talk (the bot, the messages on the
//! screen and on the disk, the way to the server) is fetched when the shopper first means to write, or at once where a talk
//! is kept on this device; the suggestions (history, recommender, rows of products) once the first view stands. Everything
//! in them is reached through [`Talk`] and [`Suggesting`], so that the splitter finds one seam for each.

use std::{future::Future, pin::Pin};

use alap_protocol::{
    id::{FormId, ProductId},
    text::MessageText,
};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use crate::panel::{Link, Panel};

/// What the other parts may ask of the talk.
pub(crate) trait Talk: Send + Sync {
    /// The talk on the screen.
    fn view(&self) -> AnyView;
    /// How the talk with a person stands, once one was asked for.
    fn standing(&self) -> AnyView;
    /// Questions that what is being typed may become.
    fn suggestions(&self) -> AnyView;
    /// The shopper wrote something.
    fn say(&self, text: MessageText);
    /// The shopper tapped a question of the FAQ, by its place.
    fn ask_entry(&self, entry: usize);
    /// The shopper wants to ask about a product.
    fn ask_about(&self, product: &ProductId);
    /// The shopper wants a person.
    fn ask_person(&self);
    /// The shopper types, or stopped.
    fn typing(&self, on: bool);
    /// Everything of this shopper on this device goes.
    fn reset(&self);
}

/// What the other parts may ask of the suggestions.
pub(crate) trait Suggesting: Send + Sync {
    /// One of its views.
    fn view(&self, what: Suggested<'_>) -> AnyView;
    /// The shop page told what was looked at and bought, as JSON.
    fn take_journal(&self, text: &str);
    /// The history of this shopper was erased from this device.
    fn reset(&self);
}

/// The views of the suggestions.
pub(crate) enum Suggested<'a> {
    /// The rows at the end of the home view.
    Home,
    /// One row, alone in a frame of the shop's page: by its name.
    Frame(&'a str),
    /// A few products below the bot's answer.
    BelowAnswer {
        /// Which of its answers it is, from 1.
        answers: usize,
        /// The products spoken of in the talk, the last one last.
        spoken_of: &'a [ProductId],
    },
    /// What is kept, and how to take it out.
    Privacy,
}

/// The shopper wants to fill in a form: this one, or the first for an order; about a product, if they say so.
pub(crate) fn ask_form(_panel: Panel, _form: Option<FormId>, _product: Option<ProductId>) {}

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

/// Fetches the suggestions once the first view stands and somebody looks at it.
pub(crate) fn suggest(panel: Panel) {
    Effect::new(move |begun: Option<bool>| {
        let begins = panel.visible.get() && panel.pack.with(Option::is_some);
        if begins && begun != Some(true) {
            spawn_local(load_until_it_works(panel, Part::Suggestions));
        }
        begins || begun == Some(true)
    });
}

async fn load_until_it_works(panel: Panel, part: Part) {
    if part == Part::Suggestions {
        // The first view is drawn before.
        TimeoutFuture::new(150).await;
    }
    loop {
        let loading = match part {
            Part::Talk => talk(panel).await,
            Part::Suggestions => suggestions(panel).await,
        };
        if let Ok(loading) = loading {
            loading.await;
            break;
        }
        if part == Part::Talk {
            panel.link.set(Link::Offline);
        }
        // Nobody waits for suggestions.
        TimeoutFuture::new(if part == Part::Talk { 3_000 } else { 15_000 }).await;
    }
    if part == Part::Suggestions {
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

#[cfg(feature = "split")]
use split::{suggestions, talk};

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
}
