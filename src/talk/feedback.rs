//! "Did that help?" below the last answer. It stays on the device until the talk is handed to a person, as all of it does.

use alap_protocol::{
    id::ClientId,
    message::{Author, Body},
};
use alap_thread::{LastAnswer, Thread};
use leptos::prelude::*;

use super::{
    focus,
    state::{After, TalkState},
    words::words,
};

/// Two buttons; the pressed one can be changed while the answer is the last word.
#[component]
pub(super) fn Helped(talk: TalkState) -> impl IntoView {
    let locale = talk.panel.locale;
    let last = Memo::new(move |_| talk.thread.with(Thread::last_answer));
    // Drawn anew for another answer only, so that a pressed button keeps the focus.
    let answer = Memo::new(move |_| last.with(|last| last.as_ref().map(|last| last.id)));
    let helped = Memo::new(move |_| last.with(|last| last.as_ref().and_then(|last| last.helped)));
    let button = move |answer: ClientId, yes: bool, key: &'static str| {
        view! {
            <button
                type="button"
                class="helped-button"
                aria-pressed=move || (helped.get() == Some(yes)).to_string()
                on:click=move |_| tell(talk, answer, yes)
            >
                {words(locale, key)}
            </button>
        }
    };
    move || {
        let answer = answer.get().filter(|_| talk.bot_has_the_floor())?;
        Some(view! {
            <div class="helped" role="group" aria-labelledby="helped-words">
                <span id="helped-words">{words(locale, "feedback.ask")}</span>
                {button(answer, true, "feedback.yes")}
                {button(answer, false, "feedback.no")}
            </div>
        })
    }
}

fn tell(talk: TalkState, answer: ClientId, helped: bool) {
    let last = talk.thread.with_untracked(Thread::last_answer).filter(|last| last.id == answer);
    let Some(last) = last.filter(|last| last.helped != Some(helped)) else { return };
    talk.write(Author::Shopper {}, Body::Feedback { answer, helped });
    talk.after.set(if helped { After::Nothing } else { instead(talk, &last) });
    focus::to_end_of_talk();
}

/// What else may have been meant; a person where there is nothing.
fn instead(talk: TalkState, last: &LastAnswer) -> After {
    let entries = (|| {
        let place = talk.entry_place(&last.entry)?;
        Some(talk.bot()?.bot.instead(&last.question, place))
    })();
    match entries.filter(|entries| !entries.is_empty()) {
        Some(entries) => After::Instead(entries),
        None => After::Person,
    }
}
