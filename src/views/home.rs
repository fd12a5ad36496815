//! The first view: a greeting, the product in view, what can be asked, other ways to reach the shop.

use std::sync::Arc;

use alap_protocol::{
    desk::FormHead,
    form::FormKind,
    id::ProductId,
    locale::{Locale, Localized},
    pack::{Channel, ChannelKind, ShopPack},
};
use alap_ui::{
    components::{Avatar, Icon, IconName, ProductCard},
    words::{tr, tr_with, words},
};
use leptos::prelude::*;

use super::live;
use crate::{
    later::{self, Suggested, with_talk},
    panel::{Panel, View},
};

/// More chips than this are a list, not a hint.
const CHIPS: usize = 6;

#[component]
pub(crate) fn Home(panel: Panel) -> impl IntoView {
    live(move || match panel.pack.get() {
        Some(pack) => view! { <Welcome panel=panel pack=pack /> }.into_any(),
        None => view! { <Waiting panel=panel /> }.into_any(),
    })
}

/// Before the shop pack is here, or when it cannot be had.
#[component]
fn Waiting(panel: Panel) -> impl IntoView {
    let locale = panel.locale;
    view! {
        <div class="home" aria-busy="true">
            {live(move || match panel.pack_missing.get() {
                Some(key) => view! { <p role="alert">{tr(locale.get(), key)}</p> }.into_any(),
                None => view! {
                    <div class="skeleton"></div>
                    <div class="skeleton"></div>
                }
                .into_any(),
            })}
        </div>
    }
}

#[component]
fn Welcome(panel: Panel, pack: Arc<ShopPack>) -> impl IntoView {
    let locale = panel.locale;
    let bot = pack.shop.bot.clone();
    let bot_name = bot.name.clone();
    let greeting = bot.greeting.clone();
    let hello = bot.name.clone();
    let greeting = Signal::derive(move || match greeting.exact(locale.get()) {
        Some(greeting) => greeting.to_owned(),
        None => tr_with(locale.get(), "home.hello", &[("bot", hello.get(locale.get()))]),
    });
    let ask = |(entry, words): (usize, Localized)| {
        let ask = Callback::new(move |()| with_talk(panel, move |talk| talk.ask_entry(entry)));
        button("chip", None, None, in_words(panel, words), ask)
    };
    let chips: Vec<_> = pack
        .faq
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.chip.is_empty())
        .take(CHIPS)
        .map(|(i, entry)| ask((i, entry.chip.clone())))
        .collect();
    let currency = pack.shop.currency.clone();
    let mut more = pack.desk.forms.clone();
    let order = more.iter().position(|form| form.kind == FormKind::PreOrder).map(|first| more.remove(first));
    let order_at_hand = order.clone();
    let more = more.into_iter().map(|form| ask_button(panel, form, None, "chip")).collect();
    let suggests = pack.shop.suggestions.shown && !pack.products.is_empty();
    // Their place is kept, so that nothing moves when they come.
    let waits = Signal::derive(move || {
        suggests && !panel.suggestions_off.get() && panel.suggestions.with(Option::is_none)
    });
    let waits_for_video =
        Signal::derive(move || panel.watching.with(Option::is_none) && panel.video_at_hand().is_some());
    let product = move || {
        let product = panel.product_in_view()?;
        let id = product.id.clone();
        let order = order.clone().map(|form| ask_button(panel, form, Some(id.clone()), "button"));
        let ask = Callback::new(move |()| {
            let id = id.clone();
            with_talk(panel, move |talk| talk.ask_about(&id));
        });
        Some(
            view! {
                <section>
                    <h2>{words(locale, "home.product_heading")}</h2>
                    <ProductCard product=product currency=currency.clone() on_open=None />
                    <div class="cards">
                        {order}
                        {button("button button-quiet", None, None, words(locale, "home.product_ask"), ask)}
                    </div>
                </section>
            }
            .into_any(),
        )
    };
    view! {
        <div class="home">
            <div class="home-hello">
                {live(move || view! { <Avatar name=bot_name.get(locale.get()).to_owned() src=bot.avatar.clone() /> }.into_any())}
                <p>{greeting}</p>
            </div>
            {live(move || panel.has_talk.get().then(|| {
                let go_on = Callback::new(move |()| panel.view.set(View::Chat));
                button("button", None, Some(IconName::CHAT), words(locale, "home.continue"), go_on)
            }).into_any())}
            {live(move || {
                let kept = panel.requests.get().map(|requests| requests.home());
                let order = order_at_hand.clone().filter(|_| panel.product_in_view().is_none());
                vec![kept, order.map(|form| ask_button(panel, form, None, "button button-quiet"))].into_any()
            })}
            {live(move || product().into_any())}
            <div class="video-place" class:video-wait=waits_for_video>
                {live(move || panel.watching.get().map(|watching| watching.home()).into_any())}
            </div>
            {section(locale, "home.ask_heading", chips)}
            {section(locale, "home.more", more)}
            {section(locale, "home.channels_heading", channels(panel, &pack.shop.channels))}
            <div class="shelves" class:shelves-wait=waits>
                {live(move || panel.suggestions.get().map(|it| it.view(Suggested::Home)).into_any())}
            </div>
        </div>
    }
}

/// Opens a form, about a product if there is one.
fn ask_button(panel: Panel, form: FormHead, product: Option<ProductId>, class: &'static str) -> AnyView {
    let FormHead { id, title, .. } = form;
    let name = Some(id.as_str().to_owned());
    let ask = Callback::new(move |()| later::ask_form(panel, Some(id.clone()), product.clone()));
    button(class, name, Some(IconName::FORM), in_words(panel, title), ask)
}

fn channels(panel: Panel, channels: &[Channel]) -> Vec<AnyView> {
    let link = |channel: &Channel| {
        let (icon, key) = match channel.kind {
            ChannelKind::Phone => (IconName::PHONE, "channel.phone"),
            ChannelKind::Whatsapp => (IconName::CHAT, "channel.whatsapp"),
            ChannelKind::Messenger => (IconName::CHAT, "channel.messenger"),
            ChannelKind::Email => (IconName::MAIL, "channel.email"),
        };
        view! {
            <a class="chip" href=channel.href.clone() target="_blank" rel="noopener" title=channel.label.clone()>
                <Icon name=icon />
                {words(panel.locale, key)}
            </a>
        }
        .into_any()
    };
    channels.iter().map(link).collect()
}

// One shape for all sections and one for all buttons: each shape of its own would weigh on the page.

/// A heading and what can be tapped below it; nothing where there is nothing to tap.
fn section(locale: RwSignal<Locale>, heading: &'static str, items: Vec<AnyView>) -> Option<AnyView> {
    (!items.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words(locale, heading)}</h2>
                <div class="chips">{items}</div>
            </section>
        }
        .into_any()
    })
}

fn button(
    class: &'static str,
    form: Option<String>,
    icon: Option<IconName>,
    label: Signal<String>,
    act: Callback<()>,
) -> AnyView {
    view! {
        <button type="button" class=class data-form=form on:click=move |_| act.run(())>
            {icon.map(|name| view! { <Icon name=name /> })}
            {label}
        </button>
    }
    .into_any()
}

/// A text of the shop in the language of the panel.
fn in_words(panel: Panel, text: Localized) -> Signal<String> {
    Signal::derive(move || text.get(panel.locale.get()).to_owned())
}
