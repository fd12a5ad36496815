//! What stands around the questions: how far it is, what is worked out, the way to begin anew.

use alap_intake::summary;
use alap_protocol::answer::SummaryLine;
use alap_ui::words::number;
use leptos::prelude::*;

use super::scope::Scope;
use crate::requests::{
    draft::Draft,
    drafts, opening,
    state::Screen,
    words::{tr, tr_with, words},
};

/// How far it is.
#[component]
pub(super) fn Progress(scope: Scope) -> impl IntoView {
    let locale = scope.state.panel.locale;
    let count = Memo::new(move |_| scope.steps.with(Vec::len));
    let at = Memo::new(move |_| scope.current.get().min(count.get()));
    let said = move || {
        let locale = locale.get();
        if at.get() >= count.get() {
            return tr(locale, "form.almost_done");
        }
        let (at, count) = (number(locale, at.get() + 1), number(locale, count.get()));
        tr_with(locale, "form.progress", &[("at", &at), ("count", &count)])
    };
    view! {
        <div class="request-progress">
            <p id="request-progress">{said}</p>
            <div
                class="progress"
                role="progressbar"
                aria-labelledby="request-progress"
                aria-valuemin="0"
                aria-valuemax=move || count.get().to_string()
                aria-valuenow=move || at.get().to_string()
            >
                <span style:width=move || format!("{}%", at.get() * 100 / count.get().max(1))></span>
            </div>
        </div>
    }
}

/// What is worked out so far.
#[component]
pub(super) fn Computed(scope: Scope) -> impl IntoView {
    let locale = scope.state.panel.locale;
    let form = scope.form.get_value();
    let lines = Memo::new(move |_| {
        if scope.path.with(|path| path.computed.is_empty()) {
            return Vec::new();
        }
        let (Some(draft), Some(facts)) = (scope.draft(), scope.facts()) else { return Vec::new() };
        let is_computed = |line: &SummaryLine| form.computed.iter().any(|known| known.id == line.question);
        summary(&form, &draft.answers, &facts).into_iter().filter(is_computed).collect()
    });
    let line = move |line: SummaryLine| {
        view! {
            <div data-computed=line.question.as_str().to_owned()>
                <dt>{line.label.get(locale.get()).to_owned()}</dt>
                <dd>{line.value.get(locale.get()).to_owned()}</dd>
            </div>
        }
    };
    view! {
        <dl class="request-computed" aria-live="polite">
            {move || lines.get().into_iter().map(line).collect_view()}
        </dl>
    }
}

/// A way to begin anew, and back if that was a slip.
#[component]
pub(super) fn StartAgain(scope: Scope) -> impl IntoView {
    let (state, id) = (scope.state, scope.id);
    let locale = state.panel.locale;
    let is_touched =
        Memo::new(move |_| state.drafts.with(|drafts| drafts.get(&id).is_some_and(|draft| draft.touched)));
    let again = move |_| {
        let before = opening::start_again(state, &scope.form.get_value(), id);
        state.undone.set(before);
    };
    let undo = move |_| {
        if let Some(before) = state.undone.try_update(Option::take).flatten() {
            let old = before.id;
            drafts::set_aside(state, id);
            drafts::put_back(state, before);
            state.screen.set(Screen::Form(old));
        }
    };
    let same_form = move |before: &Draft| before.form == scope.form.with_value(|form| form.id.clone());
    view! {
        <div class="request-again" role="status">
            {move || {
                if is_touched.get() {
                    return Some(view! {
                        <button type="button" class="link" data-move="again" on:click=again>
                            {words(locale, "form.start_again")}
                        </button>
                    }
                    .into_any());
                }
                state.undone.with(|before| before.as_ref().is_some_and(same_form)).then(|| {
                    view! {
                        <p>
                            {words(locale, "form.started_again")} " "
                            <button type="button" class="link" data-move="undo" on:click=undo>{words(locale, "form.undo")}</button>
                        </p>
                    }
                    .into_any()
                })
            }}
        </div>
    }
}
