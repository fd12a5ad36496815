//! From the bot to a person. Until the shopper says yes here, nothing has left the device.

use std::fmt::Write;

use alap_protocol::{bridge::FrameEvent, id::ConversationId, limits::SECRET_BYTES};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    courier::Command,
    panel::{After, Credentials, Panel, new_id, random},
    storage::Slot,
};

/// Tells what would be sent, and asks.
pub(crate) fn ask(panel: Panel) {
    panel.show_chat();
    if panel.credentials.with_untracked(Option::is_none) {
        panel.after.set(After::Confirm);
    }
}

/// The shopper said yes: the talk so far is to be sent, and the conversation is made.
pub(crate) fn accept(panel: Panel) {
    panel.after.set(After::Nothing);
    if panel.credentials.with_untracked(Option::is_some) {
        return;
    }
    let Some(credentials) = new_credentials() else { return };
    panel.credentials.set(Some(credentials.clone()));
    panel.change_thread(alap_thread::Thread::queue_all);
    panel.bridge.with_value(|bridge| bridge.send(&FrameEvent::Conversation { open: true }));
    let Ok(proof) = serde_json::to_string(&credentials) else { return };
    spawn_local(async move {
        // The proof is on disk before the conversation is made: a crash in between loses neither.
        panel.storage().write_text(Slot::Conversation, &proof).await;
        panel.command(Command::Wake);
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
