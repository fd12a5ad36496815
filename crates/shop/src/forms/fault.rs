//! What `alap-intake` finds wrong with a form, as sentences can be made of it.

use alap_intake::define::{FormFault, FormFaultKind, Limit, Many};
use alap_protocol::{
    form::{Form, QuestionKind},
    id::QuestionId,
    locale::Locale,
};

use crate::{Problem, detail::Figure, nearest::nearest};

/// The name of the whole form where a fault is in no question.
const FORM: &str = "title";

pub(super) fn problem(form: &Form, fault: &FormFault) -> Problem {
    let id = fault.id().map_or_else(|| FORM.to_owned(), ToString::to_string);
    match &fault.kind {
        FormFaultKind::DuplicateName => Problem::DuplicateQuestion { id },
        FormFaultKind::UnknownQuestion { name } => {
            Problem::UnknownQuestion { name: name.to_string(), guess: guess(form, name) }
        }
        FormFaultKind::UnknownChoice { of, choice } => Problem::UnknownChoice {
            of: of.to_string(),
            choice: choice.clone(),
            guess: nearest(choice, choices(form, of)),
        },
        FormFaultKind::NotANumber { name } => Problem::NotANumber { name: name.to_string() },
        FormFaultKind::NotAWord { name } => Problem::NotAWord { name: name.to_string() },
        FormFaultKind::LaterQuestion { name } => Problem::LaterQuestion { name: name.to_string() },
        FormFaultKind::ComputedTooEarly { name, needs } => {
            Problem::ComputedTooEarly { name: name.to_string(), needs: needs.to_string() }
        }
        FormFaultKind::Cycle { names } => {
            Problem::Cycle { names: names.iter().map(ToString::to_string).collect() }
        }
        FormFaultKind::ComputedOrder { name } => Problem::Cycle { names: vec![id, name.to_string()] },
        FormFaultKind::JumpBack { to } => Problem::JumpBack { to: to.to_string() },
        FormFaultKind::JumpUnknown { to } => {
            Problem::UnknownQuestion { name: to.to_string(), guess: guess(form, to) }
        }
        FormFaultKind::DeadJump => Problem::DeadJump { id },
        FormFaultKind::Unreachable => Problem::Unreachable { id },
        FormFaultKind::NeverHolds => Problem::NeverHolds {},
        FormFaultKind::AlwaysHolds => Problem::AlwaysHolds {},
        FormFaultKind::TooMany { what, most } => {
            Problem::TooManyInForm { key: many(*what).to_owned(), most: *most as u64 }
        }
        FormFaultKind::NoQuestions => Problem::NoQuestions {},
        FormFaultKind::NoChoices => Problem::NoChoices { id },
        FormFaultKind::DuplicateChoice { choice } => Problem::DuplicateChoice { id, choice: choice.clone() },
        FormFaultKind::ChoiceName => Problem::BadChoiceName { id },
        FormFaultKind::Colour => Problem::BadChoiceColour { id },
        FormFaultKind::LeastAboveMost => Problem::LeastAboveMost { id },
        FormFaultKind::OutOfBounds { what, least, most } => {
            let figure = |number| figure(*what, number);
            Problem::OutOfBounds { id, least: figure(*least), most: figure(*most) }
        }
        FormFaultKind::NoWords => Problem::NoWords { id },
        FormFaultKind::Untranslated { missing: Locale::Bn } => Problem::NoBangla { id },
        FormFaultKind::Untranslated { missing: Locale::En } => Problem::NoEnglish { id },
        FormFaultKind::ConsentPrefilled => Problem::ConsentPrefilled { id },
        FormFaultKind::PrefillKind => Problem::PrefillKind { id },
        FormFaultKind::SecondSlot => Problem::SecondSlot { id },
        FormFaultKind::NoSlot => Problem::NoSlot {},
        FormFaultKind::TooDeep { most } => Problem::DeepRule { key: id, most: *most as u64 },
        FormFaultKind::TooLarge { most } => Problem::LargeRule { key: id, most: *most as u64 },
    }
}

/// The question or computed value that was perhaps meant.
fn guess(form: &Form, name: &QuestionId) -> Option<String> {
    let questions = form.sections.iter().flat_map(|section| &section.questions).map(|question| &question.id);
    let names = questions.chain(form.computed.iter().map(|computed| &computed.id));
    nearest(name.as_str(), names.map(QuestionId::as_str))
}

/// The names of a question's choices.
fn choices<'a>(form: &'a Form, of: &QuestionId) -> impl Iterator<Item = &'a str> {
    let mut questions = form.sections.iter().flat_map(|section| &section.questions);
    let choices = questions.find(|question| question.id == *of).and_then(|question| match &question.kind {
        QuestionKind::Choice { choices, .. } => Some(choices.as_slice()),
        _ => None,
    });
    choices.unwrap_or_default().iter().map(|choice| choice.id.as_str())
}

/// As it is written in the file.
fn many(what: Many) -> &'static str {
    match what {
        Many::Sections => "section",
        Many::Questions => "question",
        Many::Computed => "computed",
        Many::Choices => "choices",
        Many::Checks => "checks",
        Many::Jumps => "jumps",
    }
}

/// A bound in thousandths, whatever it counts.
fn figure(what: Limit, number: i64) -> Figure {
    Figure(match what {
        Limit::Number | Limit::ChoiceValue => number,
        Limit::Money => number.saturating_mul(10),
        _ => number.saturating_mul(1_000),
    })
}
