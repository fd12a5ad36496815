//! All of it once more, before it is sent: what goes to whom, and the shop's terms.

use alap_intake::{asked, check_all, summary};
use alap_protocol::{
    answer::SummaryLine,
    id::{PhotoId, QuestionId},
};
use leptos::prelude::*;

use super::{scope::Scope, view::change};
use crate::requests::{
    draft::{Draft, Stage},
    drafts, photos,
    state::State,
    thumbnail::thumbnail,
    words::{said, said_in, tr_with, words},
};

/// The answers, the terms, and the button that sends.
pub(super) fn review(scope: Scope) -> AnyView {
    let state = scope.state;
    let locale = state.panel.locale;
    let form = scope.form.get_value();
    let lines = {
        let form = form.clone();
        Memo::new(move |_| {
            let (Some(draft), Some(facts)) = (scope.draft(), scope.facts()) else { return Vec::new() };
            summary(&form, &draft.answers, &facts)
        })
    };
    let line = move |line: SummaryLine| {
        let question = line.question.clone();
        let can_change = super::steps::spot_of(&scope.form.get_value(), &question).is_some();
        let change = can_change.then(|| {
            let label = line.label.clone();
            let words_of =
                move || tr_with(locale.get(), "review.change_what", &[("what", label.get(locale.get()))]);
            view! {
                <button
                    type="button"
                    class="link"
                    data-change=question.as_str().to_owned()
                    aria-label=words_of
                    on:click=move |_| change(scope, &question)
                >
                    {words(locale, "review.change")}
                </button>
            }
        });
        answered(state, line, change.into_any())
    };
    let what = move || {
        let key = if state.panel.handed_over.get() { "review.goes_answers" } else { "review.goes_talk" };
        tr_with(locale.get(), key, &[("shop", &state.shop_name())])
    };
    let terms = form.terms.clone();
    let terms_view = (!terms.is_empty()).then(|| {
        let lang = terms.clone();
        view! {
            <section class="request-terms">
                <h3>{words(locale, "review.terms")}</h3>
                <p lang=said_in(locale, lang)>{said(locale, terms)}</p>
            </section>
        }
    });
    let back = move |_| {
        scope.walk();
        scope.go_to(scope.steps.with_untracked(Vec::len).saturating_sub(1));
    };
    view! {
        <div class="request-review">
            <dl class="summary-lines">{move || lines.get().into_iter().map(line).collect_view()}</dl>
            {terms_view}
            <p class="request-goes">{what}</p>
            <p class="photo-status" role="status">{move || photos::preparing(state)}</p>
            <div class="request-moves">
                <button
                    type="button"
                    class="button"
                    data-move="send"
                    disabled=move || state.preparing.get() != 0
                    on:click=move |_| send(scope)
                >
                    {words(locale, "review.send")}
                </button>
                <button type="button" class="button button-quiet" data-move="back" on:click=back>
                    {words(locale, "form.back")}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// A line of a summary, with what can be done about it.
pub(in crate::requests) fn answered(state: State, line: SummaryLine, act: AnyView) -> AnyView {
    let locale = state.panel.locale;
    let SummaryLine { question, label, value, photos } = line;
    let (label_lang, value_lang) = (label.clone(), value.clone());
    let pictures = (!photos.is_empty()).then(|| {
        let one = |id: PhotoId| view! { <li>{thumbnail(state, id)}</li> };
        view! { <ul class="photos">{photos.into_iter().map(one).collect_view()}</ul> }
    });
    view! {
        <div data-answer=question.as_str().to_owned()>
            <dt lang=said_in(locale, label_lang)>{said(locale, label)}</dt>
            <dd lang=said_in(locale, value_lang)>
                <span class="summary-value">{said(locale, value)}</span>
                {act}
                {pictures}
            </dd>
        </div>
    }
    .into_any()
}

/// Written down first, then sent. What is not right leads back to its question.
fn send(scope: Scope) {
    let state = scope.state;
    let form = scope.form.get_value();
    let (Some(draft), Some(facts)) = (untrack(|| scope.draft()), untrack(|| scope.facts())) else { return };
    let faults = scope.all_faults();
    let first = faulty_step(scope, |question| faults.contains_key(question));
    if let Some(step) = first {
        scope.faults.set(faults);
        return scope.go_to(step);
    }
    let answers = asked(&form, &draft.answers, &facts);
    if let Ok(checked) = check_all(&form, &answers, &facts) {
        let locale = state.panel.locale.get_untracked();
        // Pictures of answers that are not shown any more are not sent.
        let sent = Draft::photos(&checked.answers);
        drafts::answer(state, scope.id, |draft| {
            draft.answers = checked.answers;
            draft.uploaded.retain(|photo| sent.contains(photo));
            draft.stage = Stage::Sending(locale);
            draft.trouble = None;
        });
        state.wake();
    }
}

fn faulty_step(scope: Scope, is_faulty: impl Fn(&QuestionId) -> bool) -> Option<usize> {
    let form = scope.form.get_value();
    scope.steps.with_untracked(|steps| {
        steps.iter().position(|step| {
            step.iter().filter_map(|spot| spot.of(&form)).any(|question| is_faulty(&question.id))
        })
    })
}
