//! A socket with its rules: text frames of bounded size and rate, an end that says why, and nobody waited for too long.

use std::time::Duration;

use alap_protocol::{
    error::{ErrorBody, ErrorCode},
    limits::FRAMES_PER_SECOND,
};
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use serde::Serialize;
use tokio::time::Instant;
use tungstenite::error::{CapacityError, Error as WsError};
use uuid::Uuid;

use crate::http::error::ApiError;

/// How long a frame may take to leave: who does not read is cut off.
const LEAVES_WITHIN: Duration = Duration::from_secs(10);
/// The other side is asked for a sign of life so often.
const PING_EVERY: Duration = Duration::from_secs(25);
/// Without one for so long, it is gone.
const SILENT_FOR: Duration = Duration::from_secs(60);
/// After a close frame the connection stays a moment, so that the frame arrives before the connection breaks.
const LINGER: Duration = Duration::from_millis(500);

/// Why a socket was closed, as its close code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It was left.
    Gone,
    /// 1007: not UTF-8.
    NotText,
    /// 1008: broke the rules.
    Rules,
    /// 1009: too large a frame.
    TooLarge,
    /// 1011: our fault.
    Fault,
    /// 1012: the server restarts.
    Restart,
}

impl End {
    fn code(self) -> Option<(u16, &'static str)> {
        match self {
            Self::Gone => None,
            Self::NotText => Some((1007, "not text")),
            Self::Rules => Some((1008, "broke the rules")),
            Self::TooLarge => Some((1009, "too large")),
            Self::Fault => Some((1011, "something went wrong")),
            Self::Restart => Some((1012, "the server restarts")),
        }
    }
}

/// A socket and what is known of its other side.
#[derive(Debug)]
pub struct Link {
    socket: WebSocket,
    id: String,
    heard: Instant,
    pinged: Instant,
    second: Instant,
    frames: u32,
}

impl Link {
    /// Takes a socket over.
    pub fn new(socket: WebSocket) -> Self {
        let now = Instant::now();
        Self {
            socket,
            id: Uuid::new_v4().simple().to_string(),
            heard: now,
            pinged: now,
            second: now,
            frames: 0,
        }
    }

    /// Finds this socket in the log, and in the errors that it gets.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The next text frame. May be dropped and asked again without losing one.
    pub async fn receive(&mut self) -> Result<String, End> {
        loop {
            let due = self.pinged + PING_EVERY;
            let frame = match tokio::time::timeout_at(due, self.socket.recv()).await {
                Err(_ping_is_due) => {
                    self.ping().await?;
                    continue;
                }
                Ok(None) => return Err(End::Gone),
                Ok(Some(Err(error))) => return Err(end_of(error)),
                Ok(Some(Ok(frame))) => frame,
            };
            self.heard = Instant::now();
            match frame {
                Message::Close(_) => return Err(End::Gone),
                Message::Text(text) => {
                    self.count().await?;
                    return Ok(text.as_str().to_owned());
                }
                Message::Binary(_) => return Err(End::Rules),
                Message::Ping(_) | Message::Pong(_) => self.count().await?,
            }
        }
    }

    /// Sends a push.
    pub async fn send(&mut self, push: &impl Serialize) -> Result<(), End> {
        let text = serde_json::to_string(push).map_err(|_| End::Fault)?;
        self.write(Message::Text(text.into())).await
    }

    /// An error for this socket, as a body.
    pub fn error(&self, error: impl Into<ApiError>) -> ErrorBody {
        error.into().body(self.id.clone())
    }

    /// Says why, and goes.
    pub async fn close(mut self, end: End) {
        let Some((code, reason)) = end.code() else { return };
        let frame = Message::Close(Some(CloseFrame { code, reason: reason.into() }));
        if self.write(frame).await.is_ok() {
            let _answered = tokio::time::timeout(LINGER, async {
                while let Some(Ok(frame)) = self.socket.recv().await {
                    if matches!(frame, Message::Close(_)) {
                        return;
                    }
                }
                tokio::time::sleep(LINGER).await;
            })
            .await;
        }
    }

    async fn ping(&mut self) -> Result<(), End> {
        if self.heard.elapsed() > SILENT_FOR {
            return Err(End::Gone);
        }
        self.pinged = Instant::now();
        self.write(Message::Ping(axum::body::Bytes::new())).await
    }

    /// So many frames in any one second; then it is told, and closed.
    async fn count(&mut self) -> Result<(), End> {
        if self.second.elapsed() >= Duration::from_secs(1) {
            self.second = Instant::now();
            self.frames = 0;
        }
        self.frames += 1;
        if self.frames <= FRAMES_PER_SECOND {
            return Ok(());
        }
        #[derive(Serialize)]
        #[serde(rename_all = "snake_case")]
        enum Push {
            Error { error: ErrorBody },
        }
        self.send(&Push::Error { error: self.error(ErrorCode::TooMany) }).await?;
        Err(End::Rules)
    }

    async fn write(&mut self, message: Message) -> Result<(), End> {
        match tokio::time::timeout(LEAVES_WITHIN, self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        }
    }
}

fn end_of(error: axum::Error) -> End {
    match error.into_inner().downcast_ref::<WsError>() {
        Some(WsError::Capacity(CapacityError::MessageTooLong { .. })) => End::TooLarge,
        Some(WsError::Utf8(_)) => End::NotText,
        Some(WsError::Protocol(_)) => End::Rules,
        _ => End::Gone,
    }
}
