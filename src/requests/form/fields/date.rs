//! A day: from the browser's calendar, or typed as people write it.

use alap_protocol::answer::Answer;
use leptos::{html, prelude::*};
use time::{Date, Duration};

use super::{
    super::{faults::day, question::Field},
    text,
};
use crate::requests::words::{tr, words};

/// The field that is typed into, and beside it the calendar.
pub(super) fn date(field: &Field, earliest: u16, latest: u16) -> AnyView {
    let (scope, question) = (field.scope, field.question.clone());
    let locale = scope.state.panel.locale;
    let typed = NodeRef::<html::Input>::new();
    let bound = move |days: u16| {
        let today = scope.facts()?.today;
        today.checked_add(Duration::days(i64::from(days))).map(written)
    };
    let chosen = {
        let field = field.clone();
        move || match field.answer() {
            Some(Answer::Date(day)) => day,
            _ => String::new(),
        }
    };
    let said = {
        let chosen = chosen.clone();
        move || Some(chosen()).filter(|day| !day.is_empty()).map(|it| day(locale.get(), &it))
    };
    let pick = {
        let question = question.clone();
        move |event| {
            let picked = event_target_value(&event);
            if let Some(field) = typed.get_untracked() {
                field.set_value(&picked);
            }
            scope.set_typed(&question, picked);
            scope.look_over(&question);
        }
    };
    let looked_over = question.clone();
    view! {
        <span class="field-line">
            <input
                class="field"
                id=field.id.clone()
                type="text"
                inputmode="text"
                dir="auto"
                enterkeyhint="next"
                placeholder=move || tr(locale.get(), "form.date_example")
                aria-describedby=field.described_by()
                aria-invalid=field.invalid()
                aria-required=question.required.then_some("true")
                node_ref=typed
                prop:value=text::initial(field)
                on:input=move |event| scope.set_typed(&question, event_target_value(&event))
                on:change=move |_| scope.look_over(&looked_over)
            />
            <input
                class="field field-calendar"
                type="date"
                aria-label=words(locale, "form.calendar")
                min=move || bound(earliest)
                max=move || bound(latest)
                prop:value=chosen
                on:change=pick
            />
        </span>
        <p class="read-back" role="status">{said}</p>
    }
    .into_any()
}

/// `YYYY-MM-DD`.
fn written(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}
