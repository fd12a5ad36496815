//! What is suggested, and why.

/// A product that may fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// Its place in the catalogue.
    pub place: usize,
    /// Why.
    pub reason: Reason,
}

/// The honest reason for a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is like a product that was looked at.
    LookedAt {
        /// That product's place.
        place: usize,
    },
    /// Others looked at or bought both.
    Together {
        /// The other product's place.
        place: usize,
    },
    /// It came in lately.
    New,
    /// It costs less than it did.
    Discount {
        /// By how many percent, rounded down.
        percent: u8,
    },
    /// Many choose it.
    Popular,
    /// It can be had, and nothing more is known.
    InShop,
}
