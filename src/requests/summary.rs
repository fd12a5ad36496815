//! What both sides hold each other to, to be read and printed.

use alap_protocol::{deal::DealState, id::RequestId, request::ShopperDeed};
use alap_ui::words::number;
use leptos::{html, prelude::*};

use super::{
    calendar,
    deal::{self, act, busy, notice, terms},
    deals::Request,
    form::answered,
    heading,
    home::state_key,
    show,
    state::{Screen, State},
    words::{said, said_in, tr, tr_with, words},
};
use crate::panel::View;

/// The request as it stands.
pub(super) fn summary(state: State, id: RequestId) -> AnyView {
    let request = Memo::new(move |_| state.requests.with(|requests| requests.get(&id).cloned()));
    let heading = heading();
    let shown = move || match request.get() {
        Some(request) => whole(state, id, request, heading),
        None => view! { <div class="home shell-wait" aria-busy="true"><div class="skeleton"></div></div> }
            .into_any(),
    };
    shown.into_any()
}

fn whole(state: State, id: RequestId, request: Request, heading: NodeRef<html::H2>) -> AnyView {
    let locale = state.panel.locale;
    let lang = request.title.clone();
    let standing = state_key(request.deal.state);
    let (may_pay, may_cancel) = (request.may_pay(), request.may_cancel());
    let advance = request.deal.agreed.as_ref().map_or(0, |terms| terms.advance);
    let product = request.product().and_then(|product| untrack(|| state.product(product)));
    let Request { title, lines, conditions, asked_at, deal, .. } = request;
    let product = product.map(|product| {
        view! { <alap_ui::components::ProductCard product=product currency=untrack(|| state.currency()) on_open=None /> }
    });
    let order = deal.order.map(|order| {
        let words = move || tr_with(locale.get(), "deal.order", &[("order", &number(locale.get(), order))]);
        view! { <p class="summary-order">{words}</p> }
    });
    let lines = lines.into_iter().map(|line| answered(state, line, ().into_any())).collect_view();
    let agreed = deal.agreed.is_some();
    let offered = matches!(deal.state, DealState::Offered | DealState::Proposed);
    let price = deal.terms().cloned().filter(|_| agreed || offered).map(|terms| {
        let key = if agreed { "summary.agreed" } else { "summary.offered" };
        view! {
            <section class="summary-price">
                <h3>{words(locale, key)}</h3>
                {terms::view(state, terms)}
            </section>
        }
    });
    let slot = deal.slot;
    let when = slot.map(|(at, minutes)| {
        let long =
            move || tr_with(locale.get(), "slot.minutes", &[("minutes", &number(locale.get(), minutes))]);
        view! {
            <p class="summary-slot">
                <b>{move || terms::moment(state, at)}</b>
                " · "
                {long}
            </p>
        }
    });
    let conditions = (!conditions.is_empty()).then(|| {
        let lang = conditions.clone();
        view! {
            <section class="request-terms">
                <h3>{words(locale, "review.terms")}</h3>
                <p lang=said_in(locale, lang)>{said(locale, conditions)}</p>
            </section>
        }
    });
    let asked = move || {
        let when = terms::moment(state, asked_at)?;
        Some(tr_with(locale.get(), "summary.asked", &[("when", &when)]))
    };
    let pay = (may_pay && deal::to_pay(state, id, advance).is_some()).then(|| {
        view! {
            <button type="button" class="button" data-act="pay" on:click=move |_| show(state, Screen::Payment(id))>
                {words(locale, "deal.pay")}
            </button>
        }
    });
    let calendar = slot.filter(|_| !deal.state.is_over()).and_then(|slot| calendar::link(state, id, slot));
    view! {
        <div class="home summary" data-request=id.to_string() data-state=deal.state.as_str()>
            <p class="summary-shop">{move || state.shop_name()}</p>
            <h2 tabindex="-1" node_ref=heading lang=said_in(locale, lang)>{said(locale, title)}</h2>
            {order}
            <p class="summary-state">{move || tr(locale.get(), standing)}</p>
            {when}
            {product}
            <dl class="summary-lines">{lines}</dl>
            {price}
            {conditions}
            <p class="summary-asked">{asked}</p>
            <div class="request-moves no-print">
                {pay}
                <button type="button" class="button button-quiet" data-act="talk" on:click=move |_| state.panel.view.set(View::Chat)>
                    {words(locale, "sent.to_talk")}
                </button>
                {calendar}
                <button type="button" class="button button-quiet" data-act="print" on:click=print>
                    {words(locale, "summary.print")}
                </button>
                <p class="question-help">{words(locale, "summary.pdf")}</p>
                {may_cancel.then(|| cancel(state, id))}
                {notice(state, id)}
            </div>
        </div>
    }
    .into_any()
}

fn print(_: leptos::ev::MouseEvent) {
    // A browser that cannot print does nothing.
    let _ = window().print();
}

/// Ends it, after a second tap.
fn cancel(state: State, id: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let asks = RwSignal::new(false);
    let busy = busy(state, id);
    let yes = move |_| {
        asks.set(false);
        act(state, id, ShopperDeed::Cancel { words: String::new() });
    };
    let shown = move || {
        if asks.get() {
            view! {
                <p role="status">{words(locale, "cancel.sure")}</p>
                <button type="button" class="button" data-act="cancel-yes" disabled=move || busy.get() on:click=yes>
                    {words(locale, "cancel.yes")}
                </button>
                <button type="button" class="button button-quiet" data-act="cancel-no" on:click=move |_| asks.set(false)>
                    {words(locale, "cancel.no")}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button
                    type="button"
                    class="link"
                    data-act="cancel"
                    disabled=move || busy.get()
                    on:click=move |_| asks.set(true)
                >
                    {words(locale, "cancel.ask")}
                </button>
            }
            .into_any()
        }
    };
    shown.into_any()
}
