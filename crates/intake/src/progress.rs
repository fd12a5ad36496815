//! How far a shopper is.

use alap_protocol::{answer::Answers, form::Form};

use crate::{Facts, Place, check, path::walk, state::is_nothing};

/// How many of the questions that are shown have an answer that is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// So many are answered.
    pub answered: usize,
    /// So many are shown.
    pub shown: usize,
}

/// How far a shopper is. What is shown may grow and shrink with each answer.
pub fn progress(form: &Form, answers: &Answers, facts: &Facts) -> Progress {
    let (path, _) = walk(form, answers, facts);
    let is_answered = |place: &&Place| {
        let question = place.of(form);
        let answer = question.and_then(|question| Some((question, answers.get(&question.id)?)));
        answer.is_some_and(|(question, answer)| {
            check(question, answer, facts).is_ok_and(|answer| !is_nothing(&answer))
        })
    };
    Progress { answered: path.shown.iter().filter(is_answered).count(), shown: path.shown.len() }
}

/// The first question that has to be answered and is not, or whose answer is none or breaks a check of the seller's; nothing
/// where all is well.
pub fn first_open(form: &Form, answers: &Answers, facts: &Facts) -> Option<Place> {
    let (path, state) = walk(form, answers, facts);
    path.shown.into_iter().find(|place| {
        let Some(question) = place.of(form) else { return false };
        match answers.get(&question.id).map(|answer| check(question, answer, facts)) {
            None => question.required,
            Some(Err(_)) => true,
            Some(Ok(answer)) if is_nothing(&answer) => false,
            Some(Ok(_)) => !question.checks.iter().all(|check| state.holds(&check.holds)),
        }
    })
}
