//! Whether a form can work.

use alap_protocol::{
    form::{Condition, Form, FormKind, FormSection, Question, QuestionKind},
    limits,
};

use super::{
    FormFault, FormFaultKind, Many, Part, Spot,
    claims::{self, Questions},
    flow::Names,
    kinds, size, sort_computed,
};
use crate::Place;

/// Sections of a form: no more than questions.
const SECTIONS: usize = limits::FORM_QUESTIONS;
/// Checks of a question, and jumps.
const CHECKS: usize = 20;

/// All that is wrong with a form, in its order: the form itself, its sections and questions, its computed values.
///
/// Of conditions that can never hold it finds the simple ones: a single choice that should be two, something and its `not`, a
/// number beyond its question's bounds or between two that leave none, constants. Of questions that cannot be reached it finds
/// those that jumps which always count pass by, from whichever question shown before them.
pub fn check_form(form: &Form) -> Vec<FormFault> {
    let mut checker = Checker { form, names: Names::new(form), faults: Vec::new() };
    checker.whole();
    // More than there may be is not looked at one by one.
    let has_too_many =
        |fault: &FormFault| matches!((&fault.spot, &fault.kind), (Spot::Form, FormFaultKind::TooMany { .. }));
    if !checker.faults.iter().any(has_too_many) {
        checker.sections();
        checker.computed();
    }
    checker.faults
}

struct Checker<'a> {
    form: &'a Form,
    names: Names<'a>,
    faults: Vec<FormFault>,
}

impl<'a> Checker<'a> {
    fn whole(&mut self) {
        let form = self.form;
        let mut note = |part, kind| self.faults.push(FormFault { spot: Spot::Form, part, kind });
        kinds::words(&form.title, true, Part::Label, &mut note);
        kinds::words(&form.intro, false, Part::Intro, &mut note);
        kinds::words(&form.thanks, false, Part::Thanks, &mut note);
        kinds::words(&form.terms, false, Part::Terms, &mut note);
        let count: usize = form.sections.iter().map(|section| section.questions.len()).sum();
        for (what, is, most) in [
            (Many::Sections, form.sections.len(), SECTIONS),
            (Many::Questions, count, limits::FORM_QUESTIONS),
            (Many::Computed, form.computed.len(), limits::FORM_COMPUTED),
        ] {
            if is > most {
                note(Part::Whole, FormFaultKind::TooMany { what, most });
            }
        }
        if count == 0 {
            note(Part::Whole, FormFaultKind::NoQuestions);
        }
        let mut questions = form.sections.iter().flat_map(|section| &section.questions);
        let has_slot = questions.any(|question| matches!(question.kind, QuestionKind::Slot(_)));
        if form.kind == FormKind::Call && !has_slot {
            note(Part::Whole, FormFaultKind::NoSlot);
        }
    }

    fn sections(&mut self) {
        let reached = reached(self.form, &self.names);
        let (mut order, mut has_slot) = (0, false);
        for (section, within) in self.form.sections.iter().enumerate() {
            let spot = Spot::Section(section);
            kinds::words(&within.title, false, Part::Label, &mut |part, kind| {
                self.faults.push(FormFault { spot: spot.clone(), part, kind });
            });
            if let Some(condition) = &within.show_when {
                self.condition(condition, order, &spot, Part::ShowWhen, None);
            }
            for (question, asked) in within.questions.iter().enumerate() {
                let spot = Spot::Question { at: Place { section, question }, id: asked.id.clone() };
                let mut note = |part, kind| self.faults.push(FormFault { spot: spot.clone(), part, kind });
                if self.names.questions.get(&asked.id).is_some_and(|(first, _)| *first != order) {
                    note(Part::Whole, FormFaultKind::DuplicateName);
                }
                kinds::check(asked, &mut note);
                if matches!(asked.kind, QuestionKind::Slot(_)) {
                    if has_slot {
                        note(Part::Whole, FormFaultKind::SecondSlot);
                    }
                    has_slot = true;
                }
                if !reached.get(order).copied().unwrap_or(true) {
                    note(Part::Whole, FormFaultKind::Unreachable);
                }
                self.conditions(within, asked, order, &spot);
                order += 1;
            }
        }
    }

