//! What stays of a draft when the seller has changed the form.

use alap_protocol::{answer::Answers, form::Form};

/// The answers that still fit their questions.
pub fn kept(_form: &Form, answers: &Answers) -> Answers {
    answers.clone()
}
