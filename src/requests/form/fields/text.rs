//! Fields that are typed into: text, number, money, phone.

use alap_protocol::{answer::Answer, form::QuestionKind, locale::Localized};
use alap_ui::words::money;
use leptos::{ev::KeyboardEvent, prelude::*};

use super::super::{faults::plain, question::Field};
use crate::requests::words::{said, tr_with};

/// What stands in the field when it is drawn: as it was typed, or else the answer that was filled in.
pub(super) fn initial(field: &Field) -> String {
    untrack(|| {
        let typed = field.scope.draft().and_then(|draft| draft.typed.get(&field.question.id).cloned());
        typed.or_else(|| field.answer().map(|answer| as_typed(&answer))).unwrap_or_default()
    })
}

fn as_typed(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) | Answer::Date(text) => text.clone(),
        Answer::Phone(phone) => phone.strip_prefix("+88").unwrap_or(phone).to_owned(),
        Answer::Number(number) => plain(*number),
        // Hundredths in thousandths.
        Answer::Money(amount) => plain(amount.saturating_mul(10)),
        _ => String::new(),
    }
}

/// One line. A unit stands behind it.
pub(super) fn line(
    field: &Field,
    kind: &'static str,
    keys: &'static str,
    unit: Option<Localized>,
) -> AnyView {
    let locale = field.scope.state.panel.locale;
    let (scope, question) = (field.scope, field.question.clone());
    let looked_over = question.clone();
    let unit = unit.filter(|unit| !unit.is_empty()).map(|unit| {
        view! { <span class="field-unit">{said(locale, unit)}</span> }
    });
    let fill_in = match question.kind {
        QuestionKind::Phone => Some("tel"),
        _ => None,
    };
    view! {
        <span class="field-line">
            <input
                class="field"
                id=field.id.clone()
                type=kind
                inputmode=keys
                autocomplete=fill_in
                dir="auto"
                enterkeyhint="next"
                aria-describedby=field.described_by()
                aria-invalid=field.invalid()
                aria-required=question.required.then_some("true")
                prop:value=initial(field)
                on:keydown=not_while_composing
                on:input=move |event| scope.set_typed(&question, event_target_value(&event))
                on:change=move |_| scope.look_over(&looked_over)
            />
            {unit}
        </span>
        {read_back(field)}
    }
    .into_any()
}

/// Some lines. Enter makes a new one.
pub(super) fn lines(field: &Field) -> AnyView {
    let (scope, question) = (field.scope, field.question.clone());
    let looked_over = question.clone();
    view! {
        <textarea
            class="field"
            id=field.id.clone()
            rows="4"
            dir="auto"
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            aria-required=question.required.then_some("true")
            prop:value=initial(field)
            on:input=move |event| scope.set_typed(&question, event_target_value(&event))
            on:change=move |_| scope.look_over(&looked_over)
        ></textarea>
    }
    .into_any()
}

/// Enter that ends a word of a Bangla keyboard does not send the form.
fn not_while_composing(event: KeyboardEvent) {
    if event.key() == "Enter" && (event.is_composing() || event.key_code() == 229) {
        event.prevent_default();
    }
}

/// Money is said back as it was understood.
fn read_back(field: &Field) -> Option<AnyView> {
    if !matches!(field.question.kind, QuestionKind::Budget { .. }) {
        return None;
    }
    let (scope, id) = (field.scope, field.question.id.clone());
    let locale = scope.state.panel.locale;
    let said = move || {
        let Some(Answer::Money(amount)) = scope.answer(&id) else { return None };
        let amount = money(locale.get(), amount, &scope.state.currency());
        Some(tr_with(locale.get(), "form.understood", &[("value", &amount)]))
    };
    Some(view! { <p class="read-back" role="status">{said}</p> }.into_any())
}