    /// The question's own conditions: `show_when`, checks, jumps.
    fn conditions(&mut self, section: &FormSection, question: &Question, order: usize, spot: &Spot) {
        for (what, is) in [(Many::Checks, question.checks.len()), (Many::Jumps, question.jumps.len())] {
            if is > CHECKS {
                let kind = FormFaultKind::TooMany { what, most: CHECKS };
                self.faults.push(FormFault { spot: spot.clone(), part: Part::Whole, kind });
                return;
            }
        }
        if let Some(condition) = &question.show_when {
            self.condition(condition, order, spot, Part::ShowWhen, section.show_when.as_ref());
        }
        for (at, check) in question.checks.iter().enumerate() {
            self.condition(&check.holds, order + 1, spot, Part::Check(at), None);
        }
        let mut is_decided = false;
        for (at, jump) in question.jumps.iter().enumerate() {
            let part = Part::Jump(at);
            if let Some(condition) = &jump.when {
                self.condition(condition, order + 1, spot, part, None);
            }
            let mut note = |kind| self.faults.push(FormFault { spot: spot.clone(), part, kind });
            if is_decided {
                note(FormFaultKind::DeadJump);
            }
            is_decided |= jump.when.is_none();
            let Some(to) = &jump.to else { continue };
            match self.names.questions.get(to) {
                None => note(FormFaultKind::JumpUnknown { to: to.clone() }),
                Some((target, _)) if *target <= order => note(FormFaultKind::JumpBack { to: to.clone() }),
                Some(_) => {}
            }
        }
    }

    fn condition(
        &mut self,
        condition: &Condition,
        known: usize,
        spot: &Spot,
        part: Part,
        beside: Option<&Condition>,
    ) {
        let before = self.faults.len();
        let Self { names, faults, .. } = self;
        let mut note = |kind| faults.push(FormFault { spot: spot.clone(), part, kind });
        names.check_condition(condition, known, &mut note);
        // What names the wrong things holds or does not for other reasons.
        if faults.len() > before
            || beside.is_some_and(|beside| size::depth_of_condition(beside) > size::DEEPEST)
        {
            return;
        }
        let questions: Questions<'_> =
            names.questions.iter().map(|(id, (_, question))| (*id, *question)).collect();
        let all: Vec<&Condition> = std::iter::once(condition).chain(beside).collect();
        if claims::never_hold(&all, &questions) {
            faults.push(FormFault { spot: spot.clone(), part, kind: FormFaultKind::NeverHolds });
        } else if claims::always_holds(condition) {
            faults.push(FormFault { spot: spot.clone(), part, kind: FormFaultKind::AlwaysHolds });
        }
    }

    fn computed(&mut self) {
        let cycle = sort_computed(&mut self.form.computed.clone()).err().unwrap_or_default();
        let mut is_told = false;
        for (at, computed) in self.form.computed.iter().enumerate() {
            let spot = Spot::Computed { at, id: computed.id.clone() };
            let Self { names, faults, form } = self;
            let mut note = |part, kind| faults.push(FormFault { spot: spot.clone(), part, kind });
            let is_twice = names.questions.contains_key(&computed.id)
                || form.computed[..at].iter().any(|before| before.id == computed.id);
            if is_twice {
                note(Part::Whole, FormFaultKind::DuplicateName);
            }
            kinds::words(&computed.label, false, Part::Label, &mut note);
            if let alap_protocol::form::Shown::Number(unit) = &computed.shown {
                kinds::words(unit, false, Part::Unit, &mut note);
            }
            let is_in_cycle = cycle.contains(&computed.id);
            if is_in_cycle && !is_told {
                note(Part::Value, FormFaultKind::Cycle { names: cycle.clone() });
                is_told = true;
            }
            names.check_value(&computed.value, at, &mut |kind| {
                // The cycle says it already.
                if !(is_in_cycle && matches!(kind, FormFaultKind::ComputedOrder { .. })) {
                    note(Part::Value, kind);
                }
            });
        }
    }
}

/// Which questions some answers can lead to; a condition may hold or not.
fn reached(form: &Form, names: &Names<'_>) -> Vec<bool> {
    let count = form.sections.iter().map(|section| section.questions.len()).sum();
    let mut reached = vec![false; count];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    let questions = form
        .sections
        .iter()
        .flat_map(|section| section.questions.iter().map(|question| (section.show_when.is_some(), question)));
    for (at, (may_be_hidden, question)) in questions.enumerate() {
        if !reached[at] {
            continue;
        }
        let mut falls_through = true;
        for jump in &question.jumps {
            let target = match &jump.to {
                None => Some(count),
                Some(to) => names.questions.get(to).map(|(target, _)| *target).filter(|target| *target > at),
            };
            // A jump that leads nowhere is told as such; here it is none.
            let Some(target) = target else { break };
            if let Some(there) = reached.get_mut(target) {
                *there = true;
            }
            if jump.when.is_none() {
                falls_through = may_be_hidden || question.show_when.is_some();
                break;
            }
        }
        if let Some(next) = reached.get_mut(at + 1).filter(|_| falls_through) {
            *next = true;
        }
    }
    reached
}

#[cfg(test)]
mod tests;
