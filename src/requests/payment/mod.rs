//! An advance is paid: how, and what was paid. Whether it arrived, only the shop can say.

mod note;
mod read;
mod ways;

use alap_protocol::{
    id::RequestId,
    payment::{PaymentState, Wallet},
};
use alap_ui::words::{money, number};
use leptos::prelude::*;

use super::{
    deal::{self, notice},
    deals::Request,
    heading,
    state::State,
    words::{tr, tr_with, words},
};
use crate::panel::View;

/// What a wallet is called.
pub(super) fn wallet_key(wallet: Wallet) -> &'static str {
    match wallet {
        Wallet::Bkash => "wallet.bkash",
        Wallet::Nagad => "wallet.nagad",
        Wallet::Rocket => "wallet.rocket",
        Wallet::BanglaQr => "wallet.bangla_qr",
    }
}

/// The whole of it.
pub(super) fn payment(state: State, request: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let may_pay = Memo::new(move |_| {
        state.requests.with(|requests| requests.get(&request).is_some_and(Request::may_pay))
    });
    let order = Memo::new(move |_| {
        state
            .requests
            .with(|requests| requests.get(&request).and_then(|it| it.deal.order))
            .unwrap_or_default()
    });
    let to_pay = Memo::new(move |_| {
        let advance = state.requests.with(|requests| {
            requests.get(&request).and_then(|it| it.deal.agreed.as_ref()).map_or(0, |terms| terms.advance)
        });
        deal::to_pay(state, request, advance)
    });
    let heading = heading();
    let heading_words =
        move || tr_with(locale.get(), "payment.heading", &[("order", &number(locale.get(), order.get()))]);
    let left = move || match to_pay.get() {
        Some(amount) => {
            let amount = money(locale.get(), amount, &state.currency());
            tr_with(locale.get(), "payment.amount", &[("amount", &amount)])
        }
        None => tr(locale.get(), "payment.nothing_left"),
    };
    let shown = move || {
        if !may_pay.get() {
            return view! { <p role="status">{words(locale, "payment.not_now")}</p> }.into_any();
        }
        view! {
            <p class="payment-amount">{left}</p>
            <p class="payment-honest">{words(locale, "payment.honest")}</p>
            {noted(state, request)}
            {ways::view(state, order)}
            {note::view(state, request, to_pay)}
        }
        .into_any()
    };
    view! {
        <div class="home payment" data-request=request.to_string()>
            <h2 tabindex="-1" node_ref=heading>{heading_words}</h2>
            {shown}
            {notice(state, request)}
            <button type="button" class="link" on:click=move |_| state.panel.view.set(View::Chat)>
                {words(locale, "sent.to_talk")}
            </button>
        </div>
    }
    .into_any()
}

/// What was noted so far, and what the shop found.
fn noted(state: State, request: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let payments = Memo::new(move |_| {
        state
            .requests
            .with(|requests| requests.get(&request).map(|it| it.deal.payments.clone()))
            .unwrap_or_default()
    });
    let line = move |payment: alap_deal::Payment| {
        let (name, key) = match payment.state {
            PaymentState::Noted => ("noted", "payment.noted"),
            PaymentState::Received => ("received", "payment.received"),
            PaymentState::NotFound => ("not_found", "payment.not_found"),
        };
        let note = payment.note;
        let what = move || {
            let amount = money(locale.get(), note.amount, &state.currency());
            format!("{} · {} · {amount}", tr(locale.get(), wallet_key(note.wallet)), note.transaction)
        };
        view! {
            <li data-payment=name>
                <b>{what}</b>
                <span>{words(locale, key)}</span>
            </li>
        }
    };
    let list = move || {
        let payments = payments.get();
        (!payments.is_empty()).then(|| {
            view! { <ul class="payment-noted">{payments.into_iter().map(line).collect_view()}</ul> }
        })
    };
    list.into_any()
}
