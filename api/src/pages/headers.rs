//! Headers that keep a page to itself, or open a file to other sites.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const TIMING_ALLOW_ORIGIN: HeaderName = HeaderName::from_static("timing-allow-origin");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// A whole page, with its content policy. None of them needs a camera, a microphone or a place.
pub(crate) fn page(mut response: Response, policy: &str) -> Response {
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(
        PERMISSIONS,
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    );
    response
}

/// What other sites may load: the snippet's script, the shop's pictures.
pub(crate) fn for_any_site(mut response: Response) -> Response {
    response.headers_mut().insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    response
}

/// What scripts and players of any page may read, and how long it took: captions and segments, which may as well lie on a host of
/// their own, where the same player asks for them from another origin and chooses the quality by how fast they come.
pub(crate) fn for_any_page(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(TIMING_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// A file that somebody brought, for other sites too: should it be opened as a page, nothing in it runs.
pub(crate) fn sandboxed(response: Response) -> Response {
    for_any_site(without_life(response))
}

/// A file that a shopper brought, for our own pages only.
pub(crate) fn private(response: Response) -> Response {
    let mut response = without_life(response);
    response.headers_mut().insert(RESOURCE_POLICY, HeaderValue::from_static("same-origin"));
    response
}

fn without_life(mut response: Response) -> Response {
    let policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}
