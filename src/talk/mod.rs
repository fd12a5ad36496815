//! The talk: everything that is not needed before the shopper means to write. See [`crate::later`].

mod answer_actions;
mod below_answer;
mod bot;
mod courier;
mod feedback;
mod focus;
mod handoff;
mod http;
mod keeping;
mod moment;
mod moment_asked;
mod moment_card;
mod offer;
mod preparing;
mod pushes;
mod reading;
mod reply_time;
mod requests;
mod socket;
mod standing;
mod state;
mod typing_suggestions;
mod view;
mod words;

use std::sync::Arc;

use alap_protocol::{
    id::{ProductId, Sequence},
    message::{Body, Message},
    text::MessageText,
};
use futures::channel::mpsc;
use leptos::{prelude::*, task::spawn_local};
use state::TalkState;

use crate::{
    credentials::Credentials,
    later::{AskedMoment, Happened, Loading, Talk},
    panel::Panel,
    storage::Storage,
    styles,
    tabs::Kept,
};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/talk.css"));

/// Brings up the kept talk, and from then on carries it.
pub(crate) fn load(panel: Panel) -> Loading {
    Box::pin(async move {
        styles::add(STYLE);
        let (commands, heard) = mpsc::unbounded();
        let storage = Storage::open(&panel.shop.get_value(), panel).await;
        let talk = TalkState::new(panel, storage, commands);
        keeping::read(talk).await;
        moment::read(talk);
        keeping::keep_pack(talk).await;
        reading::follow(talk);
        preparing::follow(talk);
        talk.tabs
            .with_value(|tabs| tabs.on_changed(Kept::Talk, move || spawn_local(talk.take_in_other_tabs())));
        spawn_local(courier::run(talk, heard));
        panel.talk.set(Some(Arc::new(talk)));
    })
}

impl Talk for TalkState {
    fn view(&self) -> AnyView {
        view! { <view::Conversation talk=*self /> }.into_any()
    }

    fn standing(&self) -> AnyView {
        view! { <standing::Standing talk=*self /> }.into_any()
    }

    fn suggestions(&self) -> AnyView {
        view! {
            <typing_suggestions::TypingSuggestions talk=*self />
            <moment_asked::MomentAsked talk=*self />
        }
        .into_any()
    }

    fn say(&self, text: MessageText) {
        bot::say(*self, text);
    }

    fn ask_entry(&self, entry: usize) {
        bot::ask_entry(*self, entry, self.panel.locale.get_untracked());
    }

    fn ask_about(&self, product: &ProductId) {
        bot::ask_about(*self, product);
    }

    fn ask_moment(&self, moment: AskedMoment) {
        moment::ask(*self, moment);
    }

    fn ask_person(&self) {
        handoff::ask(*self);
    }

    fn typing(&self, on: bool) {
        if self.credentials.with_untracked(Option::is_some) {
            self.command(courier::Command::Typing(on));
        }
    }

    fn reset(&self) {
        TalkState::reset(*self);
    }

    fn steps(&self) -> Vec<Happened> {
        let happened = |message: &Message| match &message.body {
            Body::Step { request, step } => Some(Happened {
                request: *request,
                author: message.author.clone(),
                step: (**step).clone(),
                at: message.at,
            }),
            _ => None,
        };
        self.thread.with(|thread| thread.confirmed().iter().filter_map(happened).collect())
    }

    fn credentials(&self) -> Option<Credentials> {
        self.credentials.get()
    }

    fn hand_over(&self, then: Box<dyn FnOnce(Credentials)>) {
        self.requested.set_value(true);
        handoff::hand_over(*self, then);
    }

    fn is_sending(&self) -> bool {
        self.thread.with_untracked(|thread| thread.next_to_send().is_some())
    }

    fn has(&self, place: Sequence) -> bool {
        self.thread.with(|thread| thread.head() >= place)
    }

    fn wake(&self) {
        self.requested.set_value(true);
        self.command(courier::Command::Wake);
        // Another tab may be the one that carries the talk.
        self.tabs.with_value(|tabs| tabs.tell_changed(Kept::Talk));
    }
}
