//! The form in which an offer is made, prefilled so that a few taps do.

use alap_deal::TermsFault;
use alap_protocol::{limits::OFFER_WORDS, request::AgentDeed};
use alap_ui::words::{tr, use_locale, words};
use leptos::{prelude::*, task::spawn_local};

use super::{
    offer_extras::Extras,
    offer_fields::{AdvanceField, CouponField, Holding, MoneyField},
    offer_sum::Sum,
    panel::{Mode, Open},
};
use crate::{
    place,
    requests::{
        offer_draft::{DraftFault, Known, OfferDraft},
        typed,
    },
    state::{Inbox, use_inbox},
    views::desk::names::product,
};

#[component]
pub(super) fn OfferForm(
    /// Which request.
    open: Open,
    /// What the panel shows.
    mode: RwSignal<Mode>,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let today = untrack(|| inbox.shop_today());
    let draft = RwSignal::new(untrack(|| first_draft(inbox, open, &today)));
    let read = {
        let today = today.clone();
        Memo::new(move |_| draft.with(|draft| with_known(inbox, open, &today, |known| draft.terms(known))))
    };
    // If one of the other side comes while this is written, it is not answered by mistake.
    let number = move || open.told.with_untracked(|told| told.as_ref().map_or(0, |told| told.deal.number()));
    let after = StoredValue::new(number());
    // Nothing is called wrong before somebody meant to send it.
    let was_sent = RwSignal::new(false);
    spawn_local(inbox.fetch_coupons());

    let close = move || {
        mode.try_set(Mode::Look);
        place::focus_soon(".request-title");
    };
    let send = {
        let today = today.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            was_sent.set(true);
            let terms =
                untrack(|| draft.with(|draft| with_known(inbox, open, &today, |known| draft.terms(known))));
            let Ok(mut terms) = terms else { return };
            // The server works it out from the coupon.
            terms.discount = 0;
            let deed = AgentDeed::Offer { after: after.get_value(), terms };
            spawn_local(async move {
                if inbox.act(open.request, open.conversation, deed).await {
                    close();
                } else {
                    // Whoever sends it again has seen what is new.
                    after.try_set_value(number());
                }
            });
        }
    };
    let fault = move || {
        let fault = read.with(|read| read.as_ref().err().copied());
        fault.filter(|_| was_sent.get()).map(|fault| tr(locale.get(), fault_key(fault)))
    };
    view! {
        <form class="offer-form" aria-labelledby="offer-title" on:submit=send novalidate>
            <h3 id="offer-title" class="request-part">{words(locale, "offering.title")}</h3>
            <div class="offer-pair">
                <MoneyField
                    id="offer-price"
                    label="offering.price"
                    value=Signal::derive(move || draft.with(|draft| draft.price.clone()))
                    on_input=Callback::new(move |typed| draft.write().price = typed)
                />
                <div class="offer-field">
                    <label for="offer-quantity">{words(locale, "offering.quantity")}</label>
                    <input
                        id="offer-quantity"
                        class="field"
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        prop:value=move || draft.with(|draft| draft.quantity.clone())
                        on:input=move |event| draft.write().quantity = event_target_value(&event)
                    />
                </div>
            </div>
            <Extras draft=draft />
            <CouponField draft=draft read=read />
            <AdvanceField draft=draft read=read />
            <div class="offer-field">
                <label for="offer-day">{words(locale, "offering.day")}</label>
                <input
                    id="offer-day"
                    class="field"
                    type="date"
                    min=today
                    aria-describedby="offer-day-hint"
                    prop:value=move || draft.with(|draft| draft.delivery.clone())
                    on:input=move |event| draft.write().delivery = event_target_value(&event)
                />
                <p id="offer-day-hint" class="request-hint">{words(locale, "offering.day_hint")}</p>
            </div>
            <Holding draft=draft />
            <div class="offer-field">
                <label for="offer-words">{words(locale, "offering.words")}</label>
                <textarea
                    id="offer-words"
                    class="field"
                    rows="2"
                    dir="auto"
                    maxlength=OFFER_WORDS.to_string()
                    placeholder=words(locale, "offering.words_hint")
                    prop:value=move || draft.with(|draft| draft.words.clone())
                    on:input=move |event| draft.write().words = event_target_value(&event)
                ></textarea>
            </div>
            <Sum read=read />
            <p class="form-fault" role="alert">{fault}</p>
            <div class="form-actions">
                <SendButton read=read />
                <button type="button" class="button button-quiet" on:click=move |_| close()>
                    {words(locale, "desk.never_mind")}
                </button>
            </div>
        </form>
    }
}

