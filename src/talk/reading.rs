//! What follows from the talk: what has been read, what the page and the rest of the panel are told.

use alap_protocol::{bridge::FrameEvent, message::Author};
use gloo::events::EventListener;
use leptos::prelude::*;

use super::{
    courier::Command,
    state::{After, TalkState},
};
use crate::{
    kept::Slot,
    panel::{Link, View},
};

/// Sets it all going.
pub(super) fn follow(talk: TalkState) {
    let panel = talk.panel;
    Effect::new(move |_| {
        panel.has_talk.set(talk.thread.with(|thread| !thread.is_empty()));
        panel.offering.set(talk.after.with(|after| matches!(after, After::Person | After::Confirm)));
    });
    Effect::new(move |before: Option<bool>| {
        let open = talk.credentials.with(Option::is_some);
        panel.handed_over.set(open);
        if before != Some(open) {
            panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Conversation { open }));
        }
        open
    });
    read(talk);
    count_unread(talk);
    network(talk);
}

/// What is on the screen has been read.
fn read(talk: TalkState) {
    let panel = talk.panel;
    Effect::new(move |_| {
        let head = talk.thread.with(alap_thread::Thread::head);
        let reading = panel.visible.get() && panel.view.get() == View::Chat;
        if reading && talk.seen.get() < head {
            talk.seen.set(head);
            talk.command(Command::Seen(head));
            panel.keep(Slot::Seen, &head.0.to_string());
        }
    });
}

/// What is not is counted on the launcher.
fn count_unread(talk: TalkState) {
    let mine = |author: &Author| matches!(author, Author::Shopper {} | Author::Bot {});
    Effect::new(move |last: Option<usize>| {
        let unread = talk.thread.with(|thread| thread.unread(talk.seen.get(), mine));
        if last != Some(unread) {
            let count = u32::try_from(unread).unwrap_or(u32::MAX);
            talk.panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Unread { count }));
        }
        unread
    });
}

/// The device says when the network comes back: no need to wait out the pause.
fn network(talk: TalkState) {
    EventListener::new(&window(), "online", move |_| talk.command(Command::Wake)).forget();
    let offline = move |_: &web_sys::Event| {
        if talk.credentials.with_untracked(Option::is_some) {
            talk.panel.link.set(Link::Offline);
        }
    };
    EventListener::new(&window(), "offline", offline).forget();
}
