//! From the bot to a person. Until the shopper says yes here, nothing has left the device.

use std::fmt::Write;

use alap_protocol::{
    id::{ConversationId, ProductId},
    limits::SECRET_BYTES,
    message::{Author, Body},
};
use leptos::{prelude::*, task::spawn_local};

use super::{
    courier::Command,
    state::{After, TalkState},
};
use crate::{
    credentials::Credentials,
    kept::Slot,
    panel::View,
    random::{new_id, random},
    tabs::Kept,
};

/// Tells what would be sent, and asks.
pub(super) fn ask(talk: TalkState) {
    talk.panel.view.set(View::Chat);
    if talk.credentials.with_untracked(Option::is_none) {
        talk.after.set(After::Confirm);
    }
}

/// The shopper said yes: the talk so far is to be sent, and the conversation is made. With it go the products that the
/// shopper chose to show.
pub(super) fn accept(talk: TalkState, viewed: Vec<ProductId>) {
    talk.after.set(After::Nothing);
    if talk.credentials.with_untracked(Option::is_none) {
        open(talk, viewed, |_| {});
    }
}

/// The same where a form is sent: `then` gets the proof, once it is on disk.
pub(super) fn hand_over(talk: TalkState, then: impl FnOnce(Credentials) + 'static) {
    match talk.credentials.get_untracked() {
        Some(credentials) => then(credentials),
        None => open(talk, Vec::new(), then),
    }
}

fn open(talk: TalkState, viewed: Vec<ProductId>, then: impl FnOnce(Credentials) + 'static) {
    let Some(credentials) = new_credentials() else { return };
    talk.credentials.set(Some(credentials.clone()));
    talk.change_thread(alap_thread::Thread::queue_all);
    if !viewed.is_empty() {
        talk.write(Author::Shopper {}, Body::Viewed { products: viewed });
    }
    let Ok(proof) = serde_json::to_string(&credentials) else { return };
    spawn_local(async move {
        // The proof is on disk before the conversation is made: a crash in between loses neither.
        talk.storage().write_proof(&proof).await;
        talk.panel.keep(Slot::Person, "yes");
        talk.command(Command::Wake);
        talk.tabs.with_value(|tabs| tabs.tell_changed(Kept::Talk));
        then(credentials);
    });
}

fn new_credentials() -> Option<Credentials> {
    let conversation = ConversationId(new_id()?);
    let mut bytes = [0; SECRET_BYTES];
    random(&mut bytes)?;
    let secret = bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    Some(Credentials { conversation, secret })
}
