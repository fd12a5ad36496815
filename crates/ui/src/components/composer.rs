//! Where people write.

use alap_protocol::{
    limits::MESSAGE_CHARS,
    text::{MessageText, TextError},
};
use leptos::{ev, html, prelude::*};
use web_sys::KeyboardEvent;

use super::icon::{Icon, IconName};
use crate::words::{number, tr, tr_with, use_locale, words};

/// From here on the characters left are told.
const TELL_FROM: usize = MESSAGE_CHARS - 300;

/// A growing field and a button. What cannot be sent stays in the field, with the reason below it.
///
/// Enter sends where there is a keyboard, and never in the middle of an input-method composition; on a touch screen it
/// makes a new line and the button sends.
#[component]
pub fn Composer(
    /// What is being written. Whoever owns it may keep it.
    draft: RwSignal<String>,
    /// Called with a checked text; the field is empty then.
    #[prop(into)]
    on_send: Callback<MessageText>,
    /// Called when the person types.
    #[prop(optional, into)]
    on_typing: Option<Callback<()>>,
    /// Catalogue key of the words in the empty field.
    #[prop(optional, default = "composer.placeholder")]
    placeholder: &'static str,
    /// Give the field the focus when it appears.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let locale = use_locale();
    let field = NodeRef::<html::Textarea>::new();
    let fault = RwSignal::new(None::<TextError>);
    let composing = RwSignal::new(false);

    let send = move || match MessageText::parse(&draft.get_untracked()) {
        Ok(text) => {
            fault.set(None);
            draft.set(String::new());
            on_send.run(text);
        }
        Err(TextError::Empty) => {}
        Err(error) => fault.set(Some(error)),
    };
    let keydown = move |event: KeyboardEvent| {
        // 229: the key belongs to an input method, in browsers that do not say so otherwise.
        let in_composition = event.is_composing() || event.key_code() == 229 || composing.get_untracked();
        if event.key() == "Enter" && !event.shift_key() && !in_composition && !is_touch() {
            event.prevent_default();
            send();
        }
    };
    let note = Signal::derive(move || match fault.get() {
        Some(TextError::TooLong { .. }) | None => {
            let chars = draft.with(|text| text.trim().chars().count());
            let words = |key, count: usize| {
                let count = number(locale.get(), count);
                tr_with(locale.get(), key, &[("count", &count)])
            };
            if chars > MESSAGE_CHARS {
                words("composer.too_long", chars - MESSAGE_CHARS)
            } else if chars > TELL_FROM {
                words("composer.left", MESSAGE_CHARS - chars)
            } else {
                String::new()
            }
        }
        Some(TextError::ControlCharacter) => tr(locale.get(), "composer.control"),
        Some(TextError::Empty) => String::new(),
    });
    let empty = Signal::derive(move || draft.with(|text| text.trim().is_empty()).to_string());
    if focus {
        Effect::new(move |_| {
            if let Some(field) = field.get() {
                // A field that cannot take the focus is still a field.
                let _ = field.focus();
            }
        });
    }
    view! {
        <form
            class="composer"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <textarea
                node_ref=field
                class="composer-field"
                rows="1"
                dir="auto"
                enterkeyhint="enter"
                aria-label=words(locale, "composer.label")
                placeholder=words(locale, placeholder)
                aria-describedby="composer-note"
                prop:value=draft
                on:input=move |event| {
                    draft.set(event_target_value(&event));
                    fault.set(None);
                    if let Some(typing) = on_typing {
                        typing.run(());
                    }
                }
                on:keydown=keydown
                on:compositionstart=move |_: ev::CompositionEvent| composing.set(true)
                on:compositionend=move |_: ev::CompositionEvent| composing.set(false)
            ></textarea>
            <button
                class="composer-send"
                type="submit"
                aria-label=words(locale, "composer.send")
                aria-disabled=empty
            >
                <Icon name=IconName::SEND />
            </button>
            <p id="composer-note" class="composer-note" role="status">
                {note}
            </p>
        </form>
    }
}

/// A screen without a mouse: Enter on its keyboard is for new lines.
fn is_touch() -> bool {
    window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|query| query.matches())
}
