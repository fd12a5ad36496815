//! Which questions are shown, and what is worked out of their answers.

use std::collections::BTreeMap;

use alap_protocol::{
    answer::Answers,
    form::{Form, Question},
    id::QuestionId,
};

use crate::{Facts, names, state::State};

/// Where a question stands in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Its section.
    pub section: usize,
    /// Its place in the section.
    pub question: usize,
}

impl Place {
    /// The question that stands there.
    pub fn of(self, form: &Form) -> Option<&Question> {
        form.sections.get(self.section)?.questions.get(self.question)
    }
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
///
/// One pass: a condition sees the answers to the shown questions before it, and the computed values that need only those. A
/// jump that does not lead ahead is none. A question that is shown may be skipped without an answer: its jumps count all the same.
pub fn path(form: &Form, answers: &Answers, facts: &Facts) -> Path {
    walk(form, answers, facts).0
}

/// The path, and what is known at its end.
pub(crate) fn walk<'a>(form: &'a Form, answers: &'a Answers, facts: &Facts) -> (Path, State<'a>) {
    let (mut path, mut state) = (Path::default(), State::new(facts.price));
    let places = places(form);
    let mut waiting = waiting(form, &places).into_iter().peekable();
    // How many questions lie behind, and the first that no jump passes by.
    let (mut passed, mut next) = (0, 0);
    for (section, within) in form.sections.iter().enumerate() {
        let end = passed + within.questions.len();
        // A section that a jump passes by is not looked at.
        let mut is_shown = None;
        for (question, asked) in within.questions.iter().enumerate() {
            while let Some((_, at)) = waiting.next_if(|(needs, _)| *needs <= passed) {
                compute(form, at, &mut path, &mut state);
            }
            let at = passed;
            passed += 1;
            if at < next {
                continue;
            }
            let section_is_shown = *is_shown.get_or_insert_with(|| {
                within.show_when.as_ref().is_none_or(|condition| state.holds(condition))
            });
            if !section_is_shown {
                continue;
            }
            if asked.show_when.as_ref().is_some_and(|condition| !state.holds(condition)) {
                continue;
            }
            path.shown.push(Place { section, question });
            if let Some(answer) = answers.get(&asked.id) {
                state.answer(asked, answer);
            }
            if let Some(target) = target(asked, &places, &state) {
                next = next.max(target);
            }
        }
        passed = end;
    }
    for (_, at) in waiting {
        compute(form, at, &mut path, &mut state);
    }
    (path, state)
}

/// Where the first jump that fits leads to; the end is behind all questions.
fn target(question: &Question, places: &BTreeMap<&QuestionId, usize>, state: &State<'_>) -> Option<usize> {
    let fits = |when: &Option<_>| when.as_ref().is_none_or(|condition| state.holds(condition));
    let jump = question.jumps.iter().find(|jump| fits(&jump.when))?;
    jump.to.as_ref().map_or(Some(usize::MAX), |to| places.get(to).copied())
}

fn compute<'a>(form: &'a Form, at: usize, path: &mut Path, state: &mut State<'a>) {
    let Some(computed) = form.computed.get(at) else { return };
    if let Some(value) = state.compute(&computed.id, &computed.value) {
        path.computed.insert(computed.id.clone(), value);
    }
}

/// The place of each question, counted over all sections.
fn places(form: &Form) -> BTreeMap<&QuestionId, usize> {
    let questions = form.sections.iter().flat_map(|section| &section.questions);
    questions.enumerate().map(|(at, question)| (&question.id, at)).collect()
}

/// The computed values, each with how many questions have to lie behind before it can be worked out, in the order in which that
/// happens.
fn waiting(form: &Form, places: &BTreeMap<&QuestionId, usize>) -> Vec<(usize, usize)> {
    let mut needs: BTreeMap<&QuestionId, usize> = BTreeMap::new();
    let mut waiting = Vec::with_capacity(form.computed.len());
    for (at, computed) in form.computed.iter().enumerate() {
        let mut most = 0;
        names::in_expression(&computed.value, &mut |name| {
            let one = places.get(name).map(|at| at + 1).or_else(|| needs.get(name).copied());
            most = most.max(one.unwrap_or(0));
        });
        needs.insert(&computed.id, most);
        waiting.push((most, at));
    }
    waiting.sort_unstable();
    waiting
}

/// The answers to the questions that are shown: what a page sends. [`crate::check_all`] refuses all others.
pub fn asked(form: &Form, answers: &Answers, facts: &Facts) -> Answers {
    let shown = path(form, answers, facts).shown;
    let ids = shown.into_iter().filter_map(|place| place.of(form)).map(|question| &question.id);
    ids.filter_map(|id| answers.get_key_value(id)).map(|(id, answer)| (id.clone(), answer.clone())).collect()
}

#[cfg(test)]
mod tests;
