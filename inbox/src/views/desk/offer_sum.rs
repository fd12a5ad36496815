//! What an offer that is being written comes to, shown before it is sent.

use alap_deal::terms;
use alap_protocol::{deal::Terms, locale::Locale};
use alap_ui::words::{money, number, tr, tr_with, use_locale, words};
use leptos::prelude::*;

use crate::{requests::offer_draft::DraftFault, state::use_inbox};

/// A draft, read.
pub(super) type Read = Result<Terms, DraftFault>;

#[component]
pub(super) fn Sum(
    /// The draft, read.
    read: Memo<Read>,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let lines = move || {
        let (locale, currency) = (locale.get(), inbox.currency());
        let amount = |minor: i64| money(locale, minor, &currency);
        let line = |what: String, price: String| view! { <li><span dir="auto">{what}</span> <span>{price}</span></li> };
        read.with(|read| {
            let terms = read.as_ref().ok()?;
            let pieces = terms.unit_price.checked_mul(i64::from(terms.quantity)).map(amount);
            let count = [("price", amount(terms.unit_price)), ("count", number(locale, terms.quantity))];
            let [price, count] = &count;
            let what = tr_with(locale, "offering.pieces", &[(price.0, &price.1), (count.0, &count.1)]);
            let extras = terms.extras.iter().map(|extra| {
                let price = if extra.price == 0 { tr(locale, "told.free") } else { amount(extra.price) };
                line(extra.what.clone(), price)
            });
            let discount = (terms.discount > 0).then(|| {
                let code = terms.coupon.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default();
                line(code, format!("−{}", amount(terms.discount)))
            });
            Some(view! {
                {line(what, pieces.unwrap_or_default())}
                {extras.collect_view()}
                {discount}
                <li class="sum-total">
                    <span>{tr(locale, "offering.total")}</span>
                    <b>{terms::total(terms).map(amount)}</b>
                </li>
            })
        })
    };
    view! { <ul class="sum offer-sum" aria-label=words(locale, "offering.total") aria-live="polite">{lines}</ul> }
}

/// What the button says: what is sent, where it can be read.
pub(super) fn send_words(read: Memo<Read>, currency: &str, locale: Locale) -> String {
    let total = read.with(|read| read.as_ref().ok().and_then(terms::total));
    match total {
        Some(total) => tr_with(locale, "offering.send", &[("total", &money(locale, total, currency))]),
        None => tr(locale, "offering.send_plain"),
    }
}
