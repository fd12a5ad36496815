//! What can be wrong with an answer. The words are in the message catalogue of the page.

use alap_protocol::locale::Localized;

/// Why an answer is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// It is required, and there is none.
    Missing,
    /// More than so many characters.
    TooLong {
        /// The most.
        most: u16,
    },
    /// A control character in it.
    Character,
    /// Fewer were chosen than have to be.
    TooFew {
        /// The least.
        least: u8,
    },
    /// More were chosen (or attached) than may be.
    TooMany {
        /// The most.
        most: u8,
    },
    /// Not among the choices, products or places.
    Unknown,
    /// No number.
    NoNumber,
    /// More digits behind the point than asked for.
    TooFine {
        /// So many may be.
        decimals: u8,
    },
    /// Smaller than allowed: the least, in thousandths.
    TooSmall {
        /// The least.
        least: i64,
    },
    /// Larger than allowed: the most, in thousandths.
    TooLarge {
        /// The most.
        most: i64,
    },
    /// No amount of money.
    NoMoney,
    /// Less money than allowed, in the smallest unit.
    TooCheap {
        /// The least.
        least: i64,
    },
    /// More money than allowed, in the smallest unit.
    TooDear {
        /// The most.
        most: i64,
    },
    /// No day.
    NoDate,
    /// A day that is past, or too soon: the first that can be, as `YYYY-MM-DD`.
    TooSoon {
        /// The first.
        first: String,
    },
    /// A day too far off: the last that can be.
    TooLate {
        /// The last.
        last: String,
    },
    /// No mobile number of Bangladesh.
    NoPhone,
    /// The areas of an address do not belong together.
    NoSuchPlace,
    /// The time is past, or is not free.
    NoSuchSlot,
    /// It has to be ticked.
    NotTicked,
    /// Not the kind of answer that the question wants.
    WrongKind,
    /// The question is not shown, or there is none of this name.
    NotAsked,
    /// All answers together are too long.
    TooMuch,
    /// A check of the seller's own does not hold.
    Check(Localized),
}
