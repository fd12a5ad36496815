//! What the parts may ask of each other.

use alap_protocol::{
    deal::Step,
    id::{FormId, ProductId, RequestId, Sequence, VideoId},
    message::Author,
    pack::OwnMoment,
    text::MessageText,
    video::Watched,
};
use leptos::prelude::*;

use crate::credentials::Credentials;

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
    /// The shopper wants to ask about a moment of a video: their next words are about it.
    fn ask_moment(&self, moment: AskedMoment);
    /// The shopper wants a person.
    fn ask_person(&self);
    /// The shopper types, or stopped.
    fn typing(&self, on: bool);
    /// Everything of this shopper on this device goes.
    fn reset(&self);
    /// The steps of all requests, in their order; followed as they come.
    fn steps(&self) -> Vec<Happened>;
    /// What proves the conversation, if there is one; followed as it changes.
    fn credentials(&self) -> Option<Credentials>;
    /// Opens the conversation, as asking for a person does, if there is none; then goes on.
    fn hand_over(&self, then: Box<dyn FnOnce(Credentials)>);
    /// Does something that was said still wait to be sent?
    fn is_sending(&self) -> bool;
    /// Has this place of the conversation been heard? Followed.
    fn has(&self, place: Sequence) -> bool;
    /// Something was done to the conversation without the talk: there is something to hear.
    fn wake(&self);
}

/// A step of a request, as it stands in the conversation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Happened {
    pub(crate) request: RequestId,
    pub(crate) author: Author,
    pub(crate) step: Step,
    /// When the server wrote it, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
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

/// What the other parts may ask of the requests.
pub(crate) trait Requesting: Send + Sync {
    /// The form on the screen, or what came of one.
    fn view(&self) -> AnyView;
    /// On the home view: forms begun, and requests that are not over.
    fn home(&self) -> AnyView;
    /// A step in the talk: who did it, to which request, what.
    fn step(&self, author: &Author, request: RequestId, step: &Step) -> AnyView;
    /// The shopper wants to fill in a form.
    fn open(&self, asked: AskedForm);
    /// Everything of this shopper was erased from this device.
    fn reset(&self);
}

/// A form to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AskedForm {
    /// Which; none for the first for an order.
    pub(crate) form: Option<FormId>,
    /// About which product.
    pub(crate) product: Option<ProductId>,
}

/// What the other parts may ask of the videos.
pub(crate) trait Watching: Send + Sync {
    /// On the home view: the video at hand, by its poster.
    fn home(&self) -> AnyView;
    /// The player. Drawn once, and kept: a video goes on in its small window while the shopper writes.
    fn player(&self) -> AnyView;
    /// The shopper wants to watch.
    fn open(&self, moment: OwnMoment);
    /// Everything of this shopper was erased from this device.
    fn reset(&self);
}

/// A moment of a video that the shopper wants to ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AskedMoment {
    pub(crate) video: VideoId,
    /// In seconds from the start.
    pub(crate) at: u32,
    /// What can be seen there, or what the video is about.
    pub(crate) product: Option<ProductId>,
    /// What of the video was watched again or jumped over, as far as it was not told yet.
    pub(crate) watched: Watched,
}
