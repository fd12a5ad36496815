//! Questions that are asked alike: the words, the conversations, and what can be done.

use alap_protocol::{
    learning::{KnownEntry, Lesson, MissedQuestion, QuestionGroup},
    locale::Locale,
};
use alap_ui::words::{number, tr, tr_with, use_locale, words};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

use super::{
    fields::{Draft, LanguageFields, VariantsField, fault_words},
    same::Same,
};
use crate::{
    learning::{keys_of, ways_of_asking},
    place,
    state::use_inbox,
    views::names,
};

/// Questions that are seen at once; the rest unfold.
const SEEN: usize = 4;

#[component]
pub(super) fn Card(
    /// The questions.
    group: QuestionGroup,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let draft = Draft::of(&group.proposed);
    let fault = RwSignal::new(None::<&'static str>);
    let busy = RwSignal::new(false);
    let keys = StoredValue::new(keys_of(&group));
    // Known by where it was asked first: no other card has a field of the same id.
    let form =
        group.questions.first().map(|first| format!("q-{}-{}", first.key.conversation, first.key.seq.0));
    let form = form.unwrap_or_default();
    // From the first tap into a field on, the card is the writer's.
    let first = group.questions.first().map(|question| question.key);
    let hold = move |event: leptos::ev::FocusEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if field.is_some_and(|it| it.matches("input, textarea").unwrap_or(false)) {
            inbox.learning.held.update_value(|held| held.extend(first));
        }
    };
    on_cleanup(move || {
        inbox.learning.held.update_value(|held| {
            held.retain(|key| Some(*key) != first);
        });
    });
    let teach = move |lesson: Lesson| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            inbox.learn(keys.get_value(), lesson).await;
            // The card may be gone by now.
            busy.try_set(false);
        });
    };
    let add = move |_| match draft.text().checked() {
        Ok(text) => {
            fault.set(None);
            teach(Lesson::Entry { text });
        }
        Err(error) => fault.set(Some(fault_words(error))),
    };
    let dismiss = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            inbox.dismiss(keys.get_value()).await;
            busy.try_set(false);
        });
    };
    let nearest = group.nearest.clone();
    let same = Callback::new(move |entry| match ways_of_asking(&draft.text()) {
        variants if variants.is_empty() => fault.set(Some("learning.no_question")),
        variants => teach(Lesson::Variants { entry, variants }),
    });
    let (id, fault_id) = (format!("{form}-text"), format!("{form}-fault"));
    let text_id = id.clone();
    let variants_form = form.clone();
    let has_variants = !group.proposed.variants.is_empty();
    view! {
        <li class="question-card" aria-labelledby=id on:focusin=hold>
            <Asked group=group id=text_id />
            <LanguageFields draft=draft form=form.clone() />
            <Show when=move || has_variants>
                <VariantsField draft=draft form=variants_form.clone() open=false />
            </Show>
            <p id=fault_id.clone() class="question-fault" role="alert">
                {move || fault.get().map(|key| tr(locale.get(), key))}
            </p>
            <div class="question-actions">
                <button
                    type="button"
                    class="button question-add"
                    aria-disabled=move || busy.get().to_string()
                    aria-describedby=fault_id
                    on:click=add
                >
                    {words(locale, "learning.add")}
                </button>
                <Same nearest=nearest form=form on_choose=same>
                    <button type="button" class="button button-quiet question-dismiss" on:click=dismiss>
                        {words(locale, "learning.dismiss")}
                    </button>
                </Same>
            </div>
        </li>
    }
}

/// What was asked, how often and since when; each question leads to its conversation.
#[component]
fn Asked(group: QuestionGroup, id: String) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let count = group.questions.len();
    let since = group.questions.iter().map(|question| question.at).min().unwrap_or_default();
    let times = Memo::new(move |_| {
        let locale = locale.get();
        let since = names::short_moment(since, inbox.tick.get(), locale).unwrap_or_default();
        match count {
            1 => tr_with(locale, "learning.once", &[("since", &since)]),
            _ => tr_with(locale, "learning.times", &[("count", &number(locale, count)), ("since", &since)]),
        }
    });
    let mut questions = group.questions.into_iter();
    let typical = questions.next();
    let (seen, more): (Vec<_>, Vec<_>) = questions.enumerate().partition(|(place, _)| place + 1 < SEEN);
    let (seen, more) = (links(seen), links(more));
    let has_others = !seen.is_empty();
    let (more_count, has_more) = (more.len(), !more.is_empty());
    view! {
        <h3 id=id class="question-text" tabindex="-1">{typical.map(|question| link(&question))}</h3>
        <p class="question-times">{times}</p>
        <Show when=move || has_others>
            <ul class="question-others">{links_view(&seen)}</ul>
        </Show>
        <Show when=move || has_more>
            <details class="question-more">
                <summary>
                    {move || tr_with(locale.get(), "learning.more", &[("count", &number(locale.get(), more_count))])}
                </summary>
                <ul class="question-others">{links_view(&more)}</ul>
            </details>
        </Show>
        {group.unhelpful.map(|entry| view! {
            <p class="question-unhelpful">{move || of_entry(locale.get(), "learning.unhelpful", &entry)}</p>
        })}
    }
}

fn links(questions: Vec<(usize, MissedQuestion)>) -> Vec<MissedQuestion> {
    questions.into_iter().map(|(_, question)| question).collect()
}

fn links_view(questions: &[MissedQuestion]) -> impl IntoView + use<> {
    questions.iter().map(|question| view! { <li>{link(question)}</li> }).collect_view()
}

fn link(question: &MissedQuestion) -> impl IntoView + use<> {
    let (address, text) = (place::link(question.key.conversation), question.text.clone());
    view! { <a class="question-link" href=address dir="auto">{text}</a> }
}

fn of_entry(locale: Locale, key: &str, entry: &KnownEntry) -> String {
    tr_with(locale, key, &[("question", entry.question.get(locale))])
}
