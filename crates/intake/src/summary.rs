//! What both sides see of the answers.

use alap_protocol::{
    answer::{Answer, Answers, SummaryLine},
    form::Form,
};

use crate::{
    Facts,
    path::walk,
    state::{is_nothing, is_of_kind},
    written,
};

/// The answers to the questions that are shown, then the computed values that have a label, as people read them in each
/// language. Questions without an answer are left out.
pub fn summary(form: &Form, answers: &Answers, facts: &Facts) -> Vec<SummaryLine> {
    let (path, _) = walk(form, answers, facts);
    let questions = path.shown.iter().filter_map(|place| place.of(form));
    let answered = questions.filter_map(|question| {
        let answer = answers.get(&question.id)?;
        let counts = is_of_kind(&question.kind, answer) && !is_nothing(answer);
        counts.then(|| SummaryLine {
            question: question.id.clone(),
            label: question.label.clone(),
            value: written::answer(question, answer, facts),
            photos: match answer {
                Answer::Photos(photos) => photos.clone(),
                _ => Vec::new(),
            },
        })
    });
    let computed =
        form.computed.iter().filter(|computed| !computed.label.is_empty()).filter_map(|computed| {
            let number = *path.computed.get(&computed.id)?;
            Some(SummaryLine {
                question: computed.id.clone(),
                label: computed.label.clone(),
                value: written::computed(number, &computed.shown, facts),
                photos: Vec::new(),
            })
        });
    answered.chain(computed).collect()
}

#[cfg(test)]
mod tests;
