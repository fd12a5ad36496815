//! A form on the screen.

use std::sync::Arc;

use alap_intake::Place as Spot;
use alap_protocol::{form::Form, id::RequestId};
use leptos::{ev::SubmitEvent, html, prelude::*};

use super::{
    around::{Computed, Progress, StartAgain},
    question::question,
    review::review,
    scope::Scope,
    sending::sending,
};
use crate::{
    panel::View,
    requests::{
        draft::{Draft, Place},
        drafts, shown_while,
        state::{Screen, State},
        to_top,
        words::{said, said_in, tr, words},
    },
};

/// The form of a draft, drawn anew when the shop changes it.
pub(in crate::requests) fn form(state: State, id: RequestId) -> AnyView {
    let form = Memo::new(move |_| {
        let form = state.drafts.with(|drafts| drafts.get(&id).map(|draft| draft.form.clone()))?;
        state.form(&form)
    });
    let is_there = Memo::new(move |_| state.drafts.with(|drafts| drafts.contains_key(&id)));
    let is_sending =
        Memo::new(move |_| state.drafts.with(|drafts| drafts.get(&id).is_some_and(Draft::is_sending)));
    let was_sending = StoredValue::new(false);
    (move || {
        if !is_there.get() {
            // Another tab has sent it, or taken it away.
            return gone(state, id, was_sending.get_value());
        }
        was_sending.set_value(is_sending.get());
        if is_sending.get() {
            return sending(state, id);
        }
        match form.get() {
            Some(form) => filling_in(state, id, form),
            None => no_form(state, id),
        }
    })
    .into_any()
}

fn gone(state: State, id: RequestId, was_sending: bool) -> AnyView {
    let arrived = was_sending || state.requests.with(|requests| requests.contains_key(&id));
    request_animation_frame(move || {
        if state.screen.get_untracked() != Screen::Form(id) {
            // Somebody has led on already.
        } else if arrived {
            state.screen.set(Screen::Summary(id));
        } else {
            state.screen.set(Screen::Opening);
            state.panel.view.set(View::Home);
        }
    });
    ().into_any()
}

/// The desk is not here, or the form is no longer in it. What was filled in stays.
fn no_form(state: State, id: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let key = if state.desk.with(Option::is_some) { "trouble.gone" } else { "form.no_desk" };
    let forget = move |_| {
        drafts::forget(state, id);
    };
    view! {
        <div class="home request-form">
            <p role="alert">{words(locale, key)}</p>
            <button type="button" class="button button-quiet" on:click=forget>{words(locale, "form.throw_away")}</button>
        </div>
    }
    .into_any()
}

fn filling_in(state: State, id: RequestId, form: Arc<Form>) -> AnyView {
    let locale = state.panel.locale;
    let scope = Scope::new(state, id, form.clone());
    let is_review = Memo::new(move |_| scope.current.get() >= scope.steps.with(Vec::len));
    let title = form.title.clone();
    let heading = NodeRef::<html::H2>::new();
    // Each step is a new page to whoever listens; the first one is read from its title on.
    Effect::new(move |before: Option<usize>| {
        let current = scope.current.get();
        if before != Some(current)
            && let Some(heading) = heading.get_untracked()
        {
            to_top(&heading);
            // A heading that cannot take the focus is still read.
            let _ = heading.focus();
        }
        current
    });
    let trouble = move || {
        let trouble = state.drafts.with(|drafts| drafts.get(&id).and_then(|draft| draft.trouble))?;
        Some(view! { <p class="notice notice-fault" role="alert">{tr(locale.get(), trouble.key())}</p> })
    };
    let product =
        state.drafts.with_untracked(|drafts| drafts.get(&id).and_then(|draft| draft.product.clone()));
    let product = product.and_then(|product| untrack(|| state.product(&product))).map(|product| {
        view! { <alap_ui::components::ProductCard product=product currency=untrack(|| state.currency()) on_open=None /> }
    });
    let lang = title.clone();
    view! {
        <div class="home request-form" data-form=form.id.as_str().to_owned() data-draft=id.to_string()>
            <h2 tabindex="-1" node_ref=heading lang=said_in(locale, lang)>
                {said(locale, title)}
            </h2>
            {trouble}
            <Progress scope=scope />
            {product}
            {move || if is_review.get() { review(scope) } else { step(scope) }}
            <StartAgain scope=scope />
        </div>
    }
    .into_any()
}

/// The questions of a step, and the way on.
fn step(scope: Scope) -> AnyView {
    let locale = scope.state.panel.locale;
    let form = scope.form.get_value();
    let spots = Memo::new(move |_| {
        scope.steps.with(|steps| steps.get(scope.current.get()).cloned()).unwrap_or_default()
    });
    let intro = form.intro.clone();
    let intro = move || {
        let words = intro.get(locale.get()).to_owned();
        (scope.current.get() == 0 && !words.is_empty())
            .then(|| view! { <p class="request-intro">{words}</p> })
    };
    let section = {
        let form = form.clone();
        move || {
            let title = form.sections.get(spots.get().first()?.section)?.title.get(locale.get()).to_owned();
            (!title.is_empty()).then(|| view! { <h3 class="request-section">{title}</h3> })
        }
    };
    let is_later = Memo::new(move |_| scope.current.get() != 0);
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        scope.go_on();
    };
    let back = move |_| {
        scope.walk();
        scope.go_to(scope.current.get_untracked().saturating_sub(1));
    };
    view! {
        {intro}
        {section}
        <form class="request-step" novalidate on:submit=go_on>
            <For each=move || spots.get() key=|spot| (spot.section, spot.question) children=move |spot: Spot| question(scope, spot) />
            <Computed scope=scope />
            <div class="request-moves">
                <button type="submit" class="button" data-move="next">{words(locale, "form.next")}</button>
                {shown_while(is_later, move || view! {
                    <button type="button" class="button button-quiet" data-move="back" on:click=back>
                        {words(locale, "form.back")}
                    </button>
                }.into_any())}
            </div>
        </form>
    }
    .into_any()
}

/// Leads to a question from elsewhere.
pub(super) fn change(scope: Scope, question: &alap_protocol::id::QuestionId) {
    scope.go(Place::At(question.clone()));
}
