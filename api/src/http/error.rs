//! Which error is which status: the one table. A client never sees internal text.

use alap_deal::{Refusal, TermsFault};
use alap_protocol::error::{ErrorBody, ErrorCode};
use alap_store::StoreError;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

/// A refusal. Becomes an [`ErrorBody`] with the request's id on its way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    /// What kind.
    pub code: ErrorCode,
    /// A generic sentence for logs.
    pub message: &'static str,
}

impl ApiError {
    /// A refusal of this kind, with a sentence that says a little more.
    pub fn new(code: ErrorCode, message: &'static str) -> Self {
        Self { code, message }
    }

    /// The body that a machine reads.
    pub fn body(self, request_id: String) -> ErrorBody {
        ErrorBody { code: self.code, message: self.message.to_owned(), request_id }
    }
}

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        let message = match code {
            ErrorCode::Malformed => "the request cannot be read",
            ErrorCode::Unauthenticated => "there is no valid proof of who asks",
            ErrorCode::ForeignOrigin => "the page that asks is not one of this server's",
            ErrorCode::NotFound => "there is no such thing",
            ErrorCode::MethodNotAllowed => "this address does not do that",
            ErrorCode::Timeout => "the request took too long to arrive",
            ErrorCode::Conflict => "this client id was used for another message",
            ErrorCode::Taken => "this time is booked already",
            ErrorCode::Stale => "the request stands otherwise by now",
            ErrorCode::FormChanged => "the form is no longer as it was",
            ErrorCode::NoCoupon => "this coupon does not hold here",
            ErrorCode::TooLarge => "the request is too large",
            ErrorCode::UnsupportedMediaType => "the request must be application/json",
            ErrorCode::Invalid => "the request has a value that is not allowed",
            ErrorCode::TooMany => "too many requests at once",
            ErrorCode::Internal => "something went wrong on the server",
            ErrorCode::Unavailable => "the server cannot do this for the moment",
        };
        Self { code, message }
    }
}

/// The status of each kind of error.
pub fn status(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::Malformed => StatusCode::BAD_REQUEST,
        ErrorCode::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorCode::ForeignOrigin => StatusCode::FORBIDDEN,
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        ErrorCode::Timeout => StatusCode::REQUEST_TIMEOUT,
        ErrorCode::Conflict
        | ErrorCode::Taken
        | ErrorCode::Stale
        | ErrorCode::FormChanged
        | ErrorCode::NoCoupon => StatusCode::CONFLICT,
        ErrorCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ErrorCode::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ErrorCode::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorCode::TooMany => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// The kind of an error that came from below the handlers: no such route, a wrong method, a time-out.
pub fn code_of(status: StatusCode) -> Option<ErrorCode> {
    Some(match status {
        StatusCode::UNAUTHORIZED => ErrorCode::Unauthenticated,
        StatusCode::FORBIDDEN => ErrorCode::ForeignOrigin,
        StatusCode::NOT_FOUND => ErrorCode::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => ErrorCode::MethodNotAllowed,
        StatusCode::REQUEST_TIMEOUT => ErrorCode::Timeout,
        StatusCode::CONFLICT => ErrorCode::Conflict,
        StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ErrorCode::UnsupportedMediaType,
        StatusCode::UNPROCESSABLE_ENTITY => ErrorCode::Invalid,
        StatusCode::TOO_MANY_REQUESTS => ErrorCode::TooMany,
        StatusCode::SERVICE_UNAVAILABLE => ErrorCode::Unavailable,
        status if status.is_client_error() => ErrorCode::Malformed,
        status if status.is_server_error() => ErrorCode::Internal,
        _ => return None,
    })
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => ErrorCode::NotFound.into(),
            StoreError::Conflict => ErrorCode::Conflict.into(),
            StoreError::Full => Self::new(ErrorCode::Invalid, "the conversation is full"),
            StoreError::NoPhoto => Self::new(ErrorCode::Invalid, "a photo is not there"),
            StoreError::Taken => ErrorCode::Taken.into(),
            StoreError::NoCoupon => ErrorCode::NoCoupon.into(),
            StoreError::Refused(Refusal::Stale | Refusal::Expired) => ErrorCode::Stale.into(),
            StoreError::Refused(refusal) => Self::new(ErrorCode::Invalid, refused(refusal)),
            StoreError::Settled => Self::new(ErrorCode::Conflict, "a question is settled already"),
            StoreError::TooMuchLearnt => Self::new(ErrorCode::Invalid, "no more can be learnt here"),
            StoreError::LoginTaken => Self::new(ErrorCode::Conflict, "this login name is taken"),
            StoreError::Unavailable(_) | StoreError::Closed => {
                tracing::error!(%error, "the database");
                ErrorCode::Unavailable.into()
            }
            StoreError::Corrupt(_) | StoreError::Schema(_) => {
                tracing::error!(%error, "the database");
                ErrorCode::Internal.into()
            }
        }
    }
}

/// What cannot be done to a request, and why.
fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Stale | Refusal::Expired => "the request stands otherwise by now",
        Refusal::NotYours => "this is for the other side to do",
        Refusal::WrongKind => "a form of this kind leads to no offer",
        Refusal::TooMany => "there are too many offers or payments in this request",
        Refusal::NoSuchPayment => "there is no such payment",
        Refusal::NoTransaction => "this is not an id that the wallet gives, or not a mobile number",
        Refusal::Terms(TermsFault::Price) => "a price is negative or too large",
        Refusal::Terms(TermsFault::Quantity) => "the quantity is not allowed",
        Refusal::Terms(TermsFault::Extras) => "an extra has no name, or there are too many",
        Refusal::Terms(TermsFault::Discount) => "the discount is larger than the price",
        Refusal::Terms(TermsFault::Advance) => "the advance is larger than the price",
        Refusal::Terms(TermsFault::Delivery) => "the day of delivery is past, or no day",
        Refusal::Terms(TermsFault::Expiry) => "the offer would run out too soon, or not within a year",
        Refusal::Terms(TermsFault::Words) => "the words are too long, or have a control character",
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = status(self.code).into_response();
        response.extensions_mut().insert(self);
        response
    }
}
