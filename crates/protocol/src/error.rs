//! What a refusal looks like to a machine. People get sentences from the message catalogue, chosen by `code`.

use serde::{Deserialize, Serialize};

/// The one shape of every error answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ErrorBody {
    /// What kind of error.
    pub code: ErrorCode,
    /// A generic English sentence for logs; never a query, a path or a stack.
    pub message: String,
    /// Finds the request in the server's log.
    pub request_id: String,
}

/// The kinds of error, each with its HTTP status in the server's one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Not JSON, not UTF-8, a negative cursor: 400.
    Malformed,
    /// No session, or an ended one: 401.
    Unauthenticated,
    /// The page that asks is not one of ours: 403.
    ForeignOrigin,
    /// No such thing, or not yours: 404.
    NotFound,
    /// This address does not do that: 405.
    MethodNotAllowed,
    /// Took too long to arrive: 408.
    Timeout,
    /// The same client id with another body: 409.
    Conflict,
    /// More bytes than allowed: 413.
    TooLarge,
    /// Not `application/json`: 415.
    UnsupportedMediaType,
    /// Empty text, too long a text, an unknown field, a bad value: 422.
    Invalid,
    /// Too many at once: 429.
    TooMany,
    /// The time was booked by somebody else: 409.
    Taken,
    /// The offer was answered, replaced or taken back meanwhile, or ran out: 409.
    Stale,
    /// The form is no longer as it was when it was filled in: 409. Fetch the desk and look again.
    FormChanged,
    /// The coupon does not hold here. Whether there is such a one is not said: 409.
    NoCoupon,
    /// Our fault: 500.
    Internal,
    /// The database or the server is away for a moment: 503.
    Unavailable,
}
