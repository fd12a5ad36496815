//! Why a step may not follow.

/// Why something cannot be done to a request. Nothing of it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It was answered, replaced, taken back or ended meanwhile.
    #[error("the request stands otherwise by now")]
    Stale,
    /// The offer ran out.
    #[error("the offer ran out")]
    Expired,
    /// Not this side's to do.
    #[error("this is for the other side to do")]
    NotYours,
    /// There is no price to talk about in a form of this kind.
    #[error("a form of this kind leads to no offer")]
    WrongKind,
    /// As many offers, or payments, as one request may have.
    #[error("there are too many offers or payments in this request")]
    TooMany,
    /// There is no such payment.
    #[error("there is no such payment")]
    NoSuchPayment,
    /// The wallet's id of the transaction, or the sender's number, is none.
    #[error("this is not an id that the wallet gives, or not a mobile number")]
    NoTransaction,
    /// An amount, a text or a day in it is not allowed.
    #[error(transparent)]
    Terms(#[from] TermsFault),
}

/// What is wrong with an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermsFault {
    /// A price is negative or too large, or the whole comes to more than [`alap_protocol::limits::AMOUNT`].
    #[error("a price is negative or too large")]
    Price,
    /// None, or too many pieces.
    #[error("the quantity is not allowed")]
    Quantity,
    /// More than [`alap_protocol::limits::OFFER_EXTRAS`], or one without a name.
    #[error("an extra has no name, or there are too many")]
    Extras,
    /// More than the whole.
    #[error("the discount is larger than the price")]
    Discount,
    /// More than the whole.
    #[error("the advance is larger than the price")]
    Advance,
    /// No day, or one that is past.
    #[error("the day of delivery is past, or no day")]
    Delivery,
    /// It runs out before it is made, or not within a year.
    #[error("the offer would run out too soon, or not within a year")]
    Expiry,
    /// Too long, or with control characters.
    #[error("the words are too long")]
    Words,
}
