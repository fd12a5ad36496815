//! What conditions and expressions name, and whether it is known by then.

use std::collections::BTreeMap;

use alap_protocol::{
    form::{Condition, Expression, Form, Question, QuestionKind},
    id::QuestionId,
};

use super::{FormFaultKind, size};
use crate::names;

/// How a name is used.
enum Use<'a> {
    /// `answered(name)`.
    Answered(&'a QuestionId),
    /// `name is word`.
    Is(&'a QuestionId, &'a str),
    /// As a number.
    Number(&'a QuestionId),
}

/// Questions and computed values by name; the first of each name counts.
pub(super) struct Names<'a> {
    pub(super) questions: BTreeMap<&'a QuestionId, (usize, &'a Question)>,
    computed: BTreeMap<&'a QuestionId, Computed<'a>>,
}

/// A computed value: its place, and the last question that it needs.
#[derive(Clone, Copy)]
struct Computed<'a> {
    at: usize,
    needs: Option<(usize, &'a QuestionId)>,
}

impl<'a> Names<'a> {
    pub(super) fn new(form: &'a Form) -> Self {
        let mut names = Self { questions: BTreeMap::new(), computed: BTreeMap::new() };
        let questions = form.sections.iter().flat_map(|section| &section.questions);
        for (at, question) in questions.enumerate() {
            names.questions.entry(&question.id).or_insert((at, question));
        }
        for (at, computed) in form.computed.iter().enumerate() {
            let mut needs = None;
            names::in_expression(&computed.value, &mut |name| {
                let one = names.questions.get_key_value(name).map(|(id, (at, _))| (*at, *id));
                needs = needs.max(one).max(names.computed.get(name).and_then(|before| before.needs));
            });
            names.computed.entry(&computed.id).or_insert(Computed { at, needs });
        }
        names
    }

    /// What is wrong with a condition where the questions before `known` are known.
    pub(super) fn check_condition(
        &self,
        condition: &Condition,
        known: usize,
        note: &mut impl FnMut(FormFaultKind),
    ) {
        if !is_small(size::of_condition(condition), note) {
            return;
        }
        in_condition(condition, &mut |used| self.check_use(&used, Some(known), None, note));
    }

    /// What is wrong with the expression of the computed value at this place.
    pub(super) fn check_value(&self, value: &Expression, at: usize, note: &mut impl FnMut(FormFaultKind)) {
        if !is_small(size::of_expression(value), note) {
            return;
        }
        in_expression(value, &mut |used| self.check_use(&used, None, Some(at), note));
    }

    fn check_use(
        &self,
        used: &Use<'_>,
        known: Option<usize>,
        value: Option<usize>,
        note: &mut impl FnMut(FormFaultKind),
    ) {
        let (Use::Answered(id) | Use::Is(id, _) | Use::Number(id)) = *used;
        let name = id.clone();
        if let Some((at, question)) = self.questions.get(id) {
            if known.is_some_and(|known| *at >= known) {
                note(FormFaultKind::LaterQuestion { name });
            }
            check_kind(used, question, note);
        } else if let Some(computed) = self.computed.get(id) {
            match computed.needs {
                Some((at, needs)) if known.is_some_and(|known| at >= known) => {
                    note(FormFaultKind::ComputedTooEarly { name: name.clone(), needs: needs.clone() });
                }
                _ => {}
            }
            if value.is_some_and(|value| computed.at >= value) {
                note(FormFaultKind::ComputedOrder { name: name.clone() });
            }
            if matches!(used, Use::Is(..)) {
                note(FormFaultKind::NotAWord { name });
            }
        } else {
            note(FormFaultKind::UnknownQuestion { name });
        }
    }
}

fn is_small((depth, parts): (usize, usize), note: &mut impl FnMut(FormFaultKind)) -> bool {
    if depth > size::DEEPEST {
        note(FormFaultKind::TooDeep { most: size::DEEPEST });
        return false;
    }
    if parts > size::LARGEST {
        note(FormFaultKind::TooLarge { most: size::LARGEST });
        return false;
    }
    true
}

fn check_kind(used: &Use<'_>, question: &Question, note: &mut impl FnMut(FormFaultKind)) {
    let name = question.id.clone();
    match (used, &question.kind) {
        (Use::Is(_, word), QuestionKind::Choice { choices, .. })
            if !choices.iter().any(|choice| choice.id == *word) =>
        {
            note(FormFaultKind::UnknownChoice { of: name, choice: (*word).to_owned() });
        }
        (
            Use::Is(..),
            QuestionKind::Choice { .. }
            | QuestionKind::Product { .. }
            | QuestionKind::ShortText { .. }
            | QuestionKind::LongText { .. },
        ) => {}
        (Use::Is(..), _) => note(FormFaultKind::NotAWord { name }),
        (
            Use::Number(_),
            QuestionKind::ShortText { .. }
            | QuestionKind::LongText { .. }
            | QuestionKind::Date { .. }
            | QuestionKind::Phone
            | QuestionKind::Address
            | QuestionKind::Slot(_),
        ) => note(FormFaultKind::NotANumber { name }),
        _ => {}
    }
}

/// Tells `each` what is named. The depth was looked at before.
fn in_condition<'a>(condition: &'a Condition, each: &mut impl FnMut(Use<'a>)) {
    match condition {
        Condition::All(all) | Condition::Any(all) => {
            for one in all {
                in_condition(one, each);
            }
        }
        Condition::Not(one) => in_condition(one, each),
        Condition::Answered(id) => each(Use::Answered(id)),
        Condition::Is(id, word) => each(Use::Is(id, word)),
        Condition::Compare(one, _, other) => {
            in_expression(one, each);
            in_expression(other, each);
        }
    }
}

fn in_expression<'a>(expression: &'a Expression, each: &mut impl FnMut(Use<'a>)) {
    match expression {
        Expression::Number(_) | Expression::Price => {}
        Expression::Of(id) => each(Use::Number(id)),
        Expression::Add(one, other)
        | Expression::Subtract(one, other)
        | Expression::Multiply(one, other)
        | Expression::Divide(one, other)
        | Expression::Least(one, other)
        | Expression::Most(one, other) => {
            in_expression(one, each);
            in_expression(other, each);
        }
        Expression::If(condition, one, other) => {
            in_condition(condition, each);
            in_expression(one, each);
            in_expression(other, each);
        }
    }
}
