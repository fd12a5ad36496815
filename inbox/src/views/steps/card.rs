//! A step in the talk: its line, and in few words what comes with it.

use alap_protocol::{
    deal::{Step, Terms},
    id::{ConversationId, RequestId},
    locale::Locale,
    message::Author,
};
use alap_ui::words::{money, tr_with, use_locale, words};
use leptos::prelude::*;

use super::line;
use crate::{
    place,
    state::{ShopView, use_inbox},
    views::{desk::names::day, names::shop_moment},
};

/// In the talk. The request's panel has the rest.
pub(in crate::views) fn view(
    author: &Author,
    (conversation, request): (ConversationId, RequestId),
    step: &Step,
) -> AnyView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let said = {
        let (author, step) = (author.clone(), step.clone());
        move || line(&author, &step, &inbox.shop_view(), locale.get())
    };
    let own_words = own_words(step).filter(|words| !words.is_empty()).map(str::to_owned);
    let more = {
        let step = step.clone();
        move || {
            let more = more(&step, &inbox.shop_view(), locale.get());
            (!more.is_empty()).then(|| view! { <p class="step-more">{more.join(" · ")}</p> })
        }
    };
    let address = place::request_link(conversation, request);
    let is_open = move || inbox.requests.open.get() == Some(request);
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        place::go(&place::request_link(conversation, request));
    };
    let is_first = matches!(step, Step::Requested { .. });
    view! {
        <div class="step" data-step=step.name()>
            <p class="step-line">{said}</p>
            {more}
            {own_words.map(|words| view! { <p class="step-words" dir="auto">{words}</p> })}
            <Show when=move || is_first && !is_open()>
                <a class="step-open" href=address.clone() on:click=open>{words(locale, "told.open")}</a>
            </Show>
        </div>
    }
    .into_any()
}

/// What somebody wrote along with it.
fn own_words(step: &Step) -> Option<&str> {
    match step {
        Step::Offered { terms, .. } | Step::Proposed { terms, .. } => Some(&terms.words),
        Step::Declined { words, .. } | Step::Cancelled { words } => Some(words),
        _ => None,
    }
}

fn more(step: &Step, shop: &ShopView, locale: Locale) -> Vec<String> {
    match step {
        Step::Offered { terms, .. } => of_terms(terms, shop, locale),
        Step::Requested { slot: Some((at, _)), .. } => {
            let when = shop_moment(*at, shop, locale).unwrap_or_default();
            vec![tr_with(locale, "told.slot", &[("when", &when)])]
        }
        _ => Vec::new(),
    }
}

fn of_terms(terms: &Terms, shop: &ShopView, locale: Locale) -> Vec<String> {
    let advance = (terms.advance > 0).then(|| {
        tr_with(locale, "told.advance", &[("amount", &money(locale, terms.advance, &shop.currency))])
    });
    let delivery =
        terms.delivery.as_ref().map(|it| tr_with(locale, "told.delivery", &[("day", &day(it, locale))]));
    let holds = terms.expires_at.and_then(|at| shop_moment(at, shop, locale));
    let holds = holds.map(|when| tr_with(locale, "told.holds", &[("when", &when)]));
    [advance, delivery, holds].into_iter().flatten().collect()
}
