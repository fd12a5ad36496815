//! Requests to the support server that carry a conversation's proof. Same origin, so the browser sends `Origin` and no
//! cookie is involved. Each part has its own addresses: `talk::http`, `requests::http`.

use alap_protocol::{
    conversation::{ConversationView, PageContext},
    error::{ErrorBody, ErrorCode},
    id::ShopId,
    locale::Locale,
    shopper::OpenConversation,
};
use gloo::net::http::{Request, RequestBuilder, Response};
use serde::{Serialize, de::DeserializeOwned};

use crate::{clock, credentials::Credentials};

/// Why a request did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    /// No network, or the server is away or in trouble: try again later.
    #[error("the server is away")]
    Away,
    /// Too much at once: try again much later.
    #[error("too much at once")]
    TooMany,
    /// The server does not know it.
    #[error("not found")]
    NotFound,
    /// The server will never take it.
    #[error("refused: {0:?}")]
    Refused(ErrorCode),
    /// The answer was not understood: the server is of another version.
    #[error("the answer was not understood")]
    Version,
}

/// Opens the conversation, or finds it open.
pub(crate) async fn open(
    shop: &ShopId,
    credentials: &Credentials,
    locale: Locale,
    page: PageContext,
) -> Result<ConversationView, Fault> {
    let opened = try_open(shop, credentials, locale, page).await;
    if matches!(opened, Err(Fault::Refused(_))) {
        // A page may say strange things of itself. That must not keep the shopper's words back.
        return try_open(shop, credentials, locale, PageContext::default()).await;
    }
    opened
}

async fn try_open(
    shop: &ShopId,
    credentials: &Credentials,
    locale: Locale,
    page: PageContext,
) -> Result<ConversationView, Fault> {
    let address =
        format!("/api/v1/shops/{}/conversations/{}", encoded(shop.as_str()), credentials.conversation);
    let page = (!page.url.is_empty()).then_some(page);
    send(Request::put(&address), credentials, &OpenConversation { locale, page }).await
}

/// A name as a part of an address.
pub(crate) fn encoded(name: &str) -> String {
    js_sys::encode_uri_component(name).into()
}

/// Sends a body as JSON, and reads the answer.
pub(crate) async fn send<T: DeserializeOwned>(
    request: RequestBuilder,
    credentials: &Credentials,
    body: &impl Serialize,
) -> Result<T, Fault> {
    let request =
        request.header("authorization", &credentials.bearer()).json(body).map_err(|_| Fault::Version)?;
    let response = request.send().await.map_err(|_| Fault::Away)?;
    clock::take(response.headers().get("date"));
    read(accepted(response).await?).await
}

/// Asks, and reads the answer.
pub(crate) async fn get<T: DeserializeOwned>(address: &str, credentials: &Credentials) -> Result<T, Fault> {
    let request = Request::get(address).header("authorization", &credentials.bearer());
    let response = request.send().await.map_err(|_| Fault::Away)?;
    read(accepted(response).await?).await
}

/// The answer, if it is a good one.
pub(crate) async fn accepted(response: Response) -> Result<Response, Fault> {
    match response.status() {
        200..=299 => Ok(response),
        status => {
            let text = response.text().await.map_err(|_| Fault::Away)?;
            Err(fault(status, &text))
        }
    }
}

/// What an answer that is no good one says.
pub(crate) fn fault(status: u16, text: &str) -> Fault {
    match status {
        404 => Fault::NotFound,
        429 => Fault::TooMany,
        0 | 408 | 500..=599 => Fault::Away,
        // What stands between here and the server answers in its own words: only the status is to be relied on.
        status => Fault::Refused(match serde_json::from_str::<ErrorBody>(text) {
            Ok(error) => error.code,
            Err(_) if status == 413 => ErrorCode::TooLarge,
            Err(_) => ErrorCode::Invalid,
        }),
    }
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Fault> {
    let text = response.text().await.map_err(|_| Fault::Away)?;
    serde_json::from_str(&text).map_err(|_| Fault::Version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_in_strange_words_is_a_refusal_all_the_same() {
        assert_eq!(fault(403, "<html>blocked</html>"), Fault::Refused(ErrorCode::Invalid));
        assert_eq!(fault(413, "<html>too large</html>"), Fault::Refused(ErrorCode::TooLarge));
        assert_eq!(fault(429, "<html>slow down</html>"), Fault::TooMany);
        assert_eq!(fault(502, "<html>bad gateway</html>"), Fault::Away);
        let taken = r#"{"code":"taken","message":"","request_id":""}"#;
        assert_eq!(fault(409, taken), Fault::Refused(ErrorCode::Taken));
    }
}
