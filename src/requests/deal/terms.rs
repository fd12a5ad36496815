//! What is offered, line by line.

use alap_deal::terms::total;
use alap_protocol::{deal::Terms, locale::Locale};
use alap_ui::{
    device_time, times,
    words::{money, number},
};
use leptos::prelude::*;

use crate::requests::{
    form::faults::day,
    state::State,
    words::{tr, tr_with},
};

/// One line: what, how much, and whether it is the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::requests) struct PriceLine {
    what: String,
    amount: String,
    name: &'static str,
}

/// The lines.
pub(in crate::requests) fn lines(locale: Locale, terms: &Terms, currency: &str) -> Vec<PriceLine> {
    let money = |amount| money(locale, amount, currency);
    let line = |what: String, amount: String, name| PriceLine { what, amount, name };
    let pieces = tr_with(
        locale,
        "price.pieces",
        &[("price", &money(terms.unit_price)), ("quantity", &number(locale, terms.quantity))],
    );
    let whole = terms.unit_price.saturating_mul(i64::from(terms.quantity));
    let mut lines = vec![line(pieces, money(whole), "pieces")];
    for extra in &terms.extras {
        let amount = if extra.price == 0 { tr(locale, "price.free") } else { money(extra.price) };
        lines.push(line(extra.what.clone(), amount, "extra"));
    }
    if terms.discount != 0 {
        let what = match &terms.coupon {
            Some(coupon) => tr_with(locale, "price.coupon", &[("coupon", coupon.as_str())]),
            None => tr(locale, "price.discount"),
        };
        lines.push(line(what, money(-terms.discount), "discount"));
    }
    if let Some(total) = total(terms) {
        lines.push(line(tr(locale, "price.total"), money(total), "total"));
    }
    if terms.advance != 0 {
        lines.push(line(tr(locale, "price.advance"), money(terms.advance), "advance"));
    }
    if let Some(delivery) = &terms.delivery {
        lines.push(line(tr(locale, "price.delivery"), day(locale, delivery), "delivery"));
    }
    lines
}

/// The lines on the screen, and the words that go with them.
pub(in crate::requests) fn view(state: State, terms: Terms) -> AnyView {
    let locale = state.panel.locale;
    let words = terms.words.clone();
    let until = terms.expires_at;
    let until = move || {
        let when = moment(state, until?)?;
        Some(tr_with(locale.get(), "price.until", &[("when", &when)]))
    };
    let line = |line: PriceLine| {
        view! {
            <div class="price-line" data-line=line.name>
                <dt>{line.what}</dt>
                <dd>{line.amount}</dd>
            </div>
        }
    };
    view! {
        <dl class="price-lines">
            {move || lines(locale.get(), &terms, &state.currency()).into_iter().map(line).collect_view()}
        </dl>
        {(!words.is_empty()).then(|| view! { <p class="deal-words words">{words}</p> })}
        <p class="deal-until">{until}</p>
    }
    .into_any()
}

/// A moment in the shop's own time: "শনিবার, ২১ নভেম্বর, সন্ধ্যা ৭টা".
pub(in crate::requests) fn moment(state: State, at: i64) -> Option<String> {
    let locale = state.panel.locale.get();
    let pack = state.panel.pack.get()?;
    let local = device_time::in_zone(at, &pack.shop.hours.time_zone).or_else(|| device_time::local(at))?;
    let day = crate::requests::form::day_words(locale, local.date);
    Some(tr_with(locale, "moment", &[("day", &day), ("time", &times::clock(locale, local.minute))]))
}

#[cfg(test)]
mod tests {
    use alap_protocol::{coupon::CouponCode, deal::Extra};

    use super::*;

    #[test]
    fn an_offer_says_what_it_is_made_of() {
        let terms = Terms {
            unit_price: 120_000,
            quantity: 2,
            extras: vec![
                Extra { what: "Gift wrap".into(), price: 0 },
                Extra { what: "Delivery".into(), price: 6_000 },
            ],
            discount: 10_000,
            coupon: CouponCode::parse("EID2027").ok(),
            advance: 20_000,
            delivery: Some("2026-12-16".into()),
            expires_at: None,
            words: String::new(),
        };
        let all = lines(Locale::En, &terms, "BDT");
        let said: Vec<_> = all.iter().map(|line| (line.name, line.amount.as_str())).collect();
        assert_eq!(
            said,
            [
                ("pieces", "৳2,400"),
                ("extra", "free"),
                ("extra", "৳60"),
                ("discount", "-৳100"),
                ("total", "৳2,360"),
                ("advance", "৳200"),
                ("delivery", "16 December 2026"),
            ]
        );
        let bangla = lines(Locale::Bn, &terms, "BDT");
        assert_eq!(bangla[4].amount, "৳২,৩৬০");
    }
}
