//! The shop's coupons, with how often each was used.

use alap_protocol::{
    coupon::{CouponLine, Discount},
    locale::Locale,
};
use alap_ui::words::{money, number, tr, tr_with, use_locale, words};
use leptos::{prelude::*, task::spawn_local};

use super::{coupon_form::CouponForm, head::TabHead};
use crate::{
    place,
    requests::{Tab, coupon_draft::is_live},
    state::{Inbox, use_inbox},
    views::names::shop_moment,
};

#[component]
pub(crate) fn Coupons() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let is_making = RwSignal::new(false);
    let coupons = move || inbox.requests.coupons.get().unwrap_or_default();
    let state = move || match inbox.requests.coupons.with(|all| all.as_ref().map(Vec::is_empty)) {
        None => view! { <div class="talk-skeleton" aria-hidden="true"></div> }.into_any(),
        Some(true) => view! { <p class="desk-none">{words(locale, "coupons.none")}</p> }.into_any(),
        Some(false) => ().into_any(),
    };
    let make = move |_| {
        is_making.set(true);
        place::focus_soon("#coupon-discount");
    };
    view! {
        <section class="desk-main coupons" aria-labelledby="desk-title">
            <TabHead tab=Tab::Coupons title="coupons.title" />
            <div class="desk-body">
                <Show
                    when=move || is_making.get()
                    fallback=move || view! {
                        <button type="button" class="button coupon-make" on:click=make>{words(locale, "coupons.make")}</button>
                    }
                >
                    <CouponForm is_making=is_making />
                </Show>
                {state}
                <ul class="coupon-cards">
                    <For
                        each=coupons
                        key=|line| (line.coupon.code.clone(), line.used, line.closed)
                        children=move |line| view! { <Card line=line /> }
                    />
                </ul>
            </div>
        </section>
    }
}

#[component]
fn Card(line: CouponLine) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let is_asked = RwSignal::new(false);
    let code = StoredValue::new(line.coupon.code.clone());
    // It may run out while somebody looks.
    let is_over = {
        let line = line.clone();
        Memo::new(move |_| !is_live(&line, inbox.server_now()))
    };
    let name = line.coupon.code.as_str().to_owned();
    let spoken = name.clone();
    let is_closed = line.closed;
    let off = {
        let line = line.clone();
        move || discount(&line, &inbox.currency(), locale.get())
    };
    let facts = move || facts(inbox, &line, locale.get()).join(" · ");
    let end = move |_| {
        spawn_local(async move {
            inbox.end_coupon(code.get_value()).await;
            place::focus_soon(".desk-title");
        });
    };
    let ask = move |_| {
        is_asked.set(true);
        place::focus_soon(".coupon-end-yes");
    };
    view! {
        <li class="coupon-card" data-coupon=name.clone() class:coupon-over=is_over>
            <p class="payment-top">
                <code class="payment-id">{name.clone()}</code>
                <b>{off}</b>
                <span class="payment-state">
                    {move || tr(locale.get(), if is_over.get() { "coupons.over" } else { "coupons.live" })}
                </span>
            </p>
            <p class="request-facts">{facts}</p>
            <Show when=move || !is_closed && !is_asked.get()>
                <div class="form-actions">
                    <button type="button" class="button button-quiet coupon-end" on:click=ask>
                        {words(locale, "coupons.end")}
                        <span class="unseen">" " {spoken.clone()}</span>
                    </button>
                </div>
            </Show>
            <Show when=move || !is_closed && is_asked.get()>
                <div class="form-actions">
                    <p class="learnt-really" role="status">{words(locale, "coupons.end_really")}</p>
                    <button type="button" class="button coupon-end-yes" on:click=end>{words(locale, "coupons.end_yes")}</button>
                    <button type="button" class="button button-quiet" on:click=move |_| is_asked.set(false)>
                        {words(locale, "desk.never_mind")}
                    </button>
                </div>
            </Show>
        </li>
    }
}

fn discount(line: &CouponLine, currency: &str, locale: Locale) -> String {
    let amount = match line.coupon.discount {
        Discount::Amount(amount) => money(locale, amount, currency),
        Discount::Percent(percent) => {
            tr_with(locale, "offering.advance_percent", &[("percent", &number(locale, percent))])
        }
    };
    tr_with(locale, "coupons.off", &[("amount", &amount)])
}

fn facts(inbox: Inbox, line: &CouponLine, locale: Locale) -> Vec<String> {
    let (coupon, shop) = (&line.coupon, inbox.shop_view());
    let (used, uses) = (number(locale, line.used), number(locale, coupon.uses));
    let used = tr_with(locale, "coupons.used", &[("used", &used), ("uses", &uses)]);
    let each = tr_with(locale, "coupons.each", &[("count", &number(locale, coupon.uses_per_customer))]);
    let minimum = (coupon.minimum > 0).then(|| {
        let amount = money(locale, coupon.minimum, &inbox.currency());
        tr_with(locale, "coupons.from_amount", &[("amount", &amount)])
    });
    let products = (!coupon.products.is_empty()).then(|| {
        tr_with(locale, "coupons.some_products", &[("count", &number(locale, coupon.products.len()))])
    });
    let is_ahead = coupon.starts_at > line.created_at;
    let starts = shop_moment(coupon.starts_at, &shop, locale).filter(|_| is_ahead);
    let starts = starts.map(|day| tr_with(locale, "coupons.starts", &[("day", &day)]));
    // Its last moment lies in the last day, not in the one after it.
    let ends = coupon.ends_at.and_then(|at| shop_moment(at - 1, &shop, locale));
    let ends = ends.map(|day| tr_with(locale, "coupons.ends", &[("day", &day)]));
    [Some(used), Some(each), minimum, products, starts, ends].into_iter().flatten().collect()
}
