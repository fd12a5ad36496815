//! A request beside its talk: what was answered, what was said about the price, how it stands, what can be done now.

use alap_protocol::id::{ConversationId, RequestId};
use alap_ui::{
    components::{Icon, IconName, ProductCard},
    words::{money, number, tr, tr_with, use_locale, words},
};
use leptos::prelude::*;

use super::{
    acts::Acts,
    answers::Answers,
    names::{product, state_key},
    outcome::OutcomeLine,
    payment::PaymentCard,
    prices::Prices,
    terms::Standing,
};
use crate::{
    place,
    requests::told::{Told, told},
    state::{Inbox, use_inbox},
    views::{
        customer::open_in_shop,
        names::{long_moment, shop_moment},
    },
};

/// What the panel shows instead of its buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Look,
    Offer,
    Decline,
    Cancel,
}

/// Which request it is, and what its talk tells.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) conversation: ConversationId,
    pub(super) request: RequestId,
    pub(super) told: Memo<Option<Told>>,
}

#[component]
pub(crate) fn Panel(
    /// In which conversation.
    conversation: ConversationId,
    /// Which request.
    request: RequestId,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let told = Memo::new(move |_| {
        inbox.talks.with(|talks| told(talks.get(&conversation)?.thread.confirmed(), request))
    });
    let open = Open { conversation, request, told };
    let mode = RwSignal::new(Mode::Look);
    let line = Memo::new(move |_| inbox.requests.line(request));
    let title = move || {
        let title = |told: &Option<Told>| told.as_ref().map(|told| told.title.get(locale.get()).to_owned());
        let of_line = || line.with(|line| line.as_ref().map(|line| line.title.get(locale.get()).to_owned()));
        told.with(title).or_else(of_line).unwrap_or_else(|| tr(locale.get(), "desk.request"))
    };
    let state = move || {
        let state = told.with(|told| told.as_ref().map(|told| told.deal.state));
        let state = state.or_else(|| line.with(|line| line.as_ref().map(|line| line.state)));
        state.map(|state| tr(locale.get(), state_key(state)))
    };
    view! {
        <section class="customer request-panel" data-request=request.to_string() aria-labelledby="request-title">
            <header class="customer-head">
                <button
                    type="button"
                    class="button-icon customer-back"
                    aria-label=words(locale, "desk.back")
                    on:click=move |_| place::back(inbox)
                >
                    <Icon name=IconName::BACK />
                </button>
                <div class="talk-names">
                    <h2 id="request-title" class="request-title" tabindex="-1" dir="auto">{title}</h2>
                    <p class="talk-state request-state">{state}</p>
                </div>
                <button
                    type="button"
                    class="button-icon customer-back"
                    aria-label=words(locale, "desk.see_talk")
                    on:click=move |_| place::show_customer(inbox, false)
                >
                    <Icon name=IconName::CHAT />
                </button>
            </header>
            <OutcomeLine />
            <Acts open=open mode=mode>
                <Facts open=open />
                <Prices open=open />
                <Standing open=open />
                <Payments open=open />
                <Answers open=open />
            </Acts>
        </section>
    }
}

/// Who, when, about what.
#[component]
fn Facts(open: Open) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let line = Memo::new(move |_| inbox.requests.line(open.request));
    let phone = move || {
        let phone = line.with(|line| line.as_ref()?.phone.clone())?;
        let label = tr_with(locale.get(), "desk.call_now", &[("phone", &number(locale.get(), &phone))]);
        Some(view! {
            <a class="button button-quiet request-phone" href=format!("tel:{phone}")>
                <Icon name=IconName::PHONE />
                {label}
            </a>
        })
    };
    let facts = move || {
        let locale = locale.get();
        line.with(|line| {
            let line = line.as_ref()?;
            let when = long_moment(line.created_at, locale)?;
            let came = tr_with(locale, "desk.came", &[("when", &when)]);
            let order =
                line.order.map(|order| tr_with(locale, "desk.order", &[("order", &number(locale, order))]));
            let slot = line.slot.and_then(|(at, _)| shop_moment(at, &inbox.shop_view(), locale));
            let slot = slot.map(|when| tr_with(locale, "told.slot", &[("when", &when)]));
            Some([order, slot, Some(came)].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        })
    };
    view! {
        <p class="request-facts">{facts}</p>
        {phone}
        {move || about(inbox, open)}
    }
}

/// The product that it is about, if the shop still has it.
fn about(inbox: Inbox, open: Open) -> Option<impl IntoView> {
    let id = open.told.with(|told| told.as_ref()?.deal.product.clone());
    let product = inbox.pack.with(|pack| product(pack.as_ref(), id.as_ref()).cloned())?;
    let follow = Callback::new(move |url: String| open_in_shop(inbox, open.conversation, &url));
    Some(view! { <ProductCard product=product currency=inbox.currency() on_open=Some(follow) /> })
}

/// What the shopper says they paid for it.
#[component]
fn Payments(open: Open) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    // The talk has them all; what else was noted with the same id, only the list says.
    let payments = move || {
        let told = open.told.with(|told| Some(told.as_ref()?.payments(open.conversation, open.request)));
        let mut payments = told.unwrap_or_default();
        inbox.requests.payments.with(|all| {
            for payment in &mut payments {
                let known = all.iter().flatten().find(|known| known.note.id == payment.note.id);
                payment.seen_before = known.map_or(0, |known| known.seen_before);
            }
        });
        payments
    };
    let any = Memo::new(move |_| !payments().is_empty());
    let expected = move || {
        let advance = open.told.with(|told| Some(told.as_ref()?.deal.agreed.as_ref()?.advance));
        let advance = advance.filter(|advance| *advance > 0)?;
        let amount = money(locale.get(), advance, &inbox.currency());
        Some(view! { <p class="request-facts">{tr(locale.get(), "desk.expected")} ": " <b>{amount}</b></p> })
    };
    view! {
        <Show when=move || any.get()>
            <h3 class="request-part">{words(locale, "desk.payments_title")}</h3>
            {expected}
            <ul class="payment-cards">
                <For
                    each=payments
                    key=|line| (line.note.id, line.state.as_str(), line.seen_before)
                    children=move |line| view! { <PaymentCard line=line is_alone=false /> }
                />
            </ul>
        </Show>
    }
}
