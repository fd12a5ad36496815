//! What was agreed, or what stands now: line by line.

use alap_deal::terms;
use alap_protocol::deal::Terms;
use alap_ui::words::{money, number, tr, tr_with, use_locale, words};
use leptos::prelude::*;

use super::{names::day, panel::Open};
use crate::{state::use_inbox, views::names::shop_moment};

#[component]
pub(super) fn Standing(
    /// Which request.
    open: Open,
) -> impl IntoView {
    let locale = use_locale();
    let standing = Memo::new(move |_| {
        open.told.with(|told| {
            let deal = &told.as_ref()?.deal;
            let is_agreed = deal.agreed.is_some();
            deal.terms().map(|terms| (is_agreed, terms.clone()))
        })
    });
    move || {
        standing.get().map(|(is_agreed, terms)| {
            let title = if is_agreed { "desk.agreed" } else { "desk.stands" };
            view! {
                <h3 class="request-part">{words(locale, title)}</h3>
                <Sum terms=terms is_agreed=is_agreed />
            }
        })
    }
}

#[component]
fn Sum(terms: Terms, is_agreed: bool) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    move || {
        let (locale, currency) = (locale.get(), inbox.currency());
        let amount = |minor: i64| money(locale, minor, &currency);
        let pieces = tr_with(
            locale,
            "offering.pieces",
            &[("price", &amount(terms.unit_price)), ("count", &number(locale, terms.quantity))],
        );
        let extras = terms.extras.iter().map(|extra| {
            let price = if extra.price == 0 { tr(locale, "told.free") } else { amount(extra.price) };
            tr_with(locale, "told.extra", &[("what", &extra.what), ("price", &price)])
        });
        let discount = (terms.discount > 0).then(|| {
            let off = amount(terms.discount);
            match &terms.coupon {
                Some(code) => {
                    tr_with(locale, "told.discount_coupon", &[("code", code.as_str()), ("amount", &off)])
                }
                None => tr_with(locale, "told.discount", &[("amount", &off)]),
            }
        });
        let advance = (terms.advance > 0)
            .then(|| tr_with(locale, "told.advance", &[("amount", &amount(terms.advance))]));
        let delivery =
            terms.delivery.as_ref().map(|it| tr_with(locale, "told.delivery", &[("day", &day(it, locale))]));
        let holds = terms
            .expires_at
            .filter(|_| !is_agreed)
            .and_then(|at| shop_moment(at, &inbox.shop_view(), locale));
        let holds = holds.map(|when| tr_with(locale, "told.holds", &[("when", &when)]));
        let lines = std::iter::once(pieces).chain(extras).chain(discount);
        let after = [advance, delivery, holds].into_iter().flatten();
        let total = terms::total(&terms).map(amount);
        view! {
            <ul class="sum">
                {lines.map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
                <li class="sum-total"><span>{tr(locale, "desk.total")}</span> <b>{total}</b></li>
                {after.map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        }
    }
}
