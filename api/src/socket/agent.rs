//! `/api/v1/agent/socket`: an agent's browser.

use std::time::Duration;

use alap_protocol::{
    error::ErrorCode,
    limits::PROTOCOL_VERSION,
    socket::{AgentFrame, AgentPush},
};
use alap_store::{Change, StoreError, Typist};
use axum::{
    extract::{State, ws::WebSocketUpgrade},
    response::{IntoResponse, Response},
};

use super::{
    configured,
    link::{End, Link},
    seat::AgentNews,
};
use crate::{
    clock,
    http::{body, error::ApiError, peer::Peer, proof::LoggedIn},
    state::AppState,
    system::metrics::OpenSocket,
};

/// How often it is asked whether the session still holds.
const SESSION_CHECK: Duration = Duration::from_secs(30);

/// Takes a socket in, if its session is good and its address has not too many.
pub async fn socket(
    State(state): State<AppState>,
    who: LoggedIn,
    peer: Peer,
    upgrade: WebSocketUpgrade,
) -> Response {
    let Some(permit) = state.sockets.take(peer) else {
        return ApiError::from(ErrorCode::TooMany).into_response();
    };
    configured(upgrade).on_upgrade(async move |socket| {
        let _permit = permit;
        let _open = OpenSocket::of("agent");
        let mut link = Link::new(socket);
        let Err(end) = attend(&state, &who, &mut link).await;
        tracing::debug!(socket = link.id(), ?end, "an agent's socket ended");
        link.close(end).await;
    })
}

async fn attend(state: &AppState, who: &LoggedIn, link: &mut Link) -> Result<std::convert::Infallible, End> {
    let mut stopped = std::pin::pin!(state.stopped());
    let seat = state.hub.seat_agent(who.agent.shop.clone());
    let mut check = tokio::time::interval(SESSION_CHECK);
    check.reset();
    link.send(&AgentPush::Welcome { protocol: PROTOCOL_VERSION }).await?;
    loop {
        tokio::select! {
            biased;
            () = &mut stopped => return Err(End::Restart),
            _ = check.tick() => still_logged_in(state, who).await?,
            news = seat.news() => pass_on(state, who, link, news).await?,
            frame = link.receive() => { let frame = frame?; answer(state, who, link, &frame).await? }
        }
    }
}

async fn still_logged_in(state: &AppState, who: &LoggedIn) -> Result<(), End> {
    match state.agent_of(&who.session, clock::now()).await {
        Ok(Some(_)) => Ok(()),
        Ok(None) => Err(End::Rules),
        Err(error) => Err(fault(error)),
    }
}

async fn pass_on(state: &AppState, who: &LoggedIn, link: &mut Link, news: AgentNews) -> Result<(), End> {
    if news.missed {
        return link.send(&AgentPush::Welcome { protocol: PROTOCOL_VERSION }).await;
    }
    for (conversation, on) in news.typing {
        link.send(&AgentPush::Typing { conversation, on }).await?;
    }
    for conversation in news.changed {
        let summary = state.store.conversation(&who.agent.shop, conversation).await.map_err(fault)?;
        link.send(&AgentPush::Conversation { summary: Box::new(summary) }).await?;
    }
    Ok(())
}

async fn answer(state: &AppState, who: &LoggedIn, link: &mut Link, frame: &str) -> Result<(), End> {
    match body::read::<AgentFrame>(frame.as_bytes()) {
        Ok(AgentFrame::Typing { conversation, on }) => {
            let (shop, who) = (who.agent.shop.clone(), Typist::Agent(who.agent.name.clone()));
            state.store.announce(Change::Typing { shop, conversation, who, on }).await;
            Ok(())
        }
        Ok(AgentFrame::Ping {}) => link.send(&AgentPush::Pong {}).await,
        Err(error) => {
            let error = link.error(error);
            link.send(&AgentPush::Error { error }).await
        }
    }
}

fn fault(error: StoreError) -> End {
    tracing::error!(%error, "a socket could not read");
    End::Fault
}
