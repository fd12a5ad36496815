//! Rows of products: at the end of the home view, and below an answer.

use std::sync::Arc;

use alap_protocol::{id::ProductId, pack::ShopPack};
use alap_shelf::{Row, RowKind, below_answer_now};
use alap_suggest::Reason;
use alap_ui::components::{Icon, IconName};
use leptos::prelude::*;

use super::{card::card, entries, sight, state::State, words::words};
use crate::panel::View;

/// The rows of the home view, and the way to what is kept.
pub(super) fn rows(state: State) -> AnyView {
    let panel = state.panel;
    // Drawn anew only where something is shown differently.
    let rows = Memo::new(move |_| state.is_on().then(|| state.lay_out(|shelf| shelf.home())));
    let shown = move || match rows.get() {
        None => None,
        Some(None) => Some(waiting(state)),
        Some(Some(rows)) => {
            let pack = state.recommender.get_untracked()?.pack.clone();
            Some(rows.iter().map(|row| self::row(state, &pack, row)).collect_view().into_any())
        }
    };
    view! {
        {shown}
        <button type="button" class="link shelves-privacy" on:click=move |_| panel.view.set(View::Privacy)>
            {words(panel.locale, "privacy.open")}
        </button>
    }
    .into_any()
}

/// As high as a row, while the recommender is made.
fn waiting(state: State) -> AnyView {
    view! {
        <div class="shelves-wait" role="status" aria-busy="true">
            <span class="unseen">{words(state.panel.locale, "row.loading")}</span>
        </div>
    }
    .into_any()
}

/// A row with its heading.
pub(super) fn row(state: State, pack: &Arc<ShopPack>, row: &Row) -> AnyView {
    let cards: Vec<_> = row.products.iter().filter_map(|place| card(state, pack, *place)).collect();
    let heading = words(state.panel.locale, heading(row));
    view! {
        <section class="shelf" data-row=name(row.kind) on:focusin=|event| sight::bring(&event)>
            <h2>{heading}</h2>
            <ul class="shelf-row" aria-label=heading>{cards}</ul>
        </section>
    }
    .into_any()
}

fn heading(row: &Row) -> &'static str {
    match row.kind {
        RowKind::ForYou => "row.for_you",
        RowKind::Popular if row.products.iter().any(|it| it.reason == Some(Reason::Popular)) => "row.popular",
        RowKind::Popular => "row.shop",
        RowKind::New => "row.new",
        RowKind::Discount => "row.discount",
        RowKind::LastViewed => "row.last_viewed",
    }
}

/// As a shop's page names it.
fn name(kind: RowKind) -> &'static str {
    match kind {
        RowKind::ForYou => "for-you",
        RowKind::Popular => "popular",
        RowKind::New => "new",
        RowKind::Discount => "discount",
        RowKind::LastViewed => "last-viewed",
    }
}

/// A few products that fit what was just spoken of. Quiet: seldom, small, and gone for this visit with one tap.
pub(super) fn below_answer(state: State, answers: usize, spoken_of: &[ProductId]) -> AnyView {
    let locale = state.panel.locale;
    let fits = || {
        let now = below_answer_now(answers, state.last_below.get_value());
        if !now || state.dismissed.get() || !state.is_on() {
            return None;
        }
        let spoken_of: Vec<&str> = spoken_of.iter().map(ProductId::as_str).collect();
        let places = state.lay_out(|shelf| shelf.below_answer(&spoken_of))?;
        let pack = state.recommender.get_untracked()?.pack.clone();
        let cards: Vec<_> = places.iter().filter_map(|place| card(state, &pack, *place)).collect();
        (!cards.is_empty()).then_some(cards)
    };
    let Some(cards) = fits() else { return ().into_any() };
    state.last_below.set_value(Some(answers));
    let heading = words(locale, "row.below_answer");
    view! {
        <section class="shelf shelf-small">
            <div class="shelf-head">
                <h2>{heading}</h2>
                <button
                    type="button"
                    class="button-icon"
                    aria-label=words(locale, "row.dismiss")
                    on:click=move |_| {
                        entries::focus(".thread");
                        state.dismissed.set(true);
                    }
                >
                    <Icon name=IconName::CLOSE />
                </button>
            </div>
            <ul class="shelf-row" aria-label=heading>{cards}</ul>
        </section>
    }
    .into_any()
}
