//! What the questions of one form on the screen share.

use std::{collections::BTreeMap, sync::Arc};

use alap_intake::{AnswerFault, Facts, Path, path, read};
use alap_protocol::{
    answer::Answer,
    form::{Form, Question},
    id::{QuestionId, RequestId},
};
use leptos::prelude::*;

use super::{
    faults::faults,
    steps::{self, Step},
};
use crate::requests::{
    draft::{Draft, Place},
    drafts, facts,
    state::State,
};

/// A form on the screen. Copied into its questions.
#[derive(Clone, Copy)]
pub(super) struct Scope {
    pub(super) state: State,
    pub(super) id: RequestId,
    pub(super) form: StoredValue<Arc<Form>>,
    /// What is said beside the questions.
    pub(super) faults: RwSignal<BTreeMap<QuestionId, AnswerFault>>,
    /// The questions that are shown, and what is worked out.
    pub(super) path: Memo<Path>,
    pub(super) steps: Memo<Vec<Step>>,
    pub(super) current: Memo<usize>,
}

impl Scope {
    pub(super) fn new(state: State, id: RequestId, form: Arc<Form>) -> Self {
        let stored = StoredValue::new(form);
        let path = Memo::new(move |_| {
            let form = stored.get_value();
            let draft = state.draft(id);
            let of = |draft: &Draft| Some(path(&form, &draft.answers, &facts_of(state, &form, draft)?));
            draft.as_ref().and_then(of).unwrap_or_default()
        });
        let steps = Memo::new(move |_| path.with(|path| steps::steps(&stored.get_value(), &path.shown)));
        let current = Memo::new(move |_| {
            let place = state.drafts.with(|drafts| drafts.get(&id).map(|draft| draft.place.clone()));
            steps.with(|steps| steps::current(&stored.get_value(), steps, &place.unwrap_or_default()))
        });
        Self { state, id, form: stored, faults: RwSignal::default(), path, steps, current }
    }

    pub(super) fn draft(self) -> Option<Draft> {
        self.state.draft(self.id)
    }

    /// The facts for this draft; followed as they come.
    pub(super) fn facts(self) -> Option<Facts> {
        facts_of(self.state, &self.form.get_value(), &self.draft()?)
    }

    /// The answer to a question; followed as it changes.
    pub(super) fn answer(self, question: &QuestionId) -> Option<Answer> {
        self.state.drafts.with(|drafts| drafts.get(&self.id)?.answers.get(question).cloned())
    }

    /// Takes an answer, or its taking back.
    pub(super) fn set(self, question: &QuestionId, answer: Option<Answer>) {
        self.forget_fault(question);
        drafts::answer(self.state, self.id, |draft| draft.answer(question, answer));
    }

    /// Takes what is typed: kept as it is, and as an answer if it is one.
    pub(super) fn set_typed(self, question: &Question, typed: String) {
        self.forget_fault(&question.id);
        let read = untrack(|| self.facts()).map(|facts| read(question, &typed, &facts));
        drafts::answer(self.state, self.id, |draft| {
            draft.typed.insert(question.id.clone(), typed);
            draft.answer(&question.id, read.and_then(|read| read.ok().flatten()));
        });
    }

    /// Says what is wrong with what was typed, if something was and cannot be read.
    pub(super) fn look_over(self, question: &Question) {
        let typed = untrack(|| self.draft()).and_then(|draft| draft.typed.get(&question.id).cloned());
        let facts = untrack(|| self.facts());
        if let (Some(typed), Some(facts)) = (typed, facts)
            && let Err(fault) = read(question, &typed, &facts)
        {
            self.faults.update(|faults| {
                faults.insert(question.id.clone(), fault);
            });
        }
    }

    fn forget_fault(self, question: &QuestionId) {
        // A picture may be ready only when its form is no longer on the screen.
        if self.faults.try_with_untracked(|faults| faults.contains_key(question)) == Some(true) {
            self.faults.update(|faults| {
                faults.remove(question);
            });
        }
        if untrack(|| self.draft()).is_some_and(|draft| draft.trouble.is_some()) {
            drafts::change(self.state, self.id, |draft| draft.trouble = None);
        }
    }

    /// Every fault as it stands now.
    pub(super) fn all_faults(self) -> BTreeMap<QuestionId, AnswerFault> {
        untrack(|| {
            let (draft, facts) = (self.draft(), self.facts());
            match (draft, facts) {
                (Some(draft), Some(facts)) => faults(&self.form.get_value(), &draft, &facts),
                _ => BTreeMap::new(),
            }
        })
    }

    /// Goes somewhere.
    pub(super) fn go(self, place: Place) {
        drafts::change(self.state, self.id, |draft| draft.place = place);
    }

    /// From here on, question by question again.
    pub(super) fn walk(self) {
        drafts::change(self.state, self.id, |draft| draft.reviewed = false);
    }

    /// Goes to a step; behind the last one, all of it is looked at.
    pub(super) fn go_to(self, step: usize) {
        let form = self.form.get_value();
        match self.steps.with_untracked(|steps| steps.get(step).map(|step| steps::place_of(&form, step))) {
            Some(place) => self.go(place),
            None => drafts::change(self.state, self.id, |draft| {
                draft.place = Place::Review;
                draft.reviewed = true;
            }),
        }
    }

    /// On to the next step, if all is well in this one. At the end, to the first that is not.
    pub(super) fn go_on(self) {
        let form = self.form.get_value();
        let all = self.all_faults();
        let (steps, current) = (self.steps.get_untracked(), self.current.get_untracked());
        let of_step = |step: &Step| {
            let ids = step.iter().filter_map(|spot| spot.of(&form)).map(|question| &question.id);
            ids.filter_map(|id| all.get_key_value(id))
                .map(|(id, fault)| (id.clone(), fault.clone()))
                .collect::<BTreeMap<_, _>>()
        };
        let here = steps.get(current).map(of_step).unwrap_or_default();
        if !here.is_empty() {
            self.faults.set(here);
            return focus_fault();
        }
        let reviewed = untrack(|| self.draft()).is_some_and(|draft| draft.reviewed);
        let next = if reviewed { steps.len() } else { current + 1 };
        let faulty = steps.iter().position(|step| !of_step(step).is_empty());
        match faulty {
            Some(step) if next >= steps.len() => {
                self.faults.set(steps.get(step).map(of_step).unwrap_or_default());
                self.go_to(step);
            }
            _ => self.go_to(next),
        }
    }
}

/// Leads to the first question that something is said beside.
fn focus_fault() {
    request_animation_frame(|| {
        let faulty = ".request-form [aria-invalid=true]";
        let found = document().query_selector(faulty).ok().flatten();
        if let Some(field) = found.and_then(|field| wasm_bindgen::JsCast::dyn_into(field).ok()) {
            let field: web_sys::HtmlElement = field;
            field.scroll_into_view();
            // What cannot take the focus is still on the screen.
            let _ = field.focus();
        }
    });
}

fn facts_of(state: State, form: &Form, draft: &Draft) -> Option<Facts> {
    facts::facts(state, form, draft.product.as_ref(), &draft.answers)
}
