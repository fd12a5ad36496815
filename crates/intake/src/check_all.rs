//! Whether all answers of a form are right.

use alap_protocol::{
    answer::{Answer, Answers, SummaryLine},
    form::{Form, Question, QuestionKind},
    id::QuestionId,
    limits,
};

use crate::{AnswerFault, Facts, check, path::walk, state::is_nothing, summary};

/// What came of a form whose answers are all right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The answers as they are kept; only those to questions that are shown.
    pub answers: Answers,
    /// What both sides see.
    pub lines: Vec<SummaryLine>,
    /// The time to book, in milliseconds since 1970 UTC, for how many minutes, and how many before it to remind.
    pub slot: Option<(i64, u16, u16)>,
    /// The first phone number among the answers.
    pub phone: Option<String>,
}

/// Checks all answers of a form. An answer to a question that is not shown is a fault, too: a page sends [`crate::asked`].
///
/// Each answer is read as it is kept before the form is followed: what a condition sees is what stays. The seller's checks of a
/// question are looked at where it is answered, with all answers.
///
/// # Errors
/// Every fault, with its question, in the order of the form; never an empty list. Last come the names that no question has.
pub fn check_all(
    form: &Form,
    answers: &Answers,
    facts: &Facts,
) -> Result<Checked, Vec<(QuestionId, AnswerFault)>> {
    if let Some(longest) = longest_of_too_much(answers) {
        return Err(vec![(longest.clone(), AnswerFault::TooMuch)]);
    }
    let questions = || form.sections.iter().flat_map(|section| &section.questions);
    // As they are kept; what is wrong stays as it came, so that the path is the one that the shopper saw.
    let mut kept = Answers::new();
    let mut wrong: Vec<(&QuestionId, AnswerFault)> = Vec::new();
    for question in questions() {
        let Some(answer) = answers.get(&question.id) else { continue };
        match check(question, answer, facts) {
            Ok(answer) if is_nothing(&answer) => {}
            Ok(answer) => drop(kept.insert(question.id.clone(), answer)),
            Err(fault) => {
                kept.insert(question.id.clone(), answer.clone());
                wrong.push((&question.id, fault));
            }
        }
    }

    let (path, state) = walk(form, &kept, facts);
    let mut shown = path.shown.iter().filter_map(|place| place.of(form)).peekable();
    let mut faults = Vec::new();
    for question in questions() {
        let is_shown = shown.next_if(|next| std::ptr::eq(*next, question)).is_some();
        let fault = if !is_shown {
            answers.contains_key(&question.id).then_some(AnswerFault::NotAsked)
        } else if let Some((_, fault)) = wrong.iter().find(|(id, _)| **id == question.id) {
            Some(fault.clone())
        } else if kept.contains_key(&question.id) {
            let broken = question.checks.iter().find(|check| !state.holds(&check.holds));
            broken.map(|check| AnswerFault::Check(check.message.clone()))
        } else {
            missing(question)
        };
        faults.extend(fault.map(|fault| (question.id.clone(), fault)));
    }
    let unknown = answers.keys().filter(|id| !questions().any(|question| question.id == **id));
    faults.extend(unknown.map(|id| (id.clone(), AnswerFault::NotAsked)));
    if !faults.is_empty() {
        return Err(faults);
    }

    let in_order = || path.shown.iter().filter_map(|place| place.of(form));
    let answered = || in_order().filter_map(|question| Some((question, kept.get(&question.id)?)));
    let slot = answered().find_map(|(question, answer)| match (&question.kind, answer) {
        (QuestionKind::Slot(rule), Answer::Slot(at)) => Some((*at, rule.minutes, rule.remind_minutes)),
        _ => None,
    });
    let phone = answered().find_map(|(_, answer)| match answer {
        Answer::Phone(number) => Some(number.clone()),
        _ => None,
    });
    let lines = summary(form, &kept, facts);
    Ok(Checked { answers: kept, lines, slot, phone })
}

/// What is wrong with no answer.
fn missing(question: &Question) -> Option<AnswerFault> {
    question.required.then_some(match question.kind {
        QuestionKind::Consent => AnswerFault::NotTicked,
        _ => AnswerFault::Missing,
    })
}

/// The longest answer, if all together are too long.
fn longest_of_too_much(answers: &Answers) -> Option<&QuestionId> {
    let weights = || answers.iter().map(|(id, answer)| (id, id.as_str().len() + bytes(answer)));
    let all = weights().fold(0_usize, |sum, (_, bytes)| sum.saturating_add(bytes));
    if all <= limits::ANSWERS_BYTES {
        return None;
    }
    weights().max_by_key(|(_, bytes)| *bytes).map(|(id, _)| id)
}

/// How many bytes an answer has as JSON: never fewer than it has, but for characters that JSON escapes.
fn bytes(answer: &Answer) -> usize {
    /// Names of fields, quotes, brackets.
    const AROUND: usize = 40;
    let list = |lengths: &mut dyn Iterator<Item = usize>| lengths.map(|length| length + 3).sum();
    AROUND
        + match answer {
            Answer::Text(text) | Answer::Date(text) | Answer::Phone(text) => text.len(),
            Answer::Choices(chosen) => list(&mut chosen.iter().map(String::len)),
            Answer::Products(products) => list(&mut products.iter().map(|product| product.as_str().len())),
            Answer::Photos(photos) => photos.len() * 40,
            // With its three areas.
            Answer::Address(address) => address.words.len() + 60,
            Answer::Number(_) | Answer::Money(_) | Answer::Slot(_) | Answer::Consent(_) => 20,
        }
}

#[cfg(test)]
mod tests;
