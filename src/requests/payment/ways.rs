//! How an advance is paid: the shop's wallets, and its Bangla QR.

use alap_protocol::{
    desk::{WalletAccount, WalletTakes},
    locale::Localized,
    payment::Wallet,
};
use alap_ui::words::{lang_of, number};
use leptos::prelude::*;

use super::wallet_key;
use crate::requests::{
    deal::copy_button,
    state::State,
    words::{tr_with, words},
};

/// Each way, unfolded when it is tapped; the first one is open.
pub(super) fn view(state: State, order: Memo<u64>) -> AnyView {
    let locale = state.panel.locale;
    let shown = move || {
        let ways = state.desk.with(|desk| desk.as_ref().map(|desk| desk.payment.clone()))?;
        let single = ways.wallets.len() == 1;
        let wallets =
            ways.wallets.into_iter().map(|account| wallet(state, account, order, single)).collect_view();
        let qr = ways.qr.map(|image| {
            let address = image.src.clone();
            view! {
                <details class="payment-way" data-wallet=Wallet::BanglaQr.as_str()>
                    <summary>{words(locale, "wallet.bangla_qr")}</summary>
                    <p>{words(locale, "payment.qr_how")}</p>
                    <img
                        class="payment-qr"
                        src=image.src
                        alt=words(locale, "payment.qr_alt")
                        width=image.width.unwrap_or(240)
                        height=image.height.unwrap_or(240)
                    />
                    <p>
                        <a class="button button-quiet" data-act="save-qr" href=address download="bangla-qr">
                            {words(locale, "payment.qr_save")}
                        </a>
                    </p>
                </details>
            }
        });
        Some(view! {
            <h3>{words(locale, "payment.how")}</h3>
            {wallets}
            {qr}
        })
    };
    shown.into_any()
}

fn wallet(state: State, account: WalletAccount, order: Memo<u64>, is_open: bool) -> AnyView {
    let locale = state.panel.locale;
    let WalletAccount { wallet, number: phone, takes, steps } = account;
    let phone = phone.strip_prefix("+88").map_or(phone.clone(), str::to_owned);
    let takes_key = match takes {
        WalletTakes::SendMoney => "wallet.send_money",
        WalletTakes::Payment => "wallet.payment",
    };
    let usual = match takes {
        WalletTakes::SendMoney => "wallet.steps_send_money",
        WalletTakes::Payment => "wallet.steps_payment",
    };
    let reference = move || number(locale.get(), order.get());
    let steps_view = {
        let phone = phone.clone();
        move || steps_words(locale, &steps, usual, &phone)
    };
    view! {
        <details class="payment-way" data-wallet=wallet.as_str() open=is_open>
            <summary>{words(locale, wallet_key(wallet))} " · " {words(locale, takes_key)}</summary>
            <p class="copy-line"><b class="deal-code">{phone.clone()}</b> {copy_button(state, phone)}</p>
            <p>{move || tr_with(locale.get(), "payment.reference", &[("order", &reference())])}</p>
            {steps_view}
        </details>
    }
    .into_any()
}

/// The shop's own steps, or the usual ones; a line each.
fn steps_words(
    locale: RwSignal<alap_protocol::locale::Locale>,
    own: &Localized,
    usual: &'static str,
    phone: &str,
) -> AnyView {
    let at = locale.get();
    let lang = lang_of(own, at);
    let text = match own.is_empty() {
        true => tr_with(at, usual, &[("number", phone)]),
        false => own.get(at).to_owned(),
    };
    let lang = lang.filter(|_| !own.is_empty());
    let steps = text.lines().filter(|line| !line.trim().is_empty());
    let steps = steps.map(|line| view! { <li>{line.trim().to_owned()}</li> }).collect_view();
    view! { <ol class="payment-steps" lang=lang>{steps}</ol> }.into_any()
}
