//! `POST /api/v1/agent/login`

use alap_protocol::{
    agent::{AgentView, Login},
    error::{ErrorBody, ErrorCode},
    limits::NAME_CHARS,
};
use alap_store::TokenHash;
use axum::{Json, extract::State, http::header, response::IntoResponse};

use super::{password, view};
use crate::{
    clock,
    http::{body::Body, error::ApiError, peer::Peer, proof::SESSION_COOKIE},
    state::AppState,
};

/// A session lasts thirty days.
const SESSION_SECONDS: i64 = 30 * 24 * 60 * 60;

/// Begins a session. A wrong password and an unknown name get the same answer after the same time.
#[utoipa::path(
    post,
    path = "/api/v1/agent/login",
    tag = "agent",
    request_body = Login,
    responses(
        (status = 200, body = AgentView, headers(("Set-Cookie" = String, description = "The session"))),
        (status = 401, body = ErrorBody),
        (status = 429, body = ErrorBody, description = "Too many tries; wait five minutes"),
    )
)]
pub async fn login(
    State(state): State<AppState>,
    peer: Peer,
    Body(asked): Body<Login>,
) -> Result<impl IntoResponse, ApiError> {
    let wrong = ApiError::new(ErrorCode::Unauthenticated, "the name or the password is wrong");
    let now = clock::now();
    let name = normal(&asked.login);
    if name.chars().count() > NAME_CHARS || asked.password.len() > password::LONGEST {
        return Err(wrong);
    }
    let key = (name, peer);
    if !state.logins.try_at(key.clone(), now) {
        return Err(ApiError::new(ErrorCode::TooMany, "too many tries; wait a few minutes"));
    }
    let shop = state.shop().pack.shop.id.clone();
    let found = state.store.agent_by_login(&shop, &key.0).await?;
    let (agent, hash) = found.map_or((None, None), |(agent, hash)| (Some(agent), Some(hash)));
    let _permit = state.passwords.acquire().await.map_err(|_| ErrorCode::Unavailable)?;
    let check = move || password::verify(&asked.password, hash.as_deref());
    let right = tokio::task::spawn_blocking(check).await.map_err(|_| ErrorCode::Internal)?;
    let Some(agent) = agent.filter(|_| right) else { return Err(wrong) };
    state.logins.forgive(&key);

    let token = new_token()?;
    state.store.purge_sessions(now).await?;
    state.store.add_session(&TokenHash::of(&token), agent.id, now, now + SESSION_SECONDS * 1_000).await?;
    let hex: String = token.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(([(header::SET_COOKIE, cookie(&state, &hex, SESSION_SECONDS))], Json(view(&state, agent))))
}

/// Login names are told apart without regard to case.
pub fn normal(login: &str) -> String {
    login.trim().to_lowercase()
}

/// Only this site's own pages send it, and no script can read it.
pub(crate) fn cookie(state: &AppState, value: &str, seconds: i64) -> String {
    let secure = if state.is_secure() { "; Secure" } else { "" };
    format!("{SESSION_COOKIE}={value}; HttpOnly; SameSite=Strict; Path=/; Max-Age={seconds}{secure}")
}

fn new_token() -> Result<[u8; 32], ApiError> {
    let mut token = [0; 32];
    getrandom::fill(&mut token).map_err(|_| ErrorCode::Internal)?;
    Ok(token)
}
