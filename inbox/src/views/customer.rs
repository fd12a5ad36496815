//! What is known of the shopper: the page, the language, since when. Nothing that is not known leaves a hole.

use alap_protocol::{conversation::ConversationSummary, id::ConversationId};
use alap_ui::{
    components::{Icon, IconName, ProductCard},
    words::{tr, use_locale},
};
use leptos::prelude::*;
use web_sys::Url;

use super::names;
use crate::{
    place,
    state::{Inbox, use_inbox},
};

#[component]
pub(crate) fn Customer(
    /// Whose conversation.
    id: ConversationId,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let summary = Memo::new(move |_| inbox.summary(id));
    let facts = move || {
        let locale = locale.get();
        summary.get().map(|summary| {
            let began = names::long_moment(summary.created_at, locale);
            let shopper = summary.page.as_ref().and_then(|page| page.shopper.clone()).unwrap_or_default();
            let said = ["inbox.name", "inbox.phone", "inbox.email"].into_iter().zip(shopper.facts());
            let said = said.filter_map(|(key, fact)| {
                let fact = fact?.to_owned();
                Some(view! {
                    <dt>{tr(locale, key)}</dt>
                    <dd><bdi>{fact}</bdi></dd>
                })
            });
            view! {
                {said.collect_view()}
                {summary.page.as_ref().and_then(|page| page_link(&page.url, &page.title)).map(|link| view! {
                    <dt>{tr(locale, "inbox.page")}</dt>
                    <dd>{link}</dd>
                })}
                <dt>{tr(locale, "inbox.language")}</dt>
                <dd>{names::language(summary.locale, locale)}</dd>
                {began.map(|began| view! {
                    <dt>{tr(locale, "inbox.began")}</dt>
                    <dd>{began}</dd>
                })}
            }
        })
    };
    let state = Memo::new(move |_| {
        summary.with(|summary| summary.as_ref().map(|it| names::state(it, inbox.server_now(), locale.get())))
    });
    let product = Memo::new(move |_| {
        summary.with(|summary| {
            let summary = summary.as_ref()?;
            inbox.pack.with(|pack| {
                let product = names::product(summary, pack.as_ref())?.clone();
                Some((product, pack.as_ref()?.shop.currency.clone()))
            })
        })
    });
    let card = move || {
        product.get().map(|(product, currency)| {
            let open = Callback::new(move |url: String| open_in_shop(inbox, id, &url));
            view! { <ProductCard product=product currency=currency on_open=Some(open) /> }
        })
    };
    view! {
        <section class="customer" aria-labelledby="customer-title">
            <header class="customer-head">
                <button
                    type="button"
                    class="button-icon customer-back"
                    aria-label=move || tr(locale.get(), "inbox.back_to_talk")
                    on:click=move |_| place::show_customer(inbox, false)
                >
                    <Icon name=IconName::BACK />
                </button>
                <h2 id="customer-title">{move || tr(locale.get(), "inbox.customer")}</h2>
            </header>
            {card}
            <dl class="facts">
                <dt>{move || tr(locale.get(), "inbox.state")}</dt>
                <dd>{state}</dd>
                {facts}
            </dl>
        </section>
    }
}

/// Only a web address can be followed; anything else is shown as the words that it is.
fn page_link(url: &str, title: &str) -> Option<AnyView> {
    let words = [title.trim(), url].into_iter().find(|words| !words.is_empty())?.to_owned();
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    Some(if is_web {
        view! { <a href=url.to_owned() target="_blank" rel="noopener noreferrer" dir="auto">{words}</a> }
            .into_any()
    } else {
        view! { <bdi>{words}</bdi> }.into_any()
    })
}

/// Opens a product's page beside the inbox. A path is meant from the page that the shopper is on.
pub(crate) fn open_in_shop(inbox: Inbox, id: ConversationId, url: &str) {
    let page = |summary: ConversationSummary| summary.page.map(|page| page.url);
    let base = untrack(|| inbox.summary(id)).and_then(page).unwrap_or_default();
    let address = Url::new_with_base(url, &base).or_else(|_| Url::new(url));
    if let Ok(address) = address
        && matches!(address.protocol().as_str(), "https:" | "http:")
    {
        // A browser that blocks new windows says so itself.
        let _ = window().open_with_url_and_target_and_features(&address.href(), "_blank", "noopener");
    }
}
