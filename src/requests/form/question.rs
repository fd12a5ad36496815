//! A question: what is asked, the control for it, a few words that help, and what is wrong with the answer.

use std::sync::Arc;

use alap_intake::Place;
use alap_protocol::{
    answer::Answer,
    form::{Question, QuestionKind},
};
use leptos::prelude::*;

use super::{faults::sentence, fields, scope::Scope};
use crate::requests::words::{said, said_in, tr};

/// A question on the screen, as its control sees it.
#[derive(Clone)]
pub(super) struct Field {
    pub(super) scope: Scope,
    pub(super) question: Arc<Question>,
    /// The id of its control; others begin with it.
    pub(super) id: String,
}

impl Field {
    /// The answer as it stands; followed as it changes.
    pub(super) fn answer(&self) -> Option<Answer> {
        self.scope.answer(&self.question.id)
    }

    pub(super) fn set(&self, answer: Option<Answer>) {
        self.scope.set(&self.question.id, answer);
    }

    /// Is something said beside it?
    pub(super) fn is_faulty(&self) -> Signal<bool> {
        let (faults, id) = (self.scope.faults, self.question.id.clone());
        Signal::derive(move || faults.with(|faults| faults.contains_key(&id)))
    }

    /// `true`, or nothing: for `aria-invalid`.
    pub(super) fn invalid(&self) -> Signal<Option<&'static str>> {
        let faulty = self.is_faulty();
        Signal::derive(move || faulty.get().then_some("true"))
    }

    /// The ids of what is said about it.
    pub(super) fn described_by(&self) -> String {
        format!("{}-help {}-fault", self.id, self.id)
    }
}

/// The question that stands there.
pub(super) fn question(scope: Scope, place: Place) -> AnyView {
    let Some(question) = place.of(&scope.form.get_value()).cloned().map(Arc::new) else {
        return ().into_any();
    };
    let locale = scope.state.panel.locale;
    let id = format!("q-{}-{}", place.section, place.question);
    let field = Field { scope, question: question.clone(), id: id.clone() };
    let name = question.id.as_str().to_owned();
    let label = label(&field);
    let help = question.help.clone();
    let help = (!help.is_empty()).then(|| {
        let lang = help.clone();
        view! {
            <p class="question-help" id=format!("{id}-help") lang=said_in(locale, lang)>
                {said(locale, help)}
            </p>
        }
    });
    let fault = {
        let id = question.id.clone();
        move || {
            let fault = scope.faults.with(|faults| faults.get(&id).cloned())?;
            Some(sentence(locale.get(), &fault, &scope.state.currency()))
        }
    };
    let fault = view! { <p class="question-fault" id=format!("{id}-fault")>{fault}</p> };
    let control = fields::control(&field);
    if is_group(&question.kind) {
        view! {
            <fieldset
                class="question"
                data-question=name
                tabindex="-1"
                aria-describedby=field.described_by()
                aria-invalid=field.invalid()
            >
                <legend>{label}</legend>
                {help}
                {fault}
                {control}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="question" data-question=name>
                <label for=id>{label}</label>
                {help}
                {control}
                {fault}
            </div>
        }
        .into_any()
    }
}

/// Is it answered by more than one control?
fn is_group(kind: &QuestionKind) -> bool {
    matches!(
        kind,
        QuestionKind::Choice { .. }
            | QuestionKind::Address
            | QuestionKind::Photo { .. }
            | QuestionKind::Product { .. }
            | QuestionKind::Consent
            | QuestionKind::Slot(_)
    )
}

fn label(field: &Field) -> AnyView {
    let locale = field.scope.state.panel.locale;
    let words = field.question.label.clone();
    let lang = words.clone();
    let optional = (!field.question.required).then(|| {
        view! { <span class="question-optional">" " {move || tr(locale.get(), "form.optional")}</span> }
    });
    view! {
        <span lang=said_in(locale, lang)>{said(locale, words)}</span>
        {optional}
    }
    .into_any()
}
