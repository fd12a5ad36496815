//! Why a form came back to the shopper.

use alap_protocol::{error::ErrorCode, id::PhotoId};
use serde::{Deserialize, Serialize};

/// Why a form came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Trouble {
    /// The time was booked by somebody else.
    Taken,
    /// The shop has changed the form.
    Changed,
    /// The shop has taken the form away.
    Gone,
    /// A picture was refused.
    Photo(PhotoId),
    /// Refused for another reason.
    Refused,
    /// Too much was sent from here.
    TooMany,
}

impl Trouble {
    /// What a refusal means for the form.
    pub(super) fn of(code: ErrorCode) -> Self {
        match code {
            ErrorCode::Taken => Self::Taken,
            ErrorCode::FormChanged => Self::Changed,
            ErrorCode::NotFound => Self::Gone,
            ErrorCode::TooMany => Self::TooMany,
            _ => Self::Refused,
        }
    }

    /// The sentence for it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Taken => "trouble.taken",
            Self::Changed => "trouble.changed",
            Self::Gone => "trouble.gone",
            Self::Photo(_) => "trouble.photo",
            Self::Refused => "trouble.refused",
            Self::TooMany => "trouble.too_many",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_says_what_to_do_next() {
        assert_eq!(Trouble::of(ErrorCode::Taken), Trouble::Taken);
        assert_eq!(Trouble::of(ErrorCode::FormChanged), Trouble::Changed);
        assert_eq!(Trouble::of(ErrorCode::Invalid), Trouble::Refused);
    }
}
