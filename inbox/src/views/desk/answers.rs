//! What the shopper answered, with the photos, and the shop's conditions of then.

use alap_protocol::{answer::SummaryLine, locale::Localized};
use alap_ui::words::{lang_of, number, tr_with, use_locale, words};
use leptos::prelude::*;

use super::{panel::Open, photo::Photo};
use crate::client::requests::photo_address;

#[component]
pub(super) fn Answers(
    /// Which request.
    open: Open,
) -> impl IntoView {
    let locale = use_locale();
    // Answers never change: they are drawn again only when they come.
    let lines = Memo::new(move |_| open.told.with(|told| told.as_ref().map(|told| told.lines.clone())));
    let terms = Memo::new(move |_| open.told.with(|told| told.as_ref().map(|told| told.terms.clone())));
    let list = move || {
        match lines.get() {
        None => view! { <p class="request-hint">{words(locale, "desk.no_answers")}</p> }.into_any(),
        Some(lines) => view! {
            <dl class="facts answers">{lines.into_iter().map(|line| line_view(open, line)).collect_view()}</dl>
        }
        .into_any(),
    }
    };
    let conditions = move || {
        terms.get().filter(|terms| !terms.is_empty()).map(|terms| {
            view! {
                <details class="request-terms">
                    <summary>{words(locale, "desk.terms")}</summary>
                    {text_view(terms)}
                </details>
            }
        })
    };
    view! {
        <h3 class="request-part">{words(locale, "desk.answers")}</h3>
        {list}
        {conditions}
    }
}

fn line_view(open: Open, line: SummaryLine) -> impl IntoView {
    let locale = use_locale();
    let label = StoredValue::new(line.label.clone());
    let photos = line.photos.iter().enumerate().map(|(at, photo)| {
        let name = Signal::derive(move || {
            let locale = locale.get();
            let label = label.with_value(|label| label.get(locale).to_owned());
            tr_with(locale, "desk.photo", &[("count", &number(locale, at + 1)), ("label", &label)])
        });
        view! { <li><Photo address=photo_address(open.conversation, *photo) name=name /></li> }
    });
    let photos = photos.collect_view();
    let has_photos = !line.photos.is_empty();
    view! {
        <dt>{text_view(line.label)}</dt>
        <dd>
            {text_view(line.value)}
            {has_photos.then(|| view! { <ul class="photos">{photos}</ul> })}
        </dd>
    }
}

fn text_view(text: Localized) -> impl IntoView {
    let locale = use_locale();
    let lang = {
        let text = text.clone();
        move || lang_of(&text, locale.get())
    };
    view! { <span class="answer" lang=lang dir="auto">{move || text.get(locale.get()).to_owned()}</span> }
}
