//! The shopper's socket: frames of the contract, nothing else.

use alap_protocol::{
    id::Sequence,
    limits::PROTOCOL_VERSION,
    socket::{ShopperFrame, ShopperPush},
};
use futures::{SinkExt, StreamExt};
use gloo::net::websocket::{Message, futures::WebSocket};
use leptos::prelude::window;

use crate::credentials::Credentials;

/// An open socket.
pub(super) struct Socket(WebSocket);

/// What came.
#[derive(Debug)]
pub(super) enum Heard {
    Push(ShopperPush),
    /// A frame of another version.
    NotUnderstood,
    /// It is over.
    Closed,
}

impl Socket {
    /// Starts to connect, and proves the conversation as soon as it can. `None` where sockets cannot be made.
    pub(super) async fn connect(credentials: &Credentials, after: Sequence) -> Option<Self> {
        let location = window().location();
        let scheme = if location.protocol().ok()? == "https:" { "wss" } else { "ws" };
        let address = format!("{scheme}://{}/api/v1/socket", location.host().ok()?);
        let mut socket = Self(WebSocket::open(&address).ok()?);
        let hello = ShopperFrame::Hello {
            conversation: credentials.conversation,
            secret: credentials.secret.clone(),
            after,
            protocol: PROTOCOL_VERSION,
        };
        socket.send(&hello).await.then_some(socket)
    }

    /// Sends a frame. False when the socket is gone.
    pub(super) async fn send(&mut self, frame: &ShopperFrame) -> bool {
        let Ok(text) = serde_json::to_string(frame) else { return false };
        self.0.send(Message::Text(text)).await.is_ok()
    }

    /// Waits for the next frame.
    pub(super) async fn hear(&mut self) -> Heard {
        match self.0.next().await {
            Some(Ok(Message::Text(text))) => {
                serde_json::from_str(&text).map_or(Heard::NotUnderstood, Heard::Push)
            }
            Some(Ok(Message::Bytes(_))) => Heard::NotUnderstood,
            Some(Err(_)) | None => Heard::Closed,
        }
    }
}
