//! `/api/v1/socket`: the shopper's device.

use std::time::Duration;

use alap_protocol::{
    conversation::ConversationView,
    error::ErrorCode,
    id::{ClientId, Sequence, ShopId},
    limits::PROTOCOL_VERSION,
    message::NewMessage,
    shopper::MessagePage,
    socket::{ShopperFrame, ShopperPush},
};
use alap_store::{Change, ShopperKey, StoreError, Typist};
use axum::{
    extract::{State, ws::WebSocketUpgrade},
    response::{IntoResponse, Response},
};

use super::{
    configured,
    link::{End, Link},
    seat::{Seated, ShopperNews},
};
use crate::{
    clock,
    http::{body, error::ApiError, peer::Peer, proof::read_secret},
    shopper::append,
    state::AppState,
    system::metrics::OpenSocket,
};

/// How long the first frame may take.
const HELLO_WITHIN: Duration = Duration::from_secs(10);

/// Takes a socket in, if its address has not too many.
pub async fn socket(State(state): State<AppState>, peer: Peer, upgrade: WebSocketUpgrade) -> Response {
    let Some(permit) = state.sockets.take(peer) else {
        return ApiError::from(ErrorCode::TooMany).into_response();
    };
    configured(upgrade).on_upgrade(async move |socket| {
        let _permit = permit;
        let _open = OpenSocket::of("shopper");
        let mut link = Link::new(socket);
        let Err(end) = talk(&state, &mut link).await;
        tracing::debug!(socket = link.id(), ?end, "a shopper's socket ended");
        link.close(end).await;
    })
}

/// A socket that has proved its conversation.
struct Talk<'l> {
    state: &'l AppState,
    link: &'l mut Link,
    shop: ShopId,
    key: ShopperKey,
    seat: Seated<ShopperNews>,
    cursor: Sequence,
    last: ConversationView,
}

async fn talk(state: &AppState, link: &mut Link) -> Result<std::convert::Infallible, End> {
    let mut stopped = std::pin::pin!(state.stopped());
    let hello = tokio::select! {
        hello = tokio::time::timeout(HELLO_WITHIN, link.receive()) => hello.unwrap_or(Err(End::Rules))?,
        () = &mut stopped => return Err(End::Restart),
    };
    let mut talk = greet(state, link, &hello).await?;
    loop {
        tokio::select! {
            biased;
            () = &mut stopped => return Err(End::Restart),
            news = talk.seat.news() => talk.pass_on(news).await?,
            frame = talk.link.receive() => { let frame = frame?; talk.answer(&frame).await? }
        }
    }
}

/// The first frame: it must prove a conversation. The seat is taken before the first look, so that no change falls between.
async fn greet<'l>(state: &'l AppState, link: &'l mut Link, hello: &str) -> Result<Talk<'l>, End> {
    let frame = match body::read::<ShopperFrame>(hello.as_bytes()) {
        Ok(frame) => frame,
        Err(error) => return refuse(link, error).await,
    };
    let ShopperFrame::Hello { conversation, secret, after, protocol: _ } = frame else {
        return refuse(link, ApiError::new(ErrorCode::Invalid, "the first frame must be a hello")).await;
    };
    let Some(secret) = read_secret(&secret) else { return refuse(link, ErrorCode::NotFound.into()).await };
    let key = ShopperKey { conversation, secret };
    let shop = match state.store.prove(&key).await {
        Ok(shop) => shop,
        Err(error) => return refuse(link, error.into()).await,
    };
    let seat = state.hub.seat_shopper(shop.clone(), conversation);
    let MessagePage { messages, conversation, reset } =
        state.store.messages(&key, after).await.map_err(fault)?;
    let cursor = if reset { Sequence(0) } else { after };
    let welcome =
        ShopperPush::Welcome { conversation: conversation.clone(), protocol: PROTOCOL_VERSION, reset };
    link.send(&welcome).await?;
    let mut talk = Talk { state, link, shop, key, seat, cursor, last: conversation.clone() };
    talk.push(MessagePage { messages, conversation, reset: false }).await?;
    talk.catch_up().await?;
    Ok(talk)
}

