//! Something that was learnt: what it says, who taught it, and how to change it.

use alap_protocol::learning::{EntryText, LearntEntry, LearntKind, LearntStanding, checked_variants};
use alap_ui::words::{lang_of, number, tr, tr_with, use_locale, words};
use leptos::{prelude::*, task::spawn_local};

use super::fields::{Draft, LanguageFields, VariantsField, fault_words};
use crate::{place, state::use_inbox, views::names};

/// What the entry's line shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Read,
    Edit,
    /// "Really?"
    Remove,
}

#[component]
pub(super) fn Known(
    /// What was learnt.
    learnt: LearntEntry,
) -> impl IntoView {
    let locale = use_locale();
    let mode = RwSignal::new(Mode::Read);
    let is_variants = learnt.kind == LearntKind::Variants;
    let form = format!("learnt-{}", learnt.entry);
    let learnt = StoredValue::new(learnt);
    let body = move || match mode.get() {
        Mode::Edit => view! { <Edit learnt=learnt.get_value() mode=mode form=form.clone() /> }.into_any(),
        Mode::Read | Mode::Remove => view! { <Buttons learnt=learnt mode=mode /> }.into_any(),
    };
    let question = move || {
        learnt.with_value(|it| {
            let (words, lang) = (&it.text.question, lang_of(&it.text.question, locale.get()));
            let words =
                if words.is_empty() { it.entry.to_string() } else { words.get(locale.get()).to_owned() };
            view! { <span lang=lang dir="auto">{words}</span> }
        })
    };
    let answer = move || {
        learnt.with_value(|it| {
            let lang = lang_of(&it.text.answer, locale.get());
            view! { <span lang=lang dir="auto">{it.text.answer.get(locale.get()).to_owned()}</span> }
        })
    };
    let about = move || {
        let locale = locale.get();
        learnt.with_value(|it| {
            let when = names::long_moment(it.at, locale).unwrap_or_default();
            let by = tr_with(locale, "learning.by", &[("name", &it.by), ("when", &when)]);
            let count = number(locale, it.text.variants.len());
            let ways = match it.text.variants.len() {
                0 => None,
                _ => Some(tr_with(locale, "learning.ways", &[("count", &count)])),
            };
            [ways, Some(by)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    let standing = move || {
        let key = match learnt.with_value(|it| it.standing) {
            LearntStanding::Served => return None,
            LearntStanding::InFolder => "learning.in_folder",
            LearntStanding::Gone => "learning.gone",
        };
        Some(view! { <p class="learnt-standing">{tr(locale.get(), key)}</p> })
    };
    view! {
        <li class="learnt-entry">
            <h3 class="learnt-question">{question}</h3>
            <Show when=move || !is_variants>
                <p class="learnt-answer">{answer}</p>
            </Show>
            <p class="question-times">{about}</p>
            {standing}
            {body}
        </li>
    }
}

/// Edit and remove; removing asks once more.
#[component]
fn Buttons(learnt: StoredValue<LearntEntry>, mode: RwSignal<Mode>) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let remove = move |_| {
        let entry = learnt.with_value(|it| it.entry.clone());
        spawn_local(async move { inbox.forget_learnt(&entry).await });
    };
    let button = move |key, class: &'static str, act: Box<dyn Fn()>| {
        // Which entry it is for is not said by the word alone.
        let label = move || {
            let question = learnt.with_value(|it| it.text.question.get(locale.get()).to_owned());
            format!("{}: {question}", tr(locale.get(), key))
        };
        view! {
            <button type="button" class=class aria-label=label on:click=move |_| act()>{words(locale, key)}</button>
        }
    };
    move || {
        match mode.get() {
        Mode::Remove => view! {
            <div class="learnt-actions" role="group">
                <p class="learnt-really" role="status">{words(locale, "learning.really")}</p>
                <button type="button" class="button learnt-remove-yes" on:click=remove>
                    {words(locale, "learning.remove_yes")}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| mode.set(Mode::Read)>
                    {words(locale, "learning.cancel")}
                </button>
            </div>
        }
        .into_any(),
        Mode::Read | Mode::Edit => view! {
            <div class="learnt-actions">
                {button("learning.edit", "button button-quiet learnt-edit", Box::new(move || mode.set(Mode::Edit)))}
                {button("learning.remove", "button button-quiet learnt-remove", Box::new(move || {
                    mode.set(Mode::Remove);
                    place::focus_soon(".learnt-remove-yes");
                }))}
            </div>
        }
        .into_any(),
    }
    }
}

#[component]
fn Edit(learnt: LearntEntry, mode: RwSignal<Mode>, form: String) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let draft = Draft::of(&learnt.text);
    let fault = RwSignal::new(None::<&'static str>);
    let is_variants = learnt.kind == LearntKind::Variants;
    let entry = StoredValue::new(learnt.entry);
    let save = move || {
        let text = draft.text();
        let checked = if is_variants {
            checked_variants(text.variants).map(|variants| EntryText { variants, ..EntryText::default() })
        } else {
            text.checked()
        };
        match checked {
            Ok(text) => spawn_local(async move {
                if inbox.change_learnt(&entry.get_value(), &text).await {
                    mode.try_set(Mode::Read);
                    place::focus_soon(".learnt-title");
                }
            }),
            Err(error) => fault.set(Some(fault_words(error))),
        }
    };
    let languages = form.clone();
    view! {
        <form
            class="learnt-form"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <Show when=move || !is_variants>
                <LanguageFields draft=draft form=languages.clone() />
            </Show>
            <VariantsField draft=draft form=form open=is_variants />
            <p class="question-fault" role="alert">{move || fault.get().map(|key| tr(locale.get(), key))}</p>
            <div class="learnt-actions">
                <button type="submit" class="button">{words(locale, "learning.save")}</button>
                <button type="button" class="button button-quiet" on:click=move |_| mode.set(Mode::Read)>
                    {words(locale, "learning.cancel")}
                </button>
            </div>
        </form>
    }
}
