//! Yes or no to an offer, with a coupon where there is one.

use alap_deal::coupon as coupons;
use alap_protocol::{
    coupon::CouponCode, error::ErrorCode, id::RequestId, limits::OFFER_WORDS, request::ShopperDeed,
};
use alap_ui::words::money;
use leptos::{prelude::*, task::spawn_local};

use super::act::{act, busy};
use crate::{
    http::Fault,
    requests::{
        http, shown_while,
        state::State,
        words::{tr, tr_with, words},
    },
};

/// A coupon that holds for the offer: its code, and what it takes off.
type Held = Option<(CouponCode, i64)>;

/// The buttons below an offer that waits.
pub(super) fn view(state: State, request: RequestId, number: u32) -> AnyView {
    let locale = state.panel.locale;
    let total = Memo::new(move |_| {
        state.requests.with(|requests| {
            let (standing, terms) = requests.get(&request)?.offer(state.now())?;
            (standing == number).then(|| alap_deal::terms::total(terms)).flatten()
        })
    });
    let busy = busy(state, request);
    let held = RwSignal::new(None::<(CouponCode, i64)>);
    let declining = RwSignal::new(false);
    let accept = move |_| {
        let coupon = held.get_untracked().map(|(code, _)| code);
        act(state, request, ShopperDeed::Accept { number, coupon });
    };
    let accept_words = move || {
        let total = total.get()? - held.get().map_or(0, |(_, discount)| discount);
        Some(tr_with(
            locale.get(),
            "deal.accept",
            &[("total", &money(locale.get(), total, &state.currency()))],
        ))
    };
    let shown = move || {
        total.get().is_some().then(|| {
            view! {
                <div class="deal-acts">
                    <button type="button" class="button" data-act="accept" disabled=move || busy.get() on:click=accept>
                        {accept_words}
                    </button>
                    {coupon(state, request, held)}
                    <button
                        type="button"
                        class="link"
                        data-act="decline"
                        aria-expanded=move || declining.get().to_string()
                        on:click=move |_| declining.update(|on| *on = !*on)
                    >
                        {words(locale, "deal.decline")}
                    </button>
                    {shown_while(declining, move || decline(state, request, number))}
                </div>
            }
        })
    };
    shown.into_any()
}

/// A few words, if the shopper likes, and a kind no.
fn decline(state: State, request: RequestId, number: u32) -> AnyView {
    let locale = state.panel.locale;
    let typed = RwSignal::new(String::new());
    let busy = busy(state, request);
    let send = move |_| {
        let words: String = typed.get_untracked().trim().chars().take(OFFER_WORDS).collect();
        act(state, request, ShopperDeed::Decline { number, words });
    };
    let id = format!("decline-{request}");
    view! {
        <div class="deal-form">
            <label for=id.clone()>{words(locale, "deal.decline_why")}</label>
            <textarea
                class="field"
                id=id
                rows="2"
                dir="auto"
                on:input=move |event| typed.set(event_target_value(&event))
            ></textarea>
            <button
                type="button"
                class="button button-quiet"
                data-act="decline-send"
                disabled=move || busy.get()
                on:click=send
            >
                {words(locale, "deal.decline_send")}
            </button>
        </div>
    }
    .into_any()
}

/// The field for a coupon, folded away: who has none does not have to look for one.
fn coupon(state: State, request: RequestId, held: RwSignal<Held>) -> AnyView {
    let locale = state.panel.locale;
    let typed = RwSignal::new(String::new());
    let said = RwSignal::new(None::<&'static str>);
    let asks = RwSignal::new(false);
    let ask = move |_| {
        held.set(None);
        let Some(code) = coupons::read(&typed.get_untracked()) else {
            return said.set(Some("coupon.no_code"));
        };
        let Some(credentials) = untrack(|| state.credentials()) else { return };
        asks.set(true);
        said.set(None);
        spawn_local(async move {
            let found = http::worth(&credentials, request, code.clone()).await;
            let key = match found {
                Ok(worth) => {
                    held.try_set(Some((code, worth.discount)));
                    None
                }
                Err(Fault::Refused(ErrorCode::NoCoupon)) => Some("coupon.none"),
                Err(Fault::TooMany) => Some("coupon.too_many"),
                Err(Fault::Away) => Some("deal.offline"),
                Err(_) => Some("deal.stale"),
            };
            said.try_set(key);
            asks.try_set(false);
        });
    };
    let id = format!("coupon-{request}");
    let result = move || match (held.get(), said.get()) {
        (Some((_, discount)), _) => {
            let amount = money(locale.get(), discount, &state.currency());
            Some(tr_with(locale.get(), "coupon.worth", &[("amount", &amount)]))
        }
        (None, Some(key)) => Some(tr(locale.get(), key)),
        (None, None) => None,
    };
    view! {
        <details class="deal-coupon">
            <summary>{words(locale, "coupon.have")}</summary>
            <label class="unseen" for=id.clone()>{words(locale, "coupon.code")}</label>
            <span class="field-line">
                <input
                    class="field"
                    id=id
                    autocapitalize="characters"
                    autocomplete="off"
                    spellcheck="false"
                    data-field="coupon"
                    placeholder=words(locale, "coupon.code")
                    on:input=move |event| {
                        held.set(None);
                        typed.set(event_target_value(&event));
                    }
                />
                <button
                    type="button"
                    class="button button-quiet"
                    data-act="coupon"
                    disabled=move || asks.get()
                    on:click=ask
                >
                    {words(locale, "coupon.ask")}
                </button>
            </span>
            <p class="read-back" role="status">{result}</p>
        </details>
    }
    .into_any()
}

/// The proposal that stands can be taken back.
pub(super) fn take_back(state: State, request: RequestId, number: u32) -> AnyView {
    let locale = state.panel.locale;
    let stands = Memo::new(move |_| {
        state.requests.with(|requests| requests.get(&request).and_then(|it| it.proposal()) == Some(number))
    });
    let busy = busy(state, request);
    let withdraw = move |_| act(state, request, ShopperDeed::Withdraw { number });
    let shown = move || {
        stands.get().then(|| {
            view! {
                <p class="deal-until">{words(locale, "deal.waits_for_shop")}</p>
                <button
                    type="button"
                    class="link"
                    data-act="withdraw"
                    disabled=move || busy.get()
                    on:click=withdraw
                >
                    {words(locale, "deal.withdraw")}
                </button>
            }
        })
    };
    shown.into_any()
}
