//! The words of an entry, as they are being written.

use alap_protocol::{
    learning::{EntryError, EntryText},
    locale::{Locale, Localized},
};
use alap_ui::words::{use_locale, words};
use leptos::prelude::*;

/// What is in the fields.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    question: [RwSignal<String>; 2],
    answer: [RwSignal<String>; 2],
    variants: RwSignal<String>,
}

impl Draft {
    /// The fields filled in.
    pub(super) fn of(text: &EntryText) -> Self {
        let each = |text: &Localized| {
            Locale::ALL.map(|locale| RwSignal::new(text.exact(locale).unwrap_or_default().to_owned()))
        };
        Self {
            question: each(&text.question),
            answer: each(&text.answer),
            variants: RwSignal::new(text.variants.join("\n")),
        }
    }

    /// What was written, not checked.
    pub(super) fn text(self) -> EntryText {
        let both = |[bn, en]: [RwSignal<String>; 2]| {
            let some = |text: String| Some(text).filter(|text| !text.trim().is_empty());
            Localized { bn: some(bn.get_untracked()), en: some(en.get_untracked()) }
        };
        EntryText {
            question: both(self.question),
            answer: both(self.answer),
            variants: self.variants.get_untracked().lines().map(str::to_owned).collect(),
        }
    }
}

/// What is wrong with what was written, as a sentence of the catalogue.
pub(super) fn fault_words(error: EntryError) -> &'static str {
    match error {
        EntryError::NoQuestion => "learning.no_question",
        EntryError::NoAnswer => "learning.no_answer",
        EntryError::LongQuestion => "learning.long_question",
        EntryError::TooManyVariants => "learning.many_variants",
        EntryError::Text => "learning.bad_text",
    }
}

/// Question and answer in a language each; the language in which nothing is written stays folded, but for one.
#[component]
pub(super) fn LanguageFields(
    /// What is in the fields.
    draft: Draft,
    /// Makes the ids of this form's fields its own.
    form: String,
) -> impl IntoView {
    let locale = use_locale();
    let has_answer = draft.answer.map(|answer| !answer.get_untracked().trim().is_empty());
    let opened = if has_answer.contains(&true) {
        has_answer
    } else {
        let has_question = draft.question.map(|question| !question.get_untracked().trim().is_empty());
        if has_question.contains(&true) { has_question } else { [true, false] }
    };
    let languages = Locale::ALL.into_iter().zip(draft.question.into_iter().zip(draft.answer)).zip(opened);
    let part = move |((language, (question, answer)), open): ((Locale, (_, _)), bool)| {
        let key = if language == Locale::Bn { "inbox.bangla" } else { "inbox.english" };
        let ids = ["question", "answer"].map(|field| format!("{form}-{field}-{}", language.tag()));
        let [question_id, answer_id] = ids;
        view! {
            <details class="entry-language" open=open>
                <summary>{words(locale, key)}</summary>
                <label for=question_id.clone()>{words(locale, "learning.question")}</label>
                <input
                    id=question_id
                    class="field entry-question"
                    type="text"
                    dir="auto"
                    lang=language.tag()
                    bind:value=question
                />
                <label for=answer_id.clone()>{words(locale, "learning.answer")}</label>
                <textarea
                    id=answer_id
                    class="field entry-answer"
                    rows="2"
                    dir="auto"
                    lang=language.tag()
                    bind:value=answer
                ></textarea>
            </details>
        }
    };
    view! { <div class="entry-languages">{languages.map(part).collect_view()}</div> }
}

/// Other ways of asking, one a line. Everybody can read them in the pack, so an agent sees them first.
#[component]
pub(super) fn VariantsField(
    /// What is in the fields.
    draft: Draft,
    /// Makes the id of the field this form's own.
    form: String,
    /// Shown at once.
    open: bool,
) -> impl IntoView {
    let locale = use_locale();
    let id = format!("{form}-variants");
    let hint = format!("{form}-variants-hint");
    view! {
        <details class="entry-language" open=open>
            <summary>{words(locale, "learning.variants")}</summary>
            <label class="unseen" for=id.clone()>{words(locale, "learning.variants")}</label>
            <p id=hint.clone() class="questions-hint">{words(locale, "learning.variants_hint")}</p>
            <textarea
                id=id
                class="field entry-answer"
                rows="3"
                dir="auto"
                aria-describedby=hint
                bind:value=draft.variants
            ></textarea>
        </details>
    }
}
