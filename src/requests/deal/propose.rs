//! A price that the shopper proposes: read as people write it, and said back before it is sent.

use alap_protocol::{
    id::RequestId,
    limits::{AMOUNT, OFFER_WORDS, QUANTITY},
    locale::Locale,
    request::ShopperDeed,
};
use alap_text::{digits, money as amounts};
use alap_ui::words::{money, number};
use leptos::{ev::SubmitEvent, prelude::*};

use super::act::{act, busy};
use crate::requests::{
    deals::Request,
    shown_while,
    state::State,
    words::{tr, tr_with, words},
};

/// The question of a form that says how many.
const QUANTITY_QUESTION: &str = "quantity";

/// The button, and the fields behind it; nothing where no price is to be proposed.
pub(super) fn view(state: State, request: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let open = RwSignal::new(false);
    let may = Memo::new(move |_| {
        state.desk.with(|desk| desk.as_ref().is_some_and(|desk| desk.proposals))
            && state.requests.with(|requests| {
                requests.get(&request).is_some_and(|it| it.may_propose() && it.proposal().is_none())
            })
    });
    let is_first = Memo::new(move |_| {
        state.requests.with(|requests| requests.get(&request).is_some_and(|it| it.deal.number() == 0))
    });
    let key = move || if is_first.get() { "propose.first" } else { "propose.another" };
    let shown = move || {
        may.get().then(|| {
            view! {
                <div class="deal-propose">
                    <button
                        type="button"
                        class="button button-quiet"
                        data-act="propose"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|on| *on = !*on)
                    >
                        {move || tr(locale.get(), key())}
                    </button>
                    {shown_while(open, move || fields(state, request))}
                </div>
            }
        })
    };
    shown.into_any()
}

fn fields(state: State, request: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let before = state.requests.with_untracked(|requests| requests.get(&request).and_then(quantity_of));
    let price = RwSignal::new(String::new());
    let quantity = RwSignal::new(before.unwrap_or(1).to_string());
    let note = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let busy = busy(state, request);
    let understood = Memo::new(move |_| (read_price(&price.get()), read_quantity(&quantity.get())));
    let said = move || match understood.get() {
        (Some(price), Some(count)) => {
            let locale = locale.get();
            let (each, all) = (
                money(locale, price, &state.currency()),
                money(locale, price.saturating_mul(i64::from(count)), &state.currency()),
            );
            let values = [("price", each.as_str()), ("quantity", &number(locale, count)), ("total", &all)];
            Some(tr_with(locale, "propose.understood", &values))
        }
        (None, _) if !price.with(String::is_empty) || tried.get() => {
            Some(tr(locale.get(), "propose.no_price"))
        }
        (_, None) => Some(tr(locale.get(), "propose.no_quantity")),
        _ => None,
    };
    let is_faulty = move || tried.get() && matches!(understood.get(), (None, _) | (_, None));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if let (Some(unit_price), Some(quantity)) = understood.get_untracked()
            && !busy.get_untracked()
        {
            let words: String = note.get_untracked().trim().chars().take(OFFER_WORDS).collect();
            act(state, request, ShopperDeed::Propose { unit_price, quantity, words });
        }
    };
    let id = |name: &str| format!("{name}-{request}");
    let send_words = move || match understood.get() {
        (Some(price), Some(_)) => {
            let price = money(locale.get(), price, &state.currency());
            tr_with(locale.get(), "propose.send_price", &[("price", &price)])
        }
        _ => tr(locale.get(), "propose.send"),
    };
    view! {
        <form class="deal-form" novalidate on:submit=send>
            <label for=id("price")>{words(locale, "propose.price")}</label>
            <input
                class="field"
                id=id("price")
                data-field="price"
                dir="auto"
                autocomplete="off"
                placeholder=words(locale, "propose.price_example")
                aria-describedby=id("understood")
                aria-invalid=move || is_faulty().then_some("true")
                on:input=move |event| price.set(event_target_value(&event))
            />
            <label for=id("quantity")>{words(locale, "propose.quantity")}</label>
            <input
                class="field"
                id=id("quantity")
                data-field="quantity"
                inputmode="numeric"
                autocomplete="off"
                prop:value=quantity.get_untracked()
                on:input=move |event| quantity.set(event_target_value(&event))
            />
            <label for=id("words")>{words(locale, "propose.words")}</label>
            <textarea
                class="field"
                id=id("words")
                rows="2"
                dir="auto"
                on:input=move |event| note.set(event_target_value(&event))
            ></textarea>
            <p class="read-back" class:question-fault=is_faulty id=id("understood") role="status">{said}</p>
            <button type="submit" class="button" data-act="propose-send" disabled=move || busy.get()>{send_words}</button>
        </form>
    }
    .into_any()
}

/// As many as were spoken of last, or else as the form says.
fn quantity_of(request: &Request) -> Option<u32> {
    let asked = || request.lines.iter().find(|line| line.question.as_str() == QUANTITY_QUESTION);
    match request.deal.terms() {
        Some(terms) => Some(terms.quantity),
        None => first_number(asked()?.value.get(Locale::En)),
    }
}

/// `12 pcs` is 12.
fn first_number(said: &str) -> Option<u32> {
    read_quantity(said.split_whitespace().next()?)
}

/// A price, however it is written: `১,২০০ টাকা`, `1.2k`, `১২শ`.
fn read_price(typed: &str) -> Option<i64> {
    amounts::parse(typed).map(|amount| amount.0).filter(|amount| (1..=AMOUNT).contains(amount))
}

fn read_quantity(typed: &str) -> Option<u32> {
    digits::fold(typed.trim()).parse().ok().filter(|count| (1..=QUANTITY).contains(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_read_as_people_write_it() {
        for typed in ["১,২০০ টাকা", "1200/-", "১২শ", "1.2k", "৳1200"] {
            assert_eq!(read_price(typed), Some(120_000), "{typed}");
        }
        for typed in ["", "0", "-5", "কম", "999999999999999"] {
            assert_eq!(read_price(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_the_form_says_is_the_first_proposal() {
        assert_eq!(first_number("12 pcs"), Some(12));
        assert_eq!(first_number("৩"), Some(3));
        assert_eq!((first_number("2.5 yards"), first_number("")), (None, None));
    }

    #[test]
    fn so_many_pieces_as_anybody_can_mean() {
        assert_eq!(read_quantity(" ১২ "), Some(12));
        for typed in ["", "0", "-1", "1.5", "2147483648", "x"] {
            assert_eq!(read_quantity(typed), None, "{typed}");
        }
    }
}
