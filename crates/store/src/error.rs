//! What can go wrong. The database's own words stay in the log.

use std::sync::Arc;

/// Why a read or a write did not happen.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// No such thing, or not for who asks.
    #[error("there is no such thing, or it belongs to somebody else")]
    NotFound,
    /// The client id stands for another message already.
    #[error("this client id was used for another message")]
    Conflict,
    /// A photo that is named is not one of this conversation's.
    #[error("a photo that is named is not there")]
    NoPhoto,
    /// The conversation holds as many messages as it may.
    #[error("the conversation is full")]
    Full,
    /// The time was booked by somebody else.
    #[error("this time is booked already")]
    Taken,
    /// The coupon does not hold here: unknown, ended, not yet, used up, for something else.
    #[error("there is no such coupon here")]
    NoCoupon,
    /// The request stands otherwise by now, or what was asked for cannot be.
    #[error(transparent)]
    Refused(#[from] alap_deal::Refusal),
    /// A question was settled before, by somebody else or in another way.
    #[error("a question is settled already")]
    Settled,
    /// The shop has learnt as much as it may, or an entry has as many ways of asking as it may.
    #[error("no more can be learnt here")]
    TooMuchLearnt,
    /// This shop has an agent of that login name.
    #[error("this login name is taken")]
    LoginTaken,
    /// A row cannot be read: the file was changed by another hand, or by a newer version.
    #[error("a stored {0} cannot be read")]
    Corrupt(&'static str),
    /// The database is newer than this program, or its schema was changed by another hand.
    #[error("the database's schema is not one that this version knows: {0}")]
    Schema(Arc<sqlx::migrate::MigrateError>),
    /// The database is away, busy for too long, or broken.
    #[error("the database does not answer: {0}")]
    Unavailable(Arc<sqlx::Error>),
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::PoolClosed => Self::Closed,
            error => Self::Unavailable(Arc::new(error)),
        }
    }
}

/// Would the same transaction go through when tried again? Serialization failure, deadlock, a busy file.
pub(crate) fn is_transient(error: &sqlx::Error) -> bool {
    let Some(error) = error.as_database_error() else { return false };
    matches!(error.code().as_deref(), Some("40001" | "40P01" | "5" | "6" | "261" | "517"))
}
