//! The talk's requests to the support server. Same origin, so the browser sends `Origin` and no cookie is involved.

use alap_protocol::{
    conversation::{ConversationView, PageContext},
    error::{ErrorBody, ErrorCode},
    id::{Sequence, ShopId},
    locale::Locale,
    message::{Ack, NewMessage},
    shopper::{MessagePage, OpenConversation},
};
use gloo::net::http::{Request, RequestBuilder, Response};
use serde::{Serialize, de::DeserializeOwned};

use super::state::Credentials;

/// Why a request did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Fault {
    /// No network, or the server is away or in trouble: try again later.
    #[error("the server is away")]
    Away,
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
pub(super) async fn open(
    shop: &ShopId,
    credentials: &Credentials,
    locale: Locale,
    page: PageContext,
) -> Result<ConversationView, Fault> {
    let shop = String::from(js_sys::encode_uri_component(shop.as_str()));
    let request = Request::put(&format!("/api/v1/shops/{shop}/conversations/{}", credentials.conversation));
    let page = (!page.url.is_empty()).then_some(page);
    send(request, credentials, &OpenConversation { locale, page }).await
}

/// Hands in one message.
pub(super) async fn post(credentials: &Credentials, message: &NewMessage) -> Result<Ack, Fault> {
    let request = Request::post(&format!("/api/v1/conversations/{}/messages", credentials.conversation));
    send(request, credentials, message).await
}

/// What came after a cursor.
pub(super) async fn messages(credentials: &Credentials, after: Sequence) -> Result<MessagePage, Fault> {
    let address = format!("/api/v1/conversations/{}/messages?after={}", credentials.conversation, after.0);
    let response = Request::get(&address)
        .header("authorization", &bearer(credentials))
        .send()
        .await
        .map_err(|_| Fault::Away)?;
    read(accepted(response).await?).await
}

fn bearer(credentials: &Credentials) -> String {
    format!("Bearer {}", credentials.secret)
}

async fn send<T: DeserializeOwned>(
    request: RequestBuilder,
    credentials: &Credentials,
    body: &impl Serialize,
) -> Result<T, Fault> {
    let request =
        request.header("authorization", &bearer(credentials)).json(body).map_err(|_| Fault::Version)?;
    let response = request.send().await.map_err(|_| Fault::Away)?;
    read(accepted(response).await?).await
}

async fn accepted(response: Response) -> Result<Response, Fault> {
    match response.status() {
        200..=299 => Ok(response),
        404 => Err(Fault::NotFound),
        408 | 429 | 500..=599 => Err(Fault::Away),
        _ => {
            let error: ErrorBody = read(response).await?;
            Err(Fault::Refused(error.code))
        }
    }
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Fault> {
    let text = response.text().await.map_err(|_| Fault::Away)?;
    serde_json::from_str(&text).map_err(|_| Fault::Version)
}
