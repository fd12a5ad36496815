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
    let left =
        move || to_pay.get_untracked().map(|amount| plain(amount.saturating_mul(10))).unwrap_or_default();
    // The desk may come later than this page.
    let wallets = Memo::new(move |_| {
        state.desk.with(|desk| {
            let Some(desk) = desk else { return Vec::new() };
            let mut wallets: Vec<_> = desk.payment.wallets.iter().map(|account| account.wallet).collect();
            if desk.payment.qr.is_some() {
                wallets.push(Wallet::BanglaQr);
            }
            wallets
        })
    });
    let typed = Typed {
        wallet: RwSignal::new(None),
        transaction: RwSignal::default(),
        amount: RwSignal::new(left()),
        sender: RwSignal::default(),
        photo: RwSignal::new(None),
    };
    let wrong = RwSignal::new(None::<Wrong>);
    let chosen = Memo::new(move |_| match wallets.get().as_slice() {
        [only] => Some(*only),
        _ => typed.wallet.get(),
    });
    let noted = Memo::new(move |_| {
        state.requests.with(|requests| requests.get(&request).map_or(0, |it| it.deal.payments.len()))
    });
    // So many were noted when this one was sent: with one more it has arrived.
    let sent = RwSignal::new(None::<usize>);
    let busy = busy(state, request);
    let waits = Memo::new(move |_| busy.get() || state.preparing.get() != 0);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let deed = read(
            chosen.get_untracked(),
            &typed.transaction.get_untracked(),
            &typed.amount.get_untracked(),
            &typed.sender.get_untracked(),
            typed.photo.get_untracked(),
        );
        match deed {
            Ok(deed) if !waits.get_untracked() => {
                wrong.set(None);
                sent.set(Some(noted.get_untracked()));
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
                    prop:checked=move || chosen.get() == Some(wallet)
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
        let Some(input) = input else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again after it was removed.
        input.set_value("");
        photo_fault.set(None);
        state.preparing.update(|count| *count += 1);
        spawn_local(async move {
            // By the end another view may stand here.
            match photos::take(state, &file).await {
                Ok(photo) => {
                    typed.photo.try_set(Some(photo));
                }
                Err(fault) => {
                    photo_fault.try_set(Some(fault.key()));
                }
            }
            state.preparing.update(|count| *count -= 1);
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
                    <div class="choices choices-sizes">{move || wallets.get().into_iter().map(choose).collect_view()}</div>
                </fieldset>
                {field("transaction", "note.transaction", typed.transaction, "text", Wrong::Transaction)}
                {field("amount", "note.amount", typed.amount, "text", Wrong::Amount)}
                {field("sender", "note.sender", typed.sender, "tel", Wrong::Sender)}
                {screenshot}
                <label class="button button-quiet photo-add">
                    <span>{words(locale, "note.screenshot")}</span>
                    <input class="unseen" type="file" accept="image/*" on:change=attach />
                </label>
                <p class="photo-status" role="status">{move || photos::preparing(state)}</p>
                <p class="question-fault" role="status">{move || photo_fault.get().map(|key| tr(locale.get(), key))}</p>
                <p
                    class="read-back"
                    class:question-fault=move || wrong.get().is_some()
                    id="note-said"
                    role="status"
                >
                    {said}
                </p>
                <button type="submit" class="button" data-act="pay-send" disabled=move || waits.get()>
                    {words(locale, "note.send")}
                </button>
            </form>
        }
        .into_any()
    };
    let again = move |_| {
        typed.transaction.set(String::new());
        typed.amount.set(left());
        typed.sender.set(String::new());
        typed.photo.set(None);
        sent.set(None);
    };
    let has_arrived = Memo::new(move |_| sent.get().is_some_and(|before| noted.get() > before));
    (move || {
        if has_arrived.get() {
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
