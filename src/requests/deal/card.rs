//! The cards of a request in the talk.

use alap_deal::{Party, terms::total};
use alap_protocol::{
    answer::SummaryLine,
    deal::{DealState, Terms},
    id::RequestId,
    locale::Localized,
    message::Author,
    payment::PaymentState,
};
use alap_ui::words::{money, number};
use leptos::prelude::*;

use super::{act::notice, answer, propose, terms};
use crate::requests::{
    calendar, deals, show, shown_while,
    state::{Screen, State},
    words::{said, said_in, tr, tr_with, words},
};

/// So many of its lines a card shows.
const LINES: usize = 3;

/// A form that was sent.
pub(super) fn requested(
    state: State,
    request: RequestId,
    title: Localized,
    lines: Vec<SummaryLine>,
    slot: Option<(i64, u16)>,
) -> AnyView {
    let locale = state.panel.locale;
    let lang = title.clone();
    let line = |line: &SummaryLine| {
        let (label, value) = (line.label.clone(), line.value.clone());
        view! {
            <div>
                <dt>{said(locale, label)}</dt>
                <dd>{said(locale, value)}</dd>
            </div>
        }
    };
    let shown = lines.iter().take(LINES).map(line).collect_view();
    let when = slot.map(|(at, _)| view! { <p class="deal-slot">{move || terms::moment(state, at)}</p> });
    let calendar = slot.map(|slot| calendar::link(state, request, slot));
    let is_first = latest(state, request, 0);
    view! {
        <article class="deal-card" data-step="requested">
            <p class="deal-who">{words(locale, "step.requested")}</p>
            <h3 lang=said_in(locale, lang)>{said(locale, title)}</h3>
            <dl class="deal-lines">{shown}</dl>
            {when}
            <div class="actions">
                <button
                    type="button"
                    class="button button-quiet"
                    data-act="summary"
                    on:click=move |_| show(state, Screen::Summary(request))
                >
                    {words(locale, "deal.see_all")}
                </button>
                {calendar}
            </div>
            {move || is_first.get().then(|| propose::view(state, request))}
            {move || is_first.get().then(|| notice_until_agreed(state, request))}
        </article>
    }
    .into_any()
}

/// Is this the newest offer or proposal of the request? 0 is the form itself.
fn latest(state: State, request: RequestId, number: u32) -> Memo<bool> {
    Memo::new(move |_| {
        state.requests.with(|requests| requests.get(&request).is_some_and(|it| it.deal.number() == number))
    })
}

/// Once it is agreed, the card of the agreement has it: what is told twice is read out twice.
fn notice_until_agreed(state: State, request: RequestId) -> AnyView {
    let agreed = Memo::new(move |_| {
        state.requests.with(|requests| requests.get(&request).is_some_and(|it| it.deal.agreed.is_some()))
    });
    (move || (!agreed.get()).then(|| notice(state, request))).into_any()
}

/// An offer of the shop.
pub(super) fn offered(
    state: State,
    author: &Author,
    request: RequestId,
    number: u32,
    terms: Terms,
) -> AnyView {
    let locale = state.panel.locale;
    let who = match author {
        Author::Agent { name, .. } => Some(name.clone()),
        _ => None,
    };
    let who = move || match &who {
        Some(name) => tr_with(locale.get(), "step.offered_by", &[("name", name)]),
        None => tr_with(locale.get(), "step.offered_by", &[("name", &state.shop_name())]),
    };
    let is_latest = latest(state, request, number);
    let foot = move || {
        if is_latest.get() {
            view! {
                {answer::view(state, request, number)}
                {propose::view(state, request)}
                {notice_until_agreed(state, request)}
            }
            .into_any()
        } else {
            view! { <p class="deal-until">{words(locale, "deal.replaced")}</p> }.into_any()
        }
    };
    view! {
        <article class="deal-card" class:deal-old=move || !is_latest.get() data-step="offered" data-number=number.to_string()>
            <p class="deal-who">{who}</p>
            {terms::view(state, terms)}
            {foot}
        </article>
    }
    .into_any()
}

/// A price that the shopper proposed.
pub(super) fn proposed(state: State, request: RequestId, number: u32, terms: Terms) -> AnyView {
    let locale = state.panel.locale;
    let is_latest = latest(state, request, number);
    let foot = move || {
        is_latest.get().then(|| {
            view! {
                {answer::take_back(state, request, number)}
                {propose::view(state, request)}
                {notice_until_agreed(state, request)}
            }
        })
    };
    view! {
        <article
            class="deal-card deal-mine"
            class:deal-old=move || !is_latest.get()
            data-step="proposed"
            data-number=number.to_string()
        >
            <p class="deal-who">{words(locale, "step.proposed")}</p>
            {terms::view(state, terms)}
            {foot}
        </article>
    }
    .into_any()
}

/// It is agreed: there is an order.
pub(super) fn accepted(
    state: State,
    author: &Author,
    request: RequestId,
    order: u64,
    terms: Terms,
) -> AnyView {
    let locale = state.panel.locale;
    let key = if deals::party(author) == Party::Shopper { "step.accepted_mine" } else { "step.accepted" };
    let advance = terms.advance;
    let number_words =
        move || tr_with(locale.get(), "deal.order", &[("order", &number(locale.get(), order))]);
    let sum = move || {
        let amount = money(locale.get(), total(&terms)?, &state.currency());
        Some(tr_with(locale.get(), "deal.agreed", &[("total", &amount)]))
    };
    let next = move || {
        let standing = state.requests.with(|requests| requests.get(&request).map(|it| it.deal.state))?;
        match (standing, to_pay(state, request, advance)) {
            (DealState::Accepted | DealState::Confirmed, Some(amount)) => {
                let amount = money(locale.get(), amount, &state.currency());
                Some(tr_with(locale.get(), "deal.next_advance", &[("amount", &amount)]))
            }
            (DealState::Accepted, None) => Some(tr(locale.get(), "deal.next_wait")),
            _ => None,
        }
    };
    let can_pay = Memo::new(move |_| {
        let may = state.requests.with(|requests| requests.get(&request).is_some_and(deals::Request::may_pay));
        may && to_pay(state, request, advance).is_some()
    });
    view! {
        <article class="deal-card" data-step="accepted">
            <p class="deal-who">{words(locale, key)}</p>
            <h3>{number_words}</h3>
            <p>{sum}</p>
            <p class="deal-next">{next}</p>
            <div class="actions">
                {shown_while(can_pay, move || view! {
                    <button
                        type="button"
                        class="button"
                        data-act="pay"
                        on:click=move |_| show(state, Screen::Payment(request))
                    >
                        {words(locale, "deal.pay")}
                    </button>
                }.into_any())}
                <button
                    type="button"
                    class="button button-quiet"
                    data-act="summary"
                    on:click=move |_| show(state, Screen::Summary(request))
                >
                    {words(locale, "summary.open")}
                </button>
            </div>
            {notice(state, request)}
        </article>
    }
    .into_any()
}

/// What is left of an advance, those payments taken off that were noted and not found missing.
pub(in crate::requests) fn to_pay(state: State, request: RequestId, advance: i64) -> Option<i64> {
    state.requests.with(|requests| {
        let payments = &requests.get(&request)?.deal.payments;
        let noted = payments.iter().filter(|payment| payment.state != PaymentState::NotFound);
        let left = advance - noted.map(|payment| payment.note.amount).sum::<i64>();
        (left > 0).then_some(left)
    })
}
