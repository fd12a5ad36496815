//! The first view: a greeting, the product in view, what can be asked, other ways to reach the shop.

use alap_protocol::{
    desk::FormHead,
    form::FormKind,
    id::ProductId,
    pack::{ChannelKind, ShopPack},
};
use alap_ui::{
    components::{Avatar, Icon, IconName, ProductCard},
    words::{tr, tr_with, words},
};
use leptos::prelude::*;

use crate::{
    later::{self, Suggested, prepare, with_talk},
    panel::{Panel, View},
};

/// More chips than this are a list, not a hint.
const CHIPS: usize = 6;

#[component]
pub(crate) fn Home(panel: Panel) -> impl IntoView {
    move || match panel.pack.get() {
        Some(pack) => view! { <Welcome panel=panel pack=(*pack).clone() /> }.into_any(),
        None => view! { <Waiting panel=panel /> }.into_any(),
    }
}

/// Before the shop pack is here, or when it cannot be had.
#[component]
fn Waiting(panel: Panel) -> impl IntoView {
    let locale = panel.locale;
    view! {
        <div class="home" aria-busy="true">
            {move || match panel.pack_missing.get() {
                Some(key) => view! { <p role="alert">{tr(locale.get(), key)}</p> }.into_any(),
                None => view! {
                    <div class="skeleton"></div>
                    <div class="skeleton"></div>
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Welcome(panel: Panel, pack: ShopPack) -> impl IntoView {
    let locale = panel.locale;
    let bot = pack.shop.bot.clone();
    let bot_name = bot.name.clone();
    let greeting = move || match bot.greeting.exact(locale.get()) {
        Some(greeting) => greeting.to_owned(),
        None => tr_with(locale.get(), "home.hello", &[("bot", bot.name.get(locale.get()))]),
    };
    let chips: Vec<_> = pack
        .faq
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.chip.is_empty())
        .take(CHIPS)
        .map(|(i, entry)| (i, entry.chip.clone()))
        .collect();
    let has_chips = !chips.is_empty();
    let currency = pack.shop.currency.clone();
    let mut more = pack.desk.forms.clone();
    let order = more.iter().position(|form| form.kind == FormKind::PreOrder).map(|first| more.remove(first));
    let order_at_hand = order.clone();
    let suggests = pack.shop.suggestions.shown && !pack.products.is_empty();
    // Their place is kept, so that nothing moves when they come.
    let waits = move || suggests && !panel.suggestions_off.get() && panel.suggestions.with(Option::is_none);
    let product = move || {
        let product = panel.product_in_view()?;
        let id = product.id.clone();
        let order = order.clone().map(|form| ask_button(panel, form, Some(id.clone()), "button"));
        Some(view! {
            <section>
                <h2>{words(locale, "home.product_heading")}</h2>
                <ProductCard product=product currency=currency.clone() on_open=None />
                <div class="cards">
                    {order}
                    <button type="button" class="button button-quiet" on:click=move |_| {
                            let id = id.clone();
                            with_talk(panel, move |talk| talk.ask_about(&id));
                        }>
                        {words(locale, "home.product_ask")}
                    </button>
                </div>
            </section>
        })
    };
    view! {
        <div class="home">
            <div class="home-hello">
                {move || view! { <Avatar name=bot_name.get(locale.get()).to_owned() src=bot.avatar.clone() /> }}
                <p>{greeting}</p>
            </div>
            <Show when=move || panel.has_talk.get()>
                <button type="button" class="button" on:click=move |_| panel.view.set(View::Chat)>
                    <Icon name=IconName::CHAT />
                    {words(locale, "home.continue")}
                </button>
            </Show>
            {move || {
                let kept = panel.requests.get().map(|requests| requests.home());
                let order = order_at_hand.clone().filter(|_| panel.product_in_view().is_none());
                (kept, order.map(|form| ask_button(panel, form, None, "button button-quiet")))
            }}
            {product}
            {has_chips.then(|| view! {
                <section>
                    <h2>{words(locale, "home.ask_heading")}</h2>
                    <div class="chips" on:pointerdown=move |_| prepare(panel)>
                        {chips
                            .into_iter()
                            .map(|(entry, words)| view! {
                                <button type="button" class="chip" on:click=move |_| with_talk(panel, move |talk| talk.ask_entry(entry))>
                                    {move || words.get(locale.get()).to_owned()}
                                </button>
                            })
                            .collect_view()}
                    </div>
                </section>
            })}
            {(!more.is_empty()).then(|| view! {
                <details class="home-more">
                    <summary class="chip">{words(locale, "home.more")}</summary>
                    <div class="chips">
                        {more.into_iter().map(|form| ask_button(panel, form, None, "chip")).collect_view()}
                    </div>
                </details>
            })}
            <Channels panel=panel pack=pack />
            <div class="shelves" class:shelves-wait=waits>
                {move || panel.suggestions.get().map(|it| it.view(Suggested::Home))}
            </div>
        </div>
    }
}

/// Opens a form, about a product if there is one.
fn ask_button(panel: Panel, form: FormHead, product: Option<ProductId>, class: &'static str) -> AnyView {
    let FormHead { id, title, .. } = form;
    let name = id.as_str().to_owned();
    let ask = move |_| later::ask_form(panel, Some(id.clone()), product.clone());
    view! {
        <button type="button" class=class data-form=name on:click=ask>
            <Icon name=IconName::FORM />
            {Signal::derive(move || title.get(panel.locale.get()).to_owned())}
        </button>
    }
    .into_any()
}

#[component]
fn Channels(panel: Panel, pack: ShopPack) -> impl IntoView {
    let locale = panel.locale;
    let channels = pack.shop.channels;
    (!channels.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words(locale, "home.channels_heading")}</h2>
                <div class="chips">
                    {channels
                        .into_iter()
                        .map(|channel| {
                            let (icon, key) = match channel.kind {
                                ChannelKind::Phone => (IconName::PHONE, "channel.phone"),
                                ChannelKind::Whatsapp => (IconName::CHAT, "channel.whatsapp"),
                                ChannelKind::Messenger => (IconName::CHAT, "channel.messenger"),
                                ChannelKind::Email => (IconName::MAIL, "channel.email"),
                            };
                            view! {
                                <a class="chip" href=channel.href target="_blank" rel="noopener" title=channel.label>
                                    <Icon name=icon />
                                    {words(locale, key)}
                                </a>
                            }
                        })
                        .collect_view()}
                </div>
            </section>
        }
    })
}
