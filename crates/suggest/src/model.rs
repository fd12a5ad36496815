//! Neighbours of products, as learnt from anonymous sessions.

/// A model that was read.
#[derive(Clone, Debug)]
pub struct Model {}

/// Why a model cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// It is of another version of this format.
    #[error("the suggestion model is of another version")]
    Version,
    /// It was made for other products.
    #[error("the suggestion model was made for another catalogue")]
    OtherCatalogue,
    /// It ends too early, or says what cannot be.
    #[error("the suggestion model is damaged")]
    Damaged,
}
