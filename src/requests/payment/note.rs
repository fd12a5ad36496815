//! What the shopper says of a payment: by which wallet, its id, how much.

use alap_protocol::{
    id::{PhotoId, RequestId},
    payment::Wallet,
};
use alap_text::money as amounts;
use alap_ui::words::money;
use leptos::{
    ev::{Event, SubmitEvent},
    prelude::*,
    task::spawn_local,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    read::{Wrong, read},
    wallet_key,
};
use crate::requests::{
    deal::{act, busy},
    form::faults::plain,
    photos,
    state::State,
    thumbnail::thumbnail,
    words::{tr, tr_with, words},
};

/// The fields as they are typed.
#[derive(Clone, Copy)]
struct Typed {
    wallet: RwSignal<Option<Wallet>>,
    transaction: RwSignal<String>,
    amount: RwSignal<String>,
    sender: RwSignal<String>,
    photo: RwSignal<Option<PhotoId>>,
}

/// The fields.
pub(super) fn view(state: State, request: RequestId, to_pay: Memo<Option<i64>>) -> AnyView {
    let locale = state.panel.locale;
    let left = to_pay.get_untracked().map(|amount| plain(amount.saturating_mul(10))).unwrap_or_default();
    let wallets = state.desk.with_untracked(|desk| {
        let Some(desk) = desk else { return Vec::new() };
        let mut wallets: Vec<_> = desk.payment.wallets.iter().map(|account| account.wallet).collect();
        if desk.payment.qr.is_some() {
            wallets.push(Wallet::BanglaQr);
        }
        wallets
    });
    let typed = Typed {
        wallet: RwSignal::new(wallets.first().copied().filter(|_| wallets.len() == 1)),
        transaction: RwSignal::default(),
        amount: RwSignal::new(left.clone()),
        sender: RwSignal::default(),
        photo: RwSignal::new(None),
    };
    let wrong = RwSignal::new(None::<Wrong>);
    let sent = RwSignal::new(false);
    let busy = busy(state, request);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let deed = read(
            typed.wallet.get_untracked(),
            &typed.transaction.get_untracked(),
            &typed.amount.get_untracked(),
            &typed.sender.get_untracked(),
            typed.photo.get_untracked(),
        );
        match deed {
            Ok(deed) if !busy.get_untracked() => {
                wrong.set(None);
                sent.set(true);
                act(state, request, deed);
            }
            Ok(_) => {}
            Err(fault) => wrong.set(Some(fault)),
        }
    };
    let said = move || match wrong.get() {
        Some(fault) => Some(tr(locale.get(), fault.key())),
        None => {
            let amount = amounts::parse(&typed.amount.get())?.0;
            let amount = money(locale.get(), amount, &state.currency());
            Some(tr_with(locale.get(), "form.understood", &[("value", &amount)]))
        }
    };
    let choose = move |wallet: Wallet| {
        view! {
            <label class="choice" data-wallet=wallet.as_str()>
                <input
                    type="radio"
                    name="note-wallet"
                    prop:checked=move || typed.wallet.get() == Some(wallet)
                    on:change=move |_| typed.wallet.set(Some(wallet))
                />
                <span class="choice-label">{words(locale, wallet_key(wallet))}</span>
            </label>
        }
    };
    let invalid = move |which: Wrong| move || (wrong.get() == Some(which)).then_some("true");
    let screenshot = move || {
        typed.photo.get().map(|photo| {
            view! {
                <p class="copy-line">
                    {thumbnail(state, photo)}
                    <button type="button" class="link" on:click=move |_| typed.photo.set(None)>
                        {words(locale, "photo.remove")}
                    </button>
                </p>
            }
        })
    };
    let photo_fault = RwSignal::new(None::<&'static str>);
    let attach = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(file) = input.as_ref().and_then(|input| input.files()?.get(0)) else { return };
        photo_fault.set(None);
        spawn_local(async move {
            match photos::take(state, &file).await {
                Ok(photo) => {
                    typed.photo.try_set(Some(photo));
                }
                Err(fault) => {
                    photo_fault.try_set(Some(fault.key()));
                }
            }
        });
    };
    let field =
        move |id: &'static str, key: &'static str, at: RwSignal<String>, keys: &'static str, which: Wrong| {
            view! {
                <label for=id>{words(locale, key)}</label>
                <input
                    class="field"
                    id=id
                    data-field=id
                    inputmode=keys
                    autocomplete="off"
                    dir="auto"
                    aria-describedby="note-said"
                    aria-invalid=invalid(which)
                    prop:value=at.get_untracked()
                    on:input=move |event| {
                        wrong.set(None);
                        at.set(event_target_value(&event));
                    }
                />
            }
            .into_any()
        };
    let filled_in = move || {
        view! {
            <form class="deal-form payment-note" novalidate on:submit=send>
                <h3>{words(locale, "note.heading")}</h3>
                <fieldset class="question" aria-invalid=invalid(Wrong::Wallet)>
                    <legend>{words(locale, "note.wallet")}</legend>
                    <div class="choices choices-sizes">{wallets.iter().copied().map(choose).collect_view()}</div>
                </fieldset>
                {field("transaction", "note.transaction", typed.transaction, "text", Wrong::Transaction)}
                {field("amount", "note.amount", typed.amount, "text", Wrong::Amount)}
                {field("sender", "note.sender", typed.sender, "tel", Wrong::Sender)}
                {screenshot}
                <label class="button button-quiet photo-add">
                    <span>{words(locale, "note.screenshot")}</span>
                    <input class="unseen" type="file" accept="image/*" on:change=attach />
                </label>
                <p class="question-fault" role="status">{move || photo_fault.get().map(|key| tr(locale.get(), key))}</p>
                <p
                    class="read-back"
                    class:question-fault=move || wrong.get().is_some()
                    id="note-said"
                    role="status"
                >
                    {said}
                </p>
                <button type="submit" class="button" data-act="pay-send" disabled=move || busy.get()>
                    {words(locale, "note.send")}
                </button>
            </form>
        }
        .into_any()
    };
    let again = move |_| {
        typed.transaction.set(String::new());
        sent.set(false);
    };
    (move || {
        if sent.get() {
            view! {
                <button type="button" class="button button-quiet" data-act="pay-again" on:click=again>
                    {words(locale, "note.again")}
                </button>
            }
            .into_any()
        } else {
            filled_in()
        }
    })
    .into_any()
}
