//! Who may ask. Pages of other origins get nothing, and no header that would let them read an answer.

use std::net::{IpAddr, SocketAddr};

use alap_protocol::error::ErrorCode;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::error::ApiError;
use crate::state::AppState;

/// The origins under which this server is reached: scheme, host and port, compared letter by letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins(Vec<String>);

/// Why an address is no origin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not an origin: scheme, host and port, such as https://chat.shop.example, with no path")]
pub struct NotAnOrigin(String);

impl Origins {
    /// The ones a host has written down.
    pub fn listed(urls: &[String]) -> Result<Self, NotAnOrigin> {
        urls.iter().map(|url| read_origin(url)).collect::<Result<_, _>>().map(Self)
    }

    /// For a server that only this machine reaches: its address, and the names that stand for it.
    pub fn of_address(address: SocketAddr) -> Self {
        let port = address.port();
        let mut origins = Vec::new();
        let local = address.ip().is_unspecified() || address.ip().is_loopback();
        if !address.ip().is_unspecified() {
            origins.push(match address.ip() {
                IpAddr::V4(ip) => format!("http://{ip}:{port}"),
                IpAddr::V6(ip) => format!("http://[{ip}]:{port}"),
            });
        }
        if local {
            origins.extend([format!("http://127.0.0.1:{port}"), format!("http://localhost:{port}")]);
            origins.push(format!("http://[::1]:{port}"));
        }
        origins.dedup();
        Self(origins)
    }

    /// Is this one of ours?
    pub fn contains(&self, origin: &[u8]) -> bool {
        self.0.iter().any(|ours| ours.as_bytes() == origin)
    }

    /// The one that goes into snippets.
    pub fn first(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// All of them.
    pub fn all(&self) -> &[String] {
        &self.0
    }
}

fn read_origin(url: &str) -> Result<String, NotAnOrigin> {
    let refused = || NotAnOrigin(url.to_owned());
    let origin = url.strip_suffix('/').unwrap_or(url).to_ascii_lowercase();
    let (scheme, host) = origin.split_once("://").ok_or_else(refused)?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if !matches!(scheme, "http" | "https") || host.is_empty() || !host.chars().all(plain) {
        return Err(refused());
    }
    let default_port = if scheme == "https" { ":443" } else { ":80" };
    Ok(origin.strip_suffix(default_port).map_or(origin.clone(), str::to_owned))
}

/// A write or a socket needs one of our origins; a read may come without any, but not from a foreign page.
pub async fn require_origin(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if may_ask(&state.origins, request.method(), request.headers()) {
        next.run(request).await
    } else {
        ApiError::from(ErrorCode::ForeignOrigin).into_response()
    }
}

fn may_ask(origins: &Origins, method: &Method, headers: &HeaderMap) -> bool {
    let mut given = headers.get_all(header::ORIGIN).iter();
    match (given.next(), given.next()) {
        (Some(origin), None) => origins.contains(origin.as_bytes()),
        (Some(_), Some(_)) => false,
        (None, _) => method.is_safe() && !headers.contains_key(header::UPGRADE),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn check(method: Method, origin: Option<&str>, expected: bool) {
        let ours = Origins::listed(&["https://Chat.Shop.example:443/".to_owned()]).unwrap();
        let mut headers = HeaderMap::new();
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, HeaderValue::from_str(origin).unwrap());
        }
        assert_eq!(may_ask(&ours, &method, &headers), expected, "{method} {origin:?}");
    }

    #[test]
    fn only_our_own_pages_may_ask() {
        check(Method::POST, Some("https://chat.shop.example"), true);
        check(Method::GET, Some("https://chat.shop.example"), true);
        check(Method::GET, None, true);
        for foreign in [
            "null",
            "http://chat.shop.example",
            "https://chat.shop.example:8443",
            "https://chat.shop.example.evil.example",
            "https://evilchat.shop.example",
            "https://shop.example",
            "https://chat.shop.example/",
            "",
        ] {
            check(Method::POST, Some(foreign), false);
            check(Method::GET, Some(foreign), false);
        }
        check(Method::POST, None, false);
        check(Method::PUT, None, false);
        check(Method::DELETE, None, false);
    }

    #[test]
    fn a_socket_needs_an_origin_though_it_is_a_get() {
        let ours = Origins::listed(&["http://127.0.0.1:8080".to_owned()]).unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
        assert!(!may_ask(&ours, &Method::GET, &headers));
        headers.insert(header::ORIGIN, HeaderValue::from_static("http://127.0.0.1:8080"));
        assert!(may_ask(&ours, &Method::GET, &headers));
        headers.append(header::ORIGIN, HeaderValue::from_static("https://evil.example"));
        assert!(!may_ask(&ours, &Method::GET, &headers), "two origins are none");
    }

    #[test]
    fn what_has_a_path_or_another_scheme_is_no_origin() {
        for url in [
            "",
            "chat.example",
            "https://",
            "https://a.example/x",
            "ftp://a.example",
            "https://u@a.example",
            "*",
        ] {
            assert!(Origins::listed(&[url.to_owned()]).is_err(), "{url}");
        }
    }

    #[test]
    fn a_server_on_this_machine_goes_by_its_names_and_no_other_port() {
        let origins = Origins::of_address(SocketAddr::from(([127, 0, 0, 1], 8080)));
        assert!(origins.contains(b"http://127.0.0.1:8080"));
        assert!(origins.contains(b"http://localhost:8080"));
        assert!(!origins.contains(b"http://localhost:8081"));
        assert_eq!(origins.first(), "http://127.0.0.1:8080");
    }
}
