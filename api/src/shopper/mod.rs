//! The shopper's side over HTTP, one file an endpoint.

pub mod forms;
pub mod messages;
pub mod model;
pub mod open;
pub mod pack;
pub mod photos;
pub mod requests;
pub mod seen;
pub mod send;

use alap_protocol::error::ErrorCode;
use alap_protocol::message::NewMessage;

use crate::http::error::ApiError;

/// Only what a shopper's device may say.
pub(crate) fn checked(message: NewMessage) -> Result<NewMessage, ApiError> {
    match message.body.author_from_shopper() {
        Ok(_) => Ok(message),
        Err(_) => {
            Err(ApiError::new(ErrorCode::Invalid, "a shopper's device cannot write this kind of message"))
        }
    }
}
