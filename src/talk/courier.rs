//! Carries the talk between this device and the server, as long as this tab leads.
//!
//! A socket where one can be had: messages go out one after the other, each when the one before is on the server's disk.
//! Where no socket can be had, plain requests do the same, slower. After a cut it resumes behind the last message that
//! this device has.

use alap_protocol::{
    id::{ClientId, Sequence},
    socket::{ShopperFrame, ShopperPush},
};
use alap_ui::device_time;
use futures::{
    FutureExt, StreamExt,
    channel::mpsc::UnboundedReceiver,
    future::{Either, select},
    pin_mut,
};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::{
    pushes::take_push,
    requests::by_requests,
    socket::{Heard, Socket},
    state::TalkState,
};
use crate::{
    credentials::Credentials,
    http::{self, Fault},
    kept::{self, Slot},
    panel::Link,
};

/// What the panel tells the courier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Something may have to be sent, or the network may be back.
    Wake,
    /// The shopper types, or stopped.
    Typing(bool),
    /// The shopper has read so far.
    Seen(Sequence),
}

/// Between two signs of life on a quiet socket.
const PING_MILLISECONDS: u32 = 25_000;
/// Between two messages of a long outbox.
const PACE_MILLISECONDS: u32 = 70;
const FIRST_PAUSE: u32 = 1_000;
const LONGEST_PAUSE: u32 = 30_000;

/// Runs as long as the page.
pub(super) async fn run(talk: TalkState, mut commands: UnboundedReceiver<Command>) {
    wait_for_conversation(talk, &mut commands).await;
    talk.tabs.get_value().lead(&talk.storage()).await;
    let mut pause = FIRST_PAUSE;
    loop {
        wait_for_conversation(talk, &mut commands).await;
        let Some(credentials) = talk.credentials.get_untracked() else { continue };
        talk.panel.link.set(Link::Connecting);
        match attempt(talk, &credentials, &mut commands).await {
            End::Over => {
                pause = FIRST_PAUSE;
                continue;
            }
            End::Cut => pause = FIRST_PAUSE,
            End::Never => pause = (pause * 2).min(LONGEST_PAUSE),
        }
        let online = window().navigator().on_line();
        set_link(talk, if online { Link::ServerAway } else { Link::Offline });
        talk.typing.set(None);
        // Spread out, so that a restarted server is not met by everybody at once.
        let jitter = (js_sys::Math::random() * f64::from(pause)) as u32;
        let sleep = TimeoutFuture::new(pause / 2 + jitter);
        select(sleep, wake(&mut commands).boxed_local()).await;
    }
}

/// Until the shopper has asked for a person and said something, or sent a form, there is nothing to carry.
async fn wait_for_conversation(talk: TalkState, commands: &mut UnboundedReceiver<Command>) {
    let nothing = || {
        let no_conversation = talk.credentials.with_untracked(Option::is_none);
        let not_begun = talk.thread.with_untracked(|thread| thread.head() == Sequence(0));
        // By hand, too: some browsers keep nothing.
        let no_request = || {
            !talk.requested.get_value()
                && talk.panel.shop.with_value(|shop| kept::read(shop, Slot::Requests)).is_none()
        };
        no_conversation || (not_begun && talk.next_to_send().is_none() && no_request())
    };
    while nothing() {
        wake(commands).await;
    }
}

async fn wake(commands: &mut UnboundedReceiver<Command>) {
    while let Some(command) = commands.next().await {
        if command == Command::Wake {
            return;
        }
    }
}

/// How an attempt ended.
pub(super) enum End {
    /// It worked, and then it was cut.
    Cut,
    /// It did not come to a talk.
    Never,
    /// This conversation is no longer this shopper's.
    Over,
}

async fn attempt(
    talk: TalkState,
    credentials: &Credentials,
    commands: &mut UnboundedReceiver<Command>,
) -> End {
    let (shop, locale) = (talk.panel.shop.get_value(), talk.panel.locale.get_untracked());
    match http::open(&shop, credentials, locale, talk.panel.page.get_untracked()).await {
        Ok(view) => talk.conversation.set(Some(view)),
        Err(Fault::Version) => talk.panel.outdated.set(true),
        Err(_) => return End::Never,
    }
    let after = talk.thread.with_untracked(alap_thread::Thread::head);
    let end = match Socket::connect(credentials, after).await {
        Some(socket) => over_socket(talk, credentials, socket, commands).await,
        None => End::Never,
    };
    match end {
        // The server is there, but no socket is to be had: a proxy in between may not carry them.
        End::Never => by_requests(talk, credentials).await,
        end => end,
    }
}

async fn over_socket(
    talk: TalkState,
    credentials: &Credentials,
    mut socket: Socket,
    commands: &mut UnboundedReceiver<Command>,
) -> End {
    let mut welcome = false;
    let mut in_flight: Option<ClientId> = None;
    let mut sent_at = 0;
    let mut answered = true;
    loop {
        if talk.credentials.with_untracked(|now| now.as_ref() != Some(credentials)) {
            return End::Over;
        }
        if welcome
            && in_flight.is_none()
            && let Some(message) = talk.next_to_send()
        {
            in_flight = Some(message.client_id);
            // The server lets twenty frames a second through; a long outbox keeps well below.
            if device_time::now() - sent_at < i64::from(PACE_MILLISECONDS) {
                TimeoutFuture::new(PACE_MILLISECONDS).await;
            }
            sent_at = device_time::now();
            if !socket.send(&ShopperFrame::Send { message }).await {
                return End::Cut;
            }
        }
        let event = {
            let hear = socket.hear().fuse();
            let others = select(commands.next(), TimeoutFuture::new(PING_MILLISECONDS));
            pin_mut!(hear);
            match select(hear, others).await {
                Either::Left((heard, _)) => Event::Heard(heard),
                Either::Right((Either::Left((Some(command), _)), _)) => Event::Command(command),
                Either::Right((Either::Left((None, _)), _)) => return End::Over,
                Either::Right((Either::Right(_), _)) => Event::Quiet,
            }
        };
        match event {
            Event::Heard(Heard::Closed) if welcome => return End::Cut,
            Event::Heard(Heard::Closed) => return End::Never,
            Event::Heard(Heard::NotUnderstood) => talk.panel.outdated.set(true),
            Event::Heard(Heard::Push(push)) => {
                answered = true;
                if welcome {
                    // Also after a cut that the socket outlived.
                    set_link(talk, Link::Online);
                }
                welcome |= matches!(push, ShopperPush::Welcome { .. });
                if !take_push(talk, credentials, push, &mut in_flight).await {
                    return End::Cut;
                }
            }
            Event::Command(Command::Typing(on)) if welcome => {
                socket.send(&ShopperFrame::Typing { on }).await;
            }
            Event::Command(Command::Seen(up_to)) if welcome => {
                socket.send(&ShopperFrame::Seen { up_to }).await;
            }
            // Perhaps the network came back: the answer tells.
            Event::Command(Command::Wake) if welcome && talk.panel.link.get_untracked() != Link::Online => {
                socket.send(&ShopperFrame::Ping {}).await;
            }
            Event::Command(_) => {}
            // Two quiet spans without an answer: the line is dead, whatever the browser thinks.
            Event::Quiet if !answered || !socket.send(&ShopperFrame::Ping {}).await => return End::Cut,
            Event::Quiet => answered = false,
        }
    }
}

fn set_link(talk: TalkState, link: Link) {
    if talk.panel.link.get_untracked() != link {
        talk.panel.link.set(link);
    }
}

enum Event {
    Heard(Heard),
    Command(Command),
    Quiet,
}
