//! The part of the panel that comes later: the talk.
//!
//! The first view needs no talk. What carries one (the bot, the messages on the screen and on the disk, the way to the
//! server) is a second wasm file in a shipped page, fetched when the shopper first means to write, or at once where a talk
//! is kept on this device. Everything in it is reached through [`Talk`], so that the splitter finds one seam.

use std::{future::Future, pin::Pin, sync::Arc};

use alap_protocol::{id::ProductId, text::MessageText};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use crate::panel::{Link, Panel};

/// What the first part may ask of the second.
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

/// A talk that has read what is kept of it.
pub(crate) type Loaded = Arc<dyn Talk>;
/// A talk that is still reading.
type Loading = Pin<Box<dyn Future<Output = Loaded>>>;
/// What waits for the talk.
pub(crate) type Waiting = Vec<Act>;
/// Something to do with the talk.
type Act = Box<dyn FnOnce(&dyn Talk)>;

/// The second part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the talk could not be loaded")]
struct NotLoaded;

/// Fetches the second part ahead of its use.
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
    let first = panel.waiting.with_value(Vec::is_empty);
    panel.waiting.update_value(|waiting| waiting.push(act));
    if first {
        spawn_local(load_until_it_works(panel));
    }
}

async fn load_until_it_works(panel: Panel) {
    let talk = loop {
        match load(panel).await {
            Ok(loading) => break loading.await,
            Err(NotLoaded) => {
                panel.link.set(Link::Offline);
                TimeoutFuture::new(3_000).await;
            }
        }
    };
    if panel.link.get_untracked() == Link::Offline {
        panel.link.set(Link::Idle);
    }
    panel.talk.set(Some(talk.clone()));
    let waiting = panel.waiting.try_update_value(std::mem::take).unwrap_or_default();
    for act in waiting {
        act(&*talk);
    }
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "in a split page the part has to be fetched")]
async fn load(panel: Panel) -> Result<Loading, NotLoaded> {
    Ok(crate::talk::load(panel))
}

#[cfg(feature = "split")]
use split::load;

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

    #[wasm_split(talk, fallible)]
    pub(super) fn load(panel: Panel) -> Result<Loading, NotLoaded> {
        Ok(crate::talk::load(panel))
    }
}
