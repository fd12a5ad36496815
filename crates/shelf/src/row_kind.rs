//! The rows there are.

/// A row, by what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// From what this shopper looked at and bought.
    ForYou,
    /// What many look at, or simply what the shop has: where nothing is known of the shopper.
    Popular,
    /// What came in lately.
    New,
    /// What costs less than it did.
    Discount,
    /// What this shopper looked at last.
    LastViewed,
}

impl RowKind {
    /// By the name that a shop's page asks for it with, such as `for-you`.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "for-you" => Self::ForYou,
            "new" => Self::New,
            "discount" => Self::Discount,
            "last-viewed" => Self::LastViewed,
            _ => return None,
        })
    }
}
