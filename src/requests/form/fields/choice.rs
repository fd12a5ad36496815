//! One or several of a list: lines, cards with pictures, sizes, colours.

use alap_protocol::{
    answer::Answer,
    form::{Choice, ChoiceLook},
};
use leptos::prelude::*;

use super::super::question::Field;
use crate::requests::words::{said, said_in, words};

/// The list.
pub(super) fn choice(field: &Field, look: ChoiceLook, choices: &[Choice], most: u8) -> AnyView {
    let has_pictures = choices.iter().any(|choice| choice.picture.is_some());
    let class = match look {
        ChoiceLook::List if has_pictures => "choices choices-cards",
        ChoiceLook::List => "choices",
        ChoiceLook::Sizes => "choices choices-sizes",
        ChoiceLook::Colours => "choices choices-colours",
    };
    let order: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
    let one = |choice: &Choice| option(field, choice, most == 1, order.clone());
    let clear = (most == 1 && !field.question.required).then(|| {
        let field = field.clone();
        let locale = field.scope.state.panel.locale;
        move || {
            let field = field.clone();
            field.answer().is_some().then(|| {
                view! {
                    <button type="button" class="link" on:click=move |_| field.set(None)>
                        {words(locale, "form.clear_choice")}
                    </button>
                }
            })
        }
    });
    view! {
        <div class=class>{choices.iter().map(one).collect_view()}</div>
        {clear}
    }
    .into_any()
}

fn chosen(field: &Field) -> Vec<String> {
    match field.answer() {
        Some(Answer::Choices(chosen)) => chosen,
        _ => Vec::new(),
    }
}

fn option(field: &Field, choice: &Choice, is_single: bool, order: Vec<String>) -> AnyView {
    let locale = field.scope.state.panel.locale;
    let label = choice.label.clone();
    let lang = label.clone();
    let picture = choice.picture.clone().map(|picture| {
        view! {
            <span class="choice-ground">
                <img src=picture.src alt="" width="120" height="120" loading="lazy" decoding="async" />
            </span>
        }
    });
    let patch = choice.colour.clone().map(|colour| {
        view! { <span class="choice-patch" style:background-color=colour></span> }
    });
    let is_chosen = {
        let (field, id) = (field.clone(), choice.id.clone());
        move || chosen(&field).contains(&id)
    };
    let choose = {
        let (field, id) = (field.clone(), choice.id.clone());
        move |event| {
            let on = event_target_checked(&event);
            let before = untrack(|| chosen(&field));
            let stays = |known: &String| if *known == id { on } else { !is_single && before.contains(known) };
            let now: Vec<String> = order.iter().filter(|known| stays(known)).cloned().collect();
            field.set(Some(Answer::Choices(now)).filter(|answer| *answer != Answer::Choices(Vec::new())));
        }
    };
    view! {
        <label class="choice" data-choice=choice.id.clone()>
            <input
                type=if is_single { "radio" } else { "checkbox" }
                name=field.id.clone()
                prop:checked=is_chosen
                on:change=choose
            />
            {picture}
            {patch}
            <span class="choice-label" lang=said_in(locale, lang)>
                {said(locale, label)}
            </span>
        </label>
    }
    .into_any()
}
