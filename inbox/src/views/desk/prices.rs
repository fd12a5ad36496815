//! Each price that was named, by whom and when: a small line to see, and the same as words.

use alap_deal::Party;
use alap_protocol::{locale::Locale, message::Author};
use alap_ui::words::{money, tr, tr_with, use_locale, words};
use leptos::prelude::*;

use super::{names::price, panel::Open};
use crate::{
    requests::{
        price_line::{HEIGHT, WIDTH, path, points},
        told::{Round, party},
    },
    state::use_inbox,
    views::names::long_moment,
};

#[component]
pub(super) fn Prices(
    /// Which request.
    open: Open,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let rounds = Memo::new(move |_| {
        open.told.with(|told| told.as_ref().map(|told| told.rounds.clone()).unwrap_or_default())
    });
    let round_view = move |round: Round| {
        let is_theirs = party(&round.author) == Party::Shopper;
        let who = {
            let author = round.author.clone();
            move || match &author {
                Author::Agent { name, .. } => name.clone(),
                Author::Shopper {} => tr(locale.get(), "desk.by_shopper"),
                Author::Bot {} | Author::System {} => tr(locale.get(), "told.rule"),
            }
        };
        let when = move || long_moment(round.at, locale.get());
        let amount = move || price(&round.terms, &inbox.currency(), locale.get());
        view! {
            <li class="round" class:round-theirs=is_theirs>
                <span class="round-who">{who}</span>
                <b class="round-price">{amount}</b>
                <span class="round-when">{when}</span>
            </li>
        }
    };
    let has_line = Memo::new(move |_| rounds.with(|rounds| rounds.len() > 1));
    let list = move || rounds.get().into_iter().map(round_view).collect_view();
    view! {
        <Show when=move || !rounds.with(Vec::is_empty)>
            <h3 class="request-part">{words(locale, "desk.prices")}</h3>
            <Show when=move || has_line.get()>
                {move || rounds.with(|rounds| picture(rounds, &inbox.currency(), locale.get()))}
            </Show>
            <ol class="rounds">{list}</ol>
        </Show>
    }
}

/// The list below says it all, so the picture says nothing aloud. A square is the shopper's, a circle the shop's.
fn picture(rounds: &[Round], currency: &str, locale: Locale) -> impl IntoView + use<> {
    let prices: Vec<i64> = rounds.iter().map(|round| round.terms.unit_price).collect();
    let points = points(&prices);
    let marks: Vec<_> = rounds
        .iter()
        .zip(&points)
        .map(|(round, &(x, y))| {
            if party(&round.author) == Party::Shopper {
                view! { <rect class="mark-theirs" x=x - 5 y=y - 5 width="10" height="10" /> }.into_any()
            } else {
                view! { <circle class="mark-ours" cx=x cy=y r="5" /> }.into_any()
            }
        })
        .collect();
    let edge = |price: Option<&i64>| {
        price.map(|price| tr_with(locale, "desk.piece", &[("price", &money(locale, *price, currency))]))
    };
    let (dear, cheap) = (edge(prices.iter().max()), edge(prices.iter().min()));
    view! {
        <div class="price-line" aria-hidden="true">
            <span>{dear}</span>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") focusable="false">
                <path d=path(&points) />
                {marks}
            </svg>
            <span>{cheap}</span>
        </div>
    }
}
