//! The moment of a video that the shopper's next words are about, above the field: seen, taken away, or asked about with one tap.

use alap_ui::{
    components::{Icon, IconName, MomentBody, MomentFacts, moment_words},
    words::lang_of,
};
use leptos::prelude::*;

use super::{
    bot, focus, moment,
    state::TalkState,
    words::{tr, words},
};
use crate::later::AskedMoment;

/// More would cover the talk.
const MOST: usize = 3;

/// Nothing where the next words are about no moment.
#[component]
pub(super) fn MomentAsked(talk: TalkState) -> impl IntoView {
    let panel = talk.panel;
    let facts = Memo::new(move |_| facts(talk, &talk.moment.get()?));
    let said = move || {
        let (facts, locale) = (facts.get()?, panel.locale.get());
        let title = facts.title.as_ref().map(|title| title.get(locale).to_owned()).unwrap_or_default();
        let time = alap_ui::moments::moment(locale, facts.at);
        Some(alap_ui::thread_words::tr_with(locale, "thread.moment", &[("time", &time)]) + ": " + &title)
    };
    let card = move || {
        let facts = facts.get()?;
        let away = move |_| {
            focus::back_to_field();
            moment::set(talk, None);
        };
        let time = moment_words(facts.at);
        Some(view! {
            <section class="moment-asked" aria-label=words(panel.locale, "moment.label")>
                <div class="moment moment-chip">
                    <MomentBody facts=facts alt=words(panel.locale, "moment.still") time=time />
                    <button
                        type="button"
                        class="button-icon moment-away"
                        aria-label=words(panel.locale, "moment.away")
                        on:click=away
                    >
                        <Icon name=IconName::CLOSE />
                    </button>
                </div>
                <Questions talk=talk />
            </section>
        })
    };
    view! {
        <p class="unseen" role="status">{said}</p>
        {card}
    }
}

/// Nothing of a video that the shop has no more.
fn facts(talk: TalkState, asked: &AskedMoment) -> Option<MomentFacts> {
    talk.panel.pack.track();
    let video = moment::video(talk, &asked.video)?;
    talk.panel.pack.with_untracked(|pack| {
        let product = asked.product.as_ref();
        let product = product.and_then(|id| pack.as_ref()?.products.iter().find(|known| known.id == *id));
        Some(MomentFacts::of(Some(&video), asked.at, product))
    })
}

/// What the shop has an answer for at this moment; what is typed brings questions of its own.
#[component]
fn Questions(talk: TalkState) -> impl IntoView {
    let panel = talk.panel;
    let fitting = Memo::new(move |_| {
        let about = moment::about(talk.moment.get()?);
        let free = talk.bot_has_the_floor() && panel.draft.with(|draft| draft.trim().is_empty());
        panel.pack.with(|pack| Some(about.questions(&pack.as_ref().filter(|_| free)?.faq, MOST)))
    });
    move || {
        let chips: Vec<_> = fitting.get()?.into_iter().filter_map(|entry| question(talk, entry)).collect();
        (!chips.is_empty()).then(|| {
            let label = move || tr(panel.locale.get(), "moment.questions");
            view! { <div class="moment-questions" role="group" aria-label=label>{chips}</div> }
        })
    }
}

fn question(talk: TalkState, entry: usize) -> Option<AnyView> {
    let panel = talk.panel;
    let locale = panel.locale;
    let words = panel.pack.with_untracked(|pack| Some(pack.as_ref()?.faq.get(entry)?.question.clone()))?;
    let lang = {
        let words = words.clone();
        move || lang_of(&words, locale.get())
    };
    let ask = move |_| {
        focus::back_to_field();
        bot::ask_entry(talk, entry, locale.get_untracked());
    };
    Some(
        view! {
            <button type="button" class="chip" lang=lang on:click=ask>
                {move || words.get(locale.get()).to_owned()}
            </button>
        }
        .into_any(),
    )
}