/// Says why, and ends: a socket that has not proved itself gets no second try.
async fn refuse<T>(link: &mut Link, error: ApiError) -> Result<T, End> {
    let error = link.error(error);
    link.send(&ShopperPush::Error { error }).await?;
    Err(End::Rules)
}

fn fault(error: StoreError) -> End {
    tracing::error!(%error, "a socket could not read");
    End::Fault
}

impl Talk<'_> {
    async fn pass_on(&mut self, news: ShopperNews) -> Result<(), End> {
        if let Some((name, on)) = news.typing {
            self.link.send(&ShopperPush::Typing { on, name }).await?;
        }
        if news.changed { self.catch_up().await } else { Ok(()) }
    }

    /// Sends what lies after the cursor, in order, until there is no more.
    async fn catch_up(&mut self) -> Result<(), End> {
        loop {
            let page = self.state.store.messages(&self.key, self.cursor).await.map_err(fault)?;
            let head = page.conversation.head;
            self.push(page).await?;
            if self.cursor >= head {
                return Ok(());
            }
        }
    }

    async fn push(&mut self, page: MessagePage) -> Result<(), End> {
        for message in page.messages {
            self.cursor = message.seq;
            self.link.send(&ShopperPush::Message { message }).await?;
        }
        // The head is told by the messages themselves.
        self.last.head = page.conversation.head;
        if self.last != page.conversation {
            self.last = page.conversation.clone();
            self.link.send(&ShopperPush::Conversation { conversation: page.conversation }).await?;
        }
        Ok(())
    }

    async fn answer(&mut self, frame: &str) -> Result<(), End> {
        let frame = match body::read::<ShopperFrame>(frame.as_bytes()) {
            Ok(frame) => frame,
            Err(error) => match refused_message(frame) {
                Some(client_id) => {
                    let error = self.link.error(error);
                    return self.link.send(&ShopperPush::Refused { client_id, error }).await;
                }
                None => return self.complain(error).await,
            },
        };
        match frame {
            ShopperFrame::Hello { .. } => {
                self.complain(ApiError::new(ErrorCode::Invalid, "there was a hello already")).await
            }
            ShopperFrame::Send { message } => self.append(message).await,
            ShopperFrame::Typing { on } => {
                let (shop, conversation) = (self.shop.clone(), self.key.conversation);
                self.state
                    .store
                    .announce(Change::Typing { shop, conversation, who: Typist::Shopper, on })
                    .await;
                Ok(())
            }
            ShopperFrame::Seen { up_to } => {
                match self.state.store.shopper_seen(&self.key, up_to, clock::now()).await {
                    Ok(()) => Ok(()),
                    Err(error) => self.complain(error.into()).await,
                }
            }
            ShopperFrame::Ping {} => self.link.send(&ShopperPush::Pong {}).await,
        }
    }

    async fn append(&mut self, message: NewMessage) -> Result<(), End> {
        let client_id = message.client_id;
        match append(self.state, &self.key, message).await {
            Ok(ack) => self.link.send(&ShopperPush::Ack { ack }).await,
            // Not the message's fault: the device keeps it and tries again.
            Err(error) if matches!(error.code, ErrorCode::Unavailable | ErrorCode::Internal) => {
                self.complain(error).await
            }
            Err(error) => {
                let error = self.link.error(error);
                self.link.send(&ShopperPush::Refused { client_id, error }).await
            }
        }
    }

    async fn complain(&mut self, error: ApiError) -> Result<(), End> {
        let error = self.link.error(error);
        self.link.send(&ShopperPush::Error { error }).await
    }
}

/// The client id of a message whose body is not allowed: its device must learn which one was refused.
fn refused_message(frame: &str) -> Option<ClientId> {
    let frame: serde_json::Value = serde_json::from_str(frame).ok()?;
    frame.get("send")?.get("message")?.get("client_id")?.as_str()?.parse().ok()
}
