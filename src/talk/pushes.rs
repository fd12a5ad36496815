//! What the server says over the socket, taken in.

use alap_protocol::{error::ErrorCode, id::ClientId, limits::PROTOCOL_VERSION, socket::ShopperPush};
use alap_thread::Merge;
use leptos::prelude::*;

use super::{
    requests::{fetch, merge},
    state::TalkState,
};
use crate::{credentials::Credentials, panel::Link};

/// Takes in a push. False when the socket has to be made anew.
pub(super) async fn take_push(
    talk: TalkState,
    credentials: &Credentials,
    push: ShopperPush,
    in_flight: &mut Option<ClientId>,
) -> bool {
    match push {
        ShopperPush::Welcome { conversation, protocol, reset } => {
            if reset {
                talk.change_thread(alap_thread::Thread::reset);
            }
            talk.panel.outdated.set(protocol != PROTOCOL_VERSION);
            talk.conversation.set(Some(conversation));
            talk.panel.link.set(Link::Online);
        }
        ShopperPush::Message { message } => {
            talk.typing.set(None);
            if merge(talk, vec![message]) == Merge::Gap {
                return fetch(talk, credentials).await.is_ok();
            }
        }
        ShopperPush::Ack { ack } => {
            *in_flight = in_flight.filter(|id| *id != ack.client_id);
            let mut gap = false;
            talk.change_thread(|thread| gap = thread.acknowledge(&ack) == Merge::Gap);
            if gap {
                return fetch(talk, credentials).await.is_ok();
            }
        }
        ShopperPush::Refused { client_id, error } => {
            *in_flight = in_flight.filter(|id| *id != client_id);
            if is_passing(error.code) {
                return false;
            }
            talk.change_thread(|thread| thread.refuse(client_id, error.code));
        }
        ShopperPush::Typing { on, name } => talk.typing.set(on.then_some(name)),
        ShopperPush::Conversation { conversation } => talk.conversation.set(Some(conversation)),
        ShopperPush::Error { error } => leptos::logging::warn!("alap: {}", error.message),
        ShopperPush::Pong {} => {}
    }
    true
}

/// Trouble that goes by: the message is sent again, not refused.
fn is_passing(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::TooMany | ErrorCode::Timeout | ErrorCode::Internal | ErrorCode::Unavailable)
}
