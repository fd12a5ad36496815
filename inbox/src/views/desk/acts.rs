//! What can be done now: the buttons below a request, or the form that one of them opened.

use alap_deal::terms;
use alap_protocol::{locale::Locale, request::AgentDeed};
use alap_ui::words::{money, tr, tr_with, use_locale, words};
use leptos::{prelude::*, task::spawn_local};

use super::{
    offer::OfferForm,
    panel::{Mode, Open},
    say_no::{SayCancel, SayNo},
};
use crate::{
    place,
    requests::possible::{Possible, possible},
    state::use_inbox,
};

#[component]
pub(super) fn Acts(
    /// Which request.
    open: Open,
    /// What is shown.
    mode: RwSignal<Mode>,
    /// What stands above: how the request stands.
    children: Children,
) -> impl IntoView {
    let inbox = use_inbox();
    // Only an offer that runs out changes this without a step: once a minute is often enough to look.
    let minute = Memo::new(move |_| inbox.server_now() / 60_000);
    let can = Memo::new(move |_| {
        let _ = minute.get();
        let now = untrack(|| inbox.server_now());
        open.told.with(|told| told.as_ref().map(|told| possible(&told.deal, now)).unwrap_or_default())
    });
    // What was opened and can no longer be done is closed again.
    Effect::new(move |_| {
        let can = can.get();
        let is_gone = match mode.get_untracked() {
            Mode::Look => false,
            Mode::Offer => !can.offer,
            Mode::Decline => !can.decline,
            Mode::Cancel => !can.cancel,
        };
        if is_gone {
            mode.set(Mode::Look);
        }
    });
    let form = move || match mode.get() {
        Mode::Look => ().into_any(),
        Mode::Offer => view! { <OfferForm open=open mode=mode /> }.into_any(),
        Mode::Decline => view! { <SayNo open=open mode=mode /> }.into_any(),
        Mode::Cancel => view! { <SayCancel open=open mode=mode /> }.into_any(),
    };
    view! {
        <div class="request-body">
            {form}
            {children()}
        </div>
        <Show when=move || mode.get() == Mode::Look && open.told.with(Option::is_some)>
            <Buttons open=open mode=mode can=can />
        </Show>
    }
}

#[component]
fn Buttons(open: Open, mode: RwSignal<Mode>, can: Memo<Possible>) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let busy = inbox.requests.busy;
    let number = move || open.told.with_untracked(|told| told.as_ref().map_or(0, |told| told.deal.number()));
    let act = move |deed: AgentDeed| {
        spawn_local(async move {
            inbox.act(open.request, open.conversation, deed).await;
            place::focus_soon(".request-title");
        });
    };
    let button = move |name: &'static str,
                       class: &'static str,
                       is_there: fn(Possible) -> bool,
                       label: Signal<String>,
                       deed: Callback<()>| {
        view! {
            <Show when=move || is_there(can.get())>
                <button
                    type="button"
                    class=class
                    data-act=name
                    aria-disabled=move || busy.get().to_string()
                    on:click=move |_| deed.run(())
                >
                    {label}
                </button>
            </Show>
        }
    };
    let open_form = move |to: Mode, focus: &'static str| {
        Callback::new(move |()| {
            inbox.requests.outcome.set(None);
            mode.set(to);
            place::focus_soon(focus);
        })
    };
    let accept_words = Signal::derive(move || {
        let locale = locale.get();
        tr_with(locale, "desk.accept", &[("price", &price(open, &inbox.currency(), locale))])
    });
    let offer_words = Signal::derive(move || {
        let is_first = open.told.with(|told| told.as_ref().is_none_or(|told| told.rounds.is_empty()));
        tr(locale.get(), if is_first { "desk.offer" } else { "desk.offer_again" })
    });
    let hint = move || {
        let can = can.get();
        let key = match can {
            _ if !can.cancel => "desk.over",
            _ if can.withdraw => "desk.waits_shopper",
            _ => return None,
        };
        Some(view! { <p class="request-hint">{tr(locale.get(), key)}</p> })
    };
    const MAIN: &str = "button";
    const QUIET: &str = "button button-quiet";
    view! {
        <footer class="request-acts" role="group" aria-label=words(locale, "desk.actions")>
            {hint}
            {button("accept", MAIN, |can| can.accept, accept_words, Callback::new(move |()| {
                act(AgentDeed::Accept { number: number() });
            }))}
            {button("confirm", MAIN, |can| can.confirm, words(locale, "desk.confirm"), Callback::new(move |()| {
                act(AgentDeed::Confirm {});
            }))}
            {button("offer", MAIN, |can| can.offer && is_turn(can), offer_words, open_form(Mode::Offer, "#offer-price"))}
            {button("offer", QUIET, |can| can.offer && !is_turn(can), offer_words, open_form(Mode::Offer, "#offer-price"))}
            {button("finish", QUIET, |can| can.finish, words(locale, "desk.finish"), Callback::new(move |()| {
                act(AgentDeed::Finish {});
            }))}
            {button("decline", QUIET, |can| can.decline, words(locale, "desk.decline"), open_form(Mode::Decline, "#no-words"))}
            {button("withdraw", QUIET, |can| can.withdraw, words(locale, "desk.withdraw"), Callback::new(move |()| {
                act(AgentDeed::Withdraw { number: number() });
            }))}
            {button("cancel", "button button-quiet request-cancel", |can| can.cancel, words(locale, "desk.cancel"), open_form(Mode::Cancel, "#no-words"))}
        </footer>
    }
}

/// An offer is what the shop would do next.
fn is_turn(can: Possible) -> bool {
    !can.accept && !can.withdraw
}

/// What the proposal that stands comes to.
fn price(open: Open, currency: &str, locale: Locale) -> String {
    let total = open.told.with(|told| terms::total(&told.as_ref()?.deal.open_offer()?.terms));
    money(locale, total.unwrap_or_default(), currency)
}
