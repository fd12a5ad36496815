//! Who asks: a shopper's device by its secret, an agent by the session cookie.

use alap_protocol::{error::ErrorCode, limits::SECRET_BYTES};
use alap_store::{Agent, ShopperKey, TokenHash};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use super::{error::ApiError, named::ConversationPath};
use crate::{clock, state::AppState};

/// The session cookie's name.
pub const SESSION_COOKIE: &str = "alap_session";

/// The device that knows a conversation's secret; only the store can tell whether it is the right one.
#[derive(Clone, Debug)]
pub struct Shopper(pub ShopperKey);

impl FromRequestParts<AppState> for Shopper {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Self::Rejection> {
        let secret = bearer(&parts.headers).and_then(read_secret);
        let secret = secret.ok_or(ApiError::from(ErrorCode::Unauthenticated))?;
        let ConversationPath(conversation) = ConversationPath::from_request_parts(parts, state).await?;
        Ok(Self(ShopperKey { conversation, secret }))
    }
}

/// Reads a secret as devices write it: 32 bytes in hexadecimal.
pub fn read_secret(hex: &str) -> Option<TokenHash> {
    if hex.len() != SECRET_BYTES * 2 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let bytes: Option<Vec<u8>> =
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect();
    bytes.map(|bytes| TokenHash::of(&bytes))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(secret.trim())
}

/// The agent who is logged in, with the session's hash.
#[derive(Clone, Debug)]
pub struct LoggedIn {
    /// Who.
    pub agent: Agent,
    /// By what.
    pub session: TokenHash,
}

impl FromRequestParts<AppState> for LoggedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Self::Rejection> {
        let unknown = ApiError::from(ErrorCode::Unauthenticated);
        let session = session_token(&parts.headers).and_then(read_secret).ok_or(unknown)?;
        let agent = state.agent_of(&session, clock::now()).await?.ok_or(unknown)?;
        Ok(Self { agent, session })
    }
}

fn session_token(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|value| value.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(name, value)| (name == SESSION_COOKIE).then_some(value))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_secret_is_sixty_four_hexadecimal_digits() {
        assert!(read_secret(&"0f".repeat(32)).is_some());
        for text in ["", "0f", &"0f".repeat(33), &"0g".repeat(32), &"+f".repeat(32), &"ক".repeat(32)] {
            assert!(read_secret(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let mut headers = HeaderMap::new();
        headers
            .insert(header::COOKIE, HeaderValue::from_static("a=b; xalap_session=no; alap_session=yes; c"));
        assert_eq!(session_token(&headers), Some("yes"));
    }
}
