//! What stays of a draft when the seller has changed the form.

use alap_protocol::{answer::Answers, form::Form};

use crate::shape::shape;

/// The answers that still fit their questions, whether these are shown or not. What has to do with today (days, free times,
/// products, places) is seen when they are checked.
pub fn kept(form: &Form, answers: &Answers) -> Answers {
    let questions = form.sections.iter().flat_map(|section| &section.questions);
    let fitting = questions.filter_map(|question| {
        let (id, answer) = answers.get_key_value(&question.id)?;
        Some((id.clone(), shape(question, answer).ok()?))
    });
    fitting.collect()
}
