//! The controls, one for each kind of question.

mod address;
mod choice;
mod consent;
mod date;
mod photo;
mod product;
mod slot;
mod text;

use alap_protocol::form::QuestionKind;
use leptos::prelude::*;

pub(in crate::requests) use slot::day_words;

use super::question::Field;

/// The control for a question.
pub(super) fn control(field: &Field) -> AnyView {
    match &field.question.kind {
        QuestionKind::ShortText { .. } => text::line(field, "text", "text", None),
        QuestionKind::LongText { .. } => text::lines(field),
        QuestionKind::Number { unit, .. } => text::line(field, "text", "decimal", Some(unit.clone())),
        QuestionKind::Budget { .. } => text::line(field, "text", "text", None),
        QuestionKind::Phone => text::line(field, "tel", "tel", None),
        QuestionKind::Date { earliest, latest } => date::date(field, *earliest, *latest),
        QuestionKind::Choice { look, choices, most, .. } => choice::choice(field, *look, choices, *most),
        QuestionKind::Address => address::address(field),
        QuestionKind::Photo { most } => photo::photos(field, *most),
        QuestionKind::Product { most } => product::products(field, *most),
        QuestionKind::Consent => consent::consent(field),
        QuestionKind::Slot(rule) => slot::slot(field, *rule),
    }
}
