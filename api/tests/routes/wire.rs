//! The other end of a socket.

use std::{net::SocketAddr, time::Duration};

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest as _},
};

use crate::world::{Person, Talk};

/// No frame takes so long unless something is wrong.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Wire {
    pub(crate) socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

/// Connects, from the server's own page unless another is named. An error is the refusal's status.
pub(crate) async fn connect(
    address: SocketAddr,
    path: &str,
    origin: Option<&str>,
    cookie: Option<&str>,
) -> Result<Wire, u16> {
    let mut request = format!("ws://{address}{path}").into_client_request().unwrap();
    if let Some(origin) = origin {
        request.headers_mut().insert("origin", origin.parse().unwrap());
    }
    if let Some(cookie) = cookie {
        request.headers_mut().insert("cookie", cookie.parse().unwrap());
    }
    match connect_async(request).await {
        Ok((socket, _)) => Ok(Wire { socket }),
        Err(Error::Http(response)) => Err(response.status().as_u16()),
        Err(error) => panic!("{error}"),
    }
}

/// A shopper's device before its hello.
pub(crate) async fn shopper(address: SocketAddr) -> Wire {
    connect(address, "/api/v1/socket", Some(&format!("http://{address}")), None).await.unwrap()
}

/// A shopper's device after its hello, and what it was told.
pub(crate) async fn greeted(address: SocketAddr, talk: &Talk, after: u64) -> (Wire, Value) {
    let mut wire = shopper(address).await;
    wire.send(hello(talk, after)).await;
    let first = wire.next().await;
    let welcome = first.get("welcome").unwrap_or_else(|| panic!("{first}")).clone();
    (wire, welcome)
}

pub(crate) async fn agent(address: SocketAddr, person: &Person) -> Wire {
    let origin = format!("http://{address}");
    let mut wire =
        connect(address, "/api/v1/agent/socket", Some(&origin), Some(&person.cookie)).await.unwrap();
    assert_eq!(wire.next().await, json!({"welcome": {"protocol": 1}}));
    wire
}

pub(crate) fn hello(talk: &Talk, after: u64) -> Value {
    json!({"hello": {"conversation": talk.id, "secret": talk.secret, "after": after, "protocol": 1}})
}

impl Wire {
    pub(crate) async fn send(&mut self, frame: Value) {
        self.socket.send(Message::text(frame.to_string())).await.unwrap();
    }

    /// The next frame.
    pub(crate) async fn next(&mut self) -> Value {
        loop {
            match self.receive().await {
                Ok(Message::Text(text)) => return serde_json::from_str(&text).unwrap(),
                Ok(Message::Ping(_) | Message::Pong(_)) => {}
                other => panic!("a frame was expected, not {other:?}"),
            }
        }
    }

    /// The next frame of this kind.
    pub(crate) async fn next_of(&mut self, kind: &str) -> Value {
        loop {
            let frame = self.next().await;
            if let Some(inside) = frame.get(kind) {
                return inside.clone();
            }
        }
    }

    /// The code with which the server closes.
    pub(crate) async fn closed(&mut self) -> u16 {
        loop {
            match self.receive().await {
                Ok(Message::Close(frame)) => return frame.map_or(1005, |frame| frame.code.into()),
                Ok(_) => {}
                Err(error) => panic!("a close frame was expected, not {error}"),
            }
        }
    }

    async fn receive(&mut self) -> Result<Message, Error> {
        let frame = tokio::time::timeout(PATIENCE, self.socket.next()).await;
        frame.unwrap_or_else(|_| panic!("no frame came")).unwrap_or(Err(Error::ConnectionClosed))
    }
}
