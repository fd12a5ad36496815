//! The talk's requests to the support server.

use alap_protocol::{
    id::Sequence,
    message::{Ack, NewMessage},
    shopper::MessagePage,
};
use gloo::net::http::Request;

use crate::{
    credentials::Credentials,
    http::{self, Fault},
};

/// Hands in one message.
pub(super) async fn post(credentials: &Credentials, message: &NewMessage) -> Result<Ack, Fault> {
    let request = Request::post(&format!("/api/v1/conversations/{}/messages", credentials.conversation));
    http::send(request, credentials, message).await
}

/// What came after a cursor.
pub(super) async fn messages(credentials: &Credentials, after: Sequence) -> Result<MessagePage, Fault> {
    let address = format!("/api/v1/conversations/{}/messages?after={}", credentials.conversation, after.0);
    http::get(&address, credentials).await
}
