//! The page's one way to the server. Nothing else here makes a request.

pub(crate) mod http;
pub(crate) mod learning;
pub(crate) mod requests;
pub(crate) mod socket;

use alap_protocol::error::{ErrorBody, ErrorCode};

/// Why a request came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No session: log in (again).
    Unauthenticated,
    /// Not for this request, however often it is made.
    Refused(ErrorCode),
    /// The server, or the way to it, is away for a moment: try again.
    Away,
    /// Too many tries: wait, then try again.
    TooMany,
    /// The answer is of another version of Alap.
    Strange,
}

impl Failure {
    /// Reads an answer that is not a success.
    fn of(status: u16, body: Option<ErrorBody>) -> Self {
        match (status, body) {
            (401, _) => Self::Unauthenticated,
            (429, _) => Self::TooMany,
            (408 | 500.., _) => Self::Away,
            (_, Some(body)) => Self::Refused(body.code),
            // Not our server's words: something stands between, a proxy or a captive portal.
            (_, None) => Self::Away,
        }
    }

    /// The same request may do better later.
    pub(crate) fn passes(self) -> bool {
        matches!(self, Self::Away | Self::TooMany)
    }
}

/// How long to wait before the next try: doubling from one second to thirty, and spread, so that a thousand pages do
/// not come back in the same moment. `random` lies between 0 and 1.
pub(crate) fn wait_ms(tries: u32, random: f64) -> u32 {
    let whole = f64::from(1000_u32.saturating_mul(1 << tries.min(5)).min(30_000));
    (whole * (0.5 + random / 2.0)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_half_a_minute_and_never_vanish() {
        assert_eq!(wait_ms(0, 0.0), 500);
        assert_eq!(wait_ms(0, 1.0), 1000);
        assert_eq!(wait_ms(3, 1.0), 8000);
        assert_eq!(wait_ms(u32::MAX, 1.0), 30_000);
    }

    #[test]
    fn only_what_can_pass_is_tried_again() {
        let body = |code| Some(ErrorBody { code, message: String::new(), request_id: String::new() });
        assert_eq!(Failure::of(401, None), Failure::Unauthenticated);
        assert_eq!(Failure::of(422, body(ErrorCode::Invalid)), Failure::Refused(ErrorCode::Invalid));
        assert!(Failure::of(503, body(ErrorCode::Unavailable)).passes());
        assert!(Failure::of(429, body(ErrorCode::TooMany)).passes());
        assert!(Failure::of(404, None).passes(), "a proxy's page is no refusal");
        assert!(!Failure::of(409, body(ErrorCode::Conflict)).passes());
    }
}