/// The button says what is sent.
#[component]
fn SendButton(read: Memo<super::offer_sum::Read>) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let label = move || {
        let locale = locale.get();
        if inbox.requests.busy.get() {
            return tr(locale, "offering.sending");
        }
        super::offer_sum::send_words(read, &inbox.currency(), locale)
    };
    view! {
        <button
            type="submit"
            class="button"
            data-act="offer-send"
            aria-disabled=move || inbox.requests.busy.get().to_string()
        >
            {label}
        </button>
    }
}

fn first_draft(inbox: Inbox, open: Open, today: &str) -> OfferDraft {
    let locale = use_locale().get();
    let percent = inbox.requests.advance_percent();
    open.told.with(|told| {
        let told = told.as_ref();
        match told.and_then(|told| Some((told, told.deal.offers.last()?))) {
            Some((told, last)) => OfferDraft::next(&last.terms, told.shops_last(), percent, today, locale),
            None => {
                let id = told.and_then(|told| told.deal.product.as_ref());
                let listed = || inbox.pack.with(|pack| Some(product(pack.as_ref(), id)?.price.amount));
                let price = told.and_then(|told| told.estimated_price()).or_else(listed);
                OfferDraft::first(price, told.and_then(|told| told.asked_quantity()), percent, locale)
            }
        }
    })
}

fn with_known<R>(inbox: Inbox, open: Open, today: &str, read: impl FnOnce(&Known<'_>) -> R) -> R {
    let now = untrack(|| inbox.server_now());
    let id = open.told.with(|told| told.as_ref().and_then(|told| told.deal.product.clone()));
    inbox.requests.coupons.with(|coupons| {
        let coupons = coupons.as_deref().unwrap_or_default();
        read(&Known { now, today, product: id.as_ref(), coupons })
    })
}

/// What is wrong, as a sentence of the catalogue.
fn fault_key(fault: DraftFault) -> &'static str {
    match fault {
        DraftFault::Price => "offering.no_price",
        DraftFault::Quantity | DraftFault::Terms(TermsFault::Quantity) => "offering.no_quantity",
        DraftFault::ExtraPrice(_) => "offering.no_extra_price",
        DraftFault::Coupon => "offering.no_code",
        DraftFault::Advance | DraftFault::Terms(TermsFault::Advance) => "offering.no_advance",
        DraftFault::Terms(TermsFault::Extras) => "offering.no_extra_what",
        DraftFault::Terms(TermsFault::Delivery) => "offering.no_day",
        DraftFault::Terms(TermsFault::Words) => "offering.long_words",
        DraftFault::Terms(TermsFault::Price | TermsFault::Discount | TermsFault::Expiry) => {
            "offering.too_much"
        }
    }
}

/// Reads an amount back as it was understood.
pub(super) fn reads(
    inbox: Inbox,
    typed: &str,
    locale: alap_protocol::locale::Locale,
) -> Option<(String, bool)> {
    if typed.trim().is_empty() {
        return None;
    }
    Some(match typed::amount(typed) {
        Some(amount) => {
            let amount = alap_ui::words::money(locale, amount, &inbox.currency());
            (alap_ui::words::tr_with(locale, "offering.reads", &[("amount", &amount)]), true)
        }
        None => (tr(locale, "offering.unread"), false),
    })
}
