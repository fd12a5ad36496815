//! How far a shopper is.

use alap_protocol::{answer::Answers, form::Form};

use crate::{Facts, Place};

/// How many of the questions that are shown have an answer that is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// So many are answered.
    pub answered: usize,
    /// So many are shown.
    pub shown: usize,
}

/// How far a shopper is.
pub fn progress(_form: &Form, _answers: &Answers, _facts: &Facts) -> Progress {
    Progress::default()
}

/// The first question that has to be answered and is not, or whose answer is none; nothing where all is well.
pub fn first_open(_form: &Form, _answers: &Answers, _facts: &Facts) -> Option<Place> {
    None
}
