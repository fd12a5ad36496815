//! The same by plain requests, where no socket is to be had, and what fills a gap.

use alap_protocol::message::Message;
use alap_thread::Merge;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::{courier::End, http, state::TalkState};
use crate::{credentials::Credentials, http::Fault, panel::Link};

/// One round by plain requests: everything out, everything new in.
pub(super) async fn by_requests(talk: TalkState, credentials: &Credentials) -> End {
    while let Some(message) = talk.next_to_send() {
        match http::post(credentials, &message).await {
            Ok(ack) => talk.change_thread(|thread| {
                thread.acknowledge(&ack);
            }),
            Err(Fault::Refused(code)) => talk.change_thread(|thread| thread.refuse(message.client_id, code)),
            Err(_) => return End::Never,
        }
    }
    match fetch(talk, credentials).await {
        Ok(()) => {
            talk.panel.link.set(Link::Online);
            TimeoutFuture::new(4_000).await;
            End::Cut
        }
        Err(_) => End::Never,
    }
}

/// Fetches behind the last message until nothing is missing.
pub(super) async fn fetch(talk: TalkState, credentials: &Credentials) -> Result<(), Fault> {
    loop {
        let after = talk.thread.with_untracked(alap_thread::Thread::head);
        let page = http::messages(credentials, after).await?;
        if page.reset {
            talk.change_thread(alap_thread::Thread::reset);
        }
        let (head, empty) = (page.conversation.head, page.messages.is_empty());
        talk.conversation.set(Some(page.conversation));
        merge(talk, page.messages);
        if empty || talk.thread.with_untracked(|thread| thread.head() >= head) {
            return Ok(());
        }
    }
}

pub(super) fn merge(talk: TalkState, messages: Vec<Message>) -> Merge {
    let mut last = Merge::Known;
    talk.change_thread(|thread| {
        for message in messages {
            last = thread.merge(message);
        }
    });
    last
}
