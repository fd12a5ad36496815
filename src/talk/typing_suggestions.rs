//! Questions of the shop above the field, while the shopper types: one tap asks.

use alap_bot::Bot;
use alap_protocol::locale::Locale;
use alap_ui::words::number;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::{
    bot, focus,
    state::TalkState,
    words::{tr_with, words},
};

/// More would cover the talk.
const MOST: usize = 3;
/// Fewer letters begin too many words.
const LETTERS: usize = 2;
/// So long after the last key: typing goes before.
const PAUSE_MILLISECONDS: u32 = 120;

/// What fits, and the language to show it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Fitting {
    entries: Vec<usize>,
    locale: Locale,
}

/// Lies over the end of the view above it, so that nothing moves when it comes and goes.
#[component]
pub(super) fn TypingSuggestions(talk: TalkState) -> impl IntoView {
    let locale = talk.panel.locale;
    let fitting = RwSignal::new(Fitting::default());
    follow_draft(talk, fitting);
    let count = move || match fitting.with(|fitting| fitting.entries.len()) {
        0 => String::new(),
        count => tr_with(locale.get(), "hints.count", &[("count", &number(locale.get(), count))]),
    };
    let chips = move || {
        let Fitting { entries, locale: spoken } = fitting.get();
        let chips: Vec<_> = entries.into_iter().filter_map(|entry| chip(talk, entry, spoken)).collect();
        (!chips.is_empty()).then(|| {
            view! {
                <div class="hints-row" role="group" aria-label=words(locale, "hints.label")>
                    {chips}
                </div>
            }
        })
    };
    view! {
        <div class="hints">
            <p class="unseen" role="status">{count}</p>
            {chips}
        </div>
    }
}

fn chip(talk: TalkState, entry: usize, spoken: Locale) -> Option<AnyView> {
    let question =
        talk.panel.pack.with_untracked(|pack| Some(pack.as_ref()?.faq.get(entry)?.question.clone()))?;
    let (lang, words) = question.get_with(spoken);
    let ask = move |_| {
        focus::back_to_field();
        talk.panel.draft.set(String::new());
        bot::ask_entry(talk, entry, spoken);
    };
    // The field keeps the focus: without it, the phone's keyboard would go and the chip would move from under the finger.
    let keep_focus = |event: leptos::ev::MouseEvent| event.prevent_default();
    Some(
        view! {
            <button type="button" class="chip" lang=lang.tag() on:mousedown=keep_focus on:click=ask>
                {words.to_owned()}
            </button>
        }
        .into_any(),
    )
}

fn follow_draft(talk: TalkState, fitting: RwSignal<Fitting>) {
    let panel = talk.panel;
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        // Who typed before the bot was ready gets questions as soon as it is.
        talk.follow_bot();
        let letters =
            panel.draft.with(|draft| draft.chars().filter(|c| c.is_alphabetic()).take(LETTERS).count());
        if letters < LETTERS || !talk.bot_has_the_floor() {
            waiting.set_value(None);
            fitting.set(Fitting::default());
            return;
        }
        waiting.set_value(Some(Timeout::new(PAUSE_MILLISECONDS, move || {
            let found = look(talk).unwrap_or_default();
            if fitting.with_untracked(|shown| *shown != found) {
                fitting.set(found);
            }
        })));
    });
}

fn look(talk: TalkState) -> Option<Fitting> {
    let (bot, pack) = (talk.bot()?, talk.panel.pack.get_untracked()?);
    let page = talk.panel.locale.get_untracked();
    Some(talk.panel.draft.with_untracked(|typed| Fitting {
        entries: bot.bot.suggest(typed, &pack.faq, MOST),
        locale: Bot::language(typed, page),
    }))
}
