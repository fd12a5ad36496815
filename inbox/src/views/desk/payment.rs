//! A payment that a shopper noted: what they say, what was expected, and whether it arrived.

use alap_protocol::{
    payment::{PaymentLine, PaymentState},
    request::AgentDeed,
};
use alap_ui::words::{money, number, tr, tr_with, use_locale, words};
use leptos::{prelude::*, task::spawn_local};

use super::{names::wallet_key, photo::Photo};
use crate::{client::requests::photo_address, clipboard, place, state::use_inbox, views::names::long_moment};

#[component]
pub(super) fn PaymentCard(
    /// The payment.
    line: PaymentLine,
    /// It stands in the list of all, not beside its request.
    is_alone: bool,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let PaymentLine { note, request, conversation, order, advance, state, seen_before, at } = line;
    let copied = RwSignal::new(false);
    let id = StoredValue::new(note.transaction.clone());
    let copy = move |_| {
        spawn_local(async move {
            copied.try_set(clipboard::copy(&id.get_value()).await);
        });
    };
    let said = move || {
        let locale = locale.get();
        let amount = money(locale, note.amount, &inbox.currency());
        view! {
            <span class="payment-wallet">{tr(locale, wallet_key(note.wallet))}</span>
            " "
            <b class="payment-amount">{amount}</b>
        }
    };
    let expected = move || {
        let locale = locale.get();
        if advance == 0 {
            return tr(locale, "desk.no_advance");
        }
        money(locale, advance, &inbox.currency())
    };
    let is_less = note.amount < advance;
    let state_key = match state {
        PaymentState::Noted => "desk.payment_noted",
        PaymentState::Received => "desk.payment_received",
        PaymentState::NotFound => "desk.payment_not_found",
    };
    let check = move |received: bool| {
        spawn_local(async move {
            inbox.act(request, conversation, AgentDeed::CheckPayment { payment: note.id, received }).await;
            place::focus_soon(if is_alone { ".desk-title" } else { ".request-title" });
        });
    };
    let button = move |name: &'static str, key: &'static str, received: bool, is_so: bool| {
        view! {
            <button
                type="button"
                class="button button-quiet"
                data-act=name
                aria-pressed=is_so.to_string()
                aria-disabled=move || inbox.requests.busy.get().to_string()
                on:click=move |_| {
                    if !is_so {
                        check(received);
                    }
                }
            >
                {words(locale, key)}
            </button>
        }
    };
    let address = place::request_link(conversation, request);
    let follow = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        place::go(&place::request_link(conversation, request));
    };
    let order_words = move || tr_with(locale.get(), "desk.order", &[("order", &number(locale.get(), order))]);
    let screenshot = words(locale, "desk.screenshot");
    let sender = note.sender.clone().map(|sender| {
        view! {
            <dt>{words(locale, "desk.sender")}</dt>
            <dd><bdi>{sender}</bdi></dd>
        }
    });
    view! {
        <li class="payment-card" data-payment=note.id.to_string() data-request=request.to_string() data-state=state.as_str()>
            <p class="payment-top">
                {said}
                <span class="payment-state">{words(locale, state_key)}</span>
            </p>
            {(seen_before > 0).then(|| view! {
                <p class="payment-warning" role="note">
                    {move || {
                        tr_with(locale.get(), "desk.seen_before", &[("count", &number(locale.get(), seen_before))])
                    }}
                </p>
            })}
            <dl class="facts payment-facts">
                <dt>{words(locale, "desk.transaction")}</dt>
                <dd>
                    <code class="payment-id">{note.transaction.clone()}</code>
                    <button type="button" class="link" on:click=copy>{words(locale, "desk.copy")}</button>
                    <span role="status">{move || copied.get().then(|| tr(locale.get(), "desk.copied"))}</span>
                </dd>
                <dt>{words(locale, "desk.expected")}</dt>
                <dd>
                    {expected}
                    {is_less.then(|| view! { " " <span class="payment-less">{words(locale, "desk.less")}</span> })}
                </dd>
                {sender}
            </dl>
            {note.photo.map(|photo| view! { <Photo address=photo_address(conversation, photo) name=screenshot /> })}
            <p class="request-facts">
                {is_alone.then(|| view! { <a href=address on:click=follow>{order_words}</a> " · " })}
                {move || long_moment(at, locale.get())}
            </p>
            <div class="form-actions">
                {button("received", "desk.received", true, state == PaymentState::Received)}
                {button("not-found", "desk.not_found", false, state == PaymentState::NotFound)}
            </div>
        </li>
    }
}
