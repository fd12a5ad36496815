//! Fields of the offer's form: money, coupon, advance, how long it holds.

use alap_deal::terms;
use alap_ui::words::{money, number, tr, tr_with, use_locale, words};
use leptos::prelude::*;

use super::{offer::reads, offer_sum::Read};
use crate::{
    requests::{
        coupon_draft::is_live,
        offer_draft::{Advance, Holds, OfferDraft, is_much},
    },
    state::use_inbox,
};

/// An amount, with how it was understood below it.
#[component]
pub(super) fn MoneyField(
    /// Its id in the page.
    id: &'static str,
    /// What it is, in the catalogue.
    label: &'static str,
    /// What was typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what is typed.
    on_input: Callback<String>,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let read = Memo::new(move |_| reads(inbox, &value.get(), locale.get()));
    let is_unread = move || read.with(|read| read.as_ref().is_some_and(|(_, is_read)| !is_read));
    let reads_id = format!("{id}-reads");
    view! {
        <div class="offer-field">
            <label for=id>{words(locale, label)}</label>
            <input
                id=id
                class="field"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=reads_id.clone()
                aria-invalid=move || is_unread().then_some("true")
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            <p id=reads_id class="field-reads" class:form-fault=is_unread>
                {move || read.get().map(|(words, _)| words)}
            </p>
        </div>
    }
}

/// A coupon's code, those that hold offered to choose from.
#[component]
pub(super) fn CouponField(draft: RwSignal<OfferDraft>, read: Memo<Read>) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let known = move || {
        let now = untrack(|| inbox.server_now());
        let live = |lines: &[alap_protocol::coupon::CouponLine]| {
            let codes = lines
                .iter()
                .filter(|line| is_live(line, now))
                .map(|line| line.coupon.code.as_str().to_owned());
            codes.map(|code| view! { <option value=code></option> }).collect_view()
        };
        inbox.requests.coupons.with(|coupons| coupons.as_deref().map(live))
    };
    let worth = move || {
        let locale = locale.get();
        read.with(|read| {
            let terms = read.as_ref().ok().filter(|terms| terms.coupon.is_some())?;
            Some(if terms.discount > 0 {
                let amount = money(locale, terms.discount, &inbox.currency());
                tr_with(locale, "offering.coupon_worth", &[("amount", &amount)])
            } else {
                tr(locale, "offering.coupon_unknown")
            })
        })
    };
    view! {
        <div class="offer-field">
            <label for="offer-coupon">{words(locale, "offering.coupon")}</label>
            <input
                id="offer-coupon"
                class="field field-code"
                type="text"
                list="offer-coupons"
                autocomplete="off"
                autocapitalize="characters"
                aria-describedby="offer-coupon-worth"
                prop:value=move || draft.with(|draft| draft.coupon.clone())
                on:input=move |event| draft.write().coupon = event_target_value(&event)
            />
            <datalist id="offer-coupons">{known}</datalist>
            <p id="offer-coupon-worth" class="field-reads" role="status">{worth}</p>
        </div>
    }
}

/// What is paid in advance: nothing, a tenth, the shop's own share, or an amount. Above a tenth, the guidelines are told.
#[component]
pub(super) fn AdvanceField(draft: RwSignal<OfferDraft>, read: Memo<Read>) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let own = Some(inbox.requests.advance_percent()).filter(|percent| !matches!(percent, 0 | 10));
    let shares: Vec<u8> = [0, 10].into_iter().chain(own).collect();
    let chip = move |percent: u8| {
        let is_it = move || draft.with(|draft| draft.advance == Advance::Percent(percent));
        let label = move || match percent {
            0 => tr(locale.get(), "offering.advance_none"),
            _ => tr_with(
                locale.get(),
                "offering.advance_percent",
                &[("percent", &number(locale.get(), percent))],
            ),
        };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || is_it().to_string()
                on:click=move |_| draft.write().advance = Advance::Percent(percent)
            >
                {label}
            </button>
        }
    };
    let typed = Signal::derive(move || {
        draft.with(|draft| match &draft.advance {
            Advance::Typed(typed) => typed.clone(),
            Advance::Percent(_) => String::new(),
        })
    });
    let advance = move || {
        let amount = read.with(|read| read.as_ref().ok().map(|terms| terms.advance)).filter(|it| *it > 0)?;
        let amount = money(locale.get(), amount, &inbox.currency());
        Some(tr_with(locale.get(), "offering.advance_is", &[("amount", &amount)]))
    };
    let much = Memo::new(move |_| {
        read.with(|read| {
            read.as_ref().is_ok_and(|it| terms::total(it).is_some_and(|total| is_much(it.advance, total)))
        })
    });
    view! {
        <fieldset class="offer-field">
            <legend>{words(locale, "offering.advance")}</legend>
            <div class="chips">{shares.into_iter().map(chip).collect_view()}</div>
            <MoneyField
                id="offer-advance"
                label="offering.advance_other"
                value=typed
                on_input=Callback::new(move |typed| draft.write().advance = Advance::Typed(typed))
            />
            <p class="field-reads" role="status">{advance}</p>
            <div role="status">
                <Show when=move || much.get()>
                    <p class="advance-much">{words(locale, "offering.advance_much")}</p>
                </Show>
            </div>
        </fieldset>
    }
}

/// How long the offer holds.
#[component]
pub(super) fn Holding(draft: RwSignal<OfferDraft>) -> impl IntoView {
    let locale = use_locale();
    let chip = move |holds: Holds| {
        let key = match holds {
            Holds::Day => "offering.holds_day",
            Holds::ThreeDays => "offering.holds_three",
            Holds::Week => "offering.holds_week",
        };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || draft.with(|draft| draft.holds == holds).to_string()
                on:click=move |_| draft.write().holds = holds
            >
                {words(locale, key)}
            </button>
        }
    };
    view! {
        <fieldset class="offer-field">
            <legend>{words(locale, "offering.holds")}</legend>
            <div class="chips">{Holds::ALL.map(chip).collect_view()}</div>
        </fieldset>
    }
}
