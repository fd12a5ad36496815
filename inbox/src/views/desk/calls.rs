//! Calls and meetings, by day, in the shop's time.

use alap_intake::calendar::{Appointment, ics, local};
use alap_protocol::request::RequestLine;
use alap_ui::{
    components::{Icon, IconName},
    times,
    words::{number, tr, tr_with, use_locale, words},
};
use leptos::prelude::*;
use time::Date;

use super::head::TabHead;
use crate::{
    place,
    requests::{
        Tab,
        calls::{by_day, days},
    },
    state::{Inbox, use_inbox},
};

#[component]
pub(crate) fn Calls() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let zone = Memo::new(move |_| inbox.zone_minutes());
    let today = Memo::new(move |_| inbox.shop_now().map(|now| now.date));
    let fortnight = inbox.requests.fortnight;
    let title = move || {
        let (from, to) = days(today.get()?, fortnight.get())?;
        let last = to.previous_day()?;
        let (from, to) = (times::date(locale.get(), from), times::date(locale.get(), last));
        Some(tr_with(locale.get(), "desk.calls_days", &[("from", &from), ("to", &to)]))
    };
    let list = move || {
        let zone = zone.get();
        match inbox.requests.calls.with(|calls| calls.as_deref().map(|calls| by_day(calls, zone))) {
            None => view! { <div class="talk-skeleton" aria-hidden="true"></div> }.into_any(),
            Some(days) if days.is_empty() => {
                view! { <p class="desk-none">{words(locale, "desk.calls_none")}</p> }.into_any()
            }
            Some(days) => days
                .into_iter()
                .map(|(date, calls)| day_view(date, calls, today, zone))
                .collect_view()
                .into_any(),
        }
    };
    let move_by = move |by: i64, key: &'static str| {
        view! {
            <button type="button" class="chip" on:click=move |_| inbox.show_fortnight(fortnight.get_untracked() + by)>
                {words(locale, key)}
            </button>
        }
    };
    view! {
        <section class="desk-main calls" aria-labelledby="desk-title">
            <TabHead tab=Tab::Calls title="desk.calls_title" />
            <div class="desk-body">
                <div class="chips">
                    {move_by(-1, "desk.calls_before")}
                    <Show when=move || fortnight.get() != 0>
                        <button type="button" class="chip" on:click=move |_| inbox.show_fortnight(0)>
                            {words(locale, "desk.calls_now")}
                        </button>
                    </Show>
                    {move_by(1, "desk.calls_after")}
                </div>
                <p class="request-hint" role="status">{title} " · " {words(locale, "desk.calls_zone")}</p>
                {list}
            </div>
        </section>
    }
}

fn day_view(date: Date, calls: Vec<RequestLine>, today: Memo<Option<Date>>, zone: i32) -> impl IntoView {
    let locale = use_locale();
    let title = move || match today.get() {
        Some(today) if today <= date => {
            let (day, date) = (times::day(locale.get(), date, today), times::date(locale.get(), date));
            if day == date { date } else { format!("{day}, {date}") }
        }
        _ => times::date(locale.get(), date),
    };
    view! {
        <h3 class="request-part">{title}</h3>
        <ul class="call-cards">
            {calls.into_iter().map(|call| view! { <Call call=call zone=zone /> }).collect_view()}
        </ul>
    }
}

#[component]
fn Call(call: RequestLine, zone: i32) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let Some((at, minutes)) = call.slot else { return ().into_any() };
    let time = move || local(at, zone).map(|at| times::clock(locale.get(), at.minute));
    let long = move || tr_with(locale.get(), "desk.minutes", &[("count", &number(locale.get(), minutes))]);
    let address = place::request_link(call.conversation, call.id);
    let follow = {
        let address = address.clone();
        move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            place::go(&address);
        }
    };
    let title = call.title.clone();
    let phone = call.phone.clone().map_or_else(
        || view! { <span class="request-hint">{words(locale, "desk.no_phone")}</span> }.into_any(),
        |phone| {
            let href = format!("tel:{phone}");
            let label =
                move || tr_with(locale.get(), "desk.call_now", &[("phone", &number(locale.get(), &phone))]);
            view! { <a class="button button-quiet" href=href><Icon name=IconName::PHONE /> {label}</a> }
                .into_any()
        },
    );
    let id = call.id;
    let state = super::names::state_key(call.state);
    let file = move || file(inbox, &call, (at, minutes), locale.get());
    view! {
        <li class="call-card" data-request=id.to_string()>
            <p class="payment-top">
                <b class="call-time">{time}</b>
                <span class="payment-state">{long}</span>
            </p>
            <p><a href=address on:click=follow dir="auto">{move || title.get(locale.get()).to_owned()}</a></p>
            <p class="request-facts">{words(locale, state)}</p>
            <div class="form-actions">
                {phone}
                <a class="button button-quiet" href=file download=format!("{id}.ics")>{words(locale, "desk.calendar")}</a>
            </div>
        </li>
    }
    .into_any()
}

/// The calendar file, as an address that the browser keeps by itself.
fn file(
    inbox: Inbox,
    call: &RequestLine,
    (at, minutes): (i64, u16),
    locale: alap_protocol::locale::Locale,
) -> String {
    let host = window().location().host().unwrap_or_default();
    let uid = format!("{}@{host}", call.id);
    let phone = call.phone.clone().unwrap_or_else(|| tr(locale, "desk.no_phone"));
    let summary =
        tr_with(locale, "desk.calendar_title", &[("title", call.title.get(locale)), ("phone", &phone)]);
    // Read once: the address need not change with each second.
    let (zone, zone_minutes, stamp) = untrack(|| (inbox.zone(), inbox.zone_minutes(), inbox.server_now()));
    let file = ics(&Appointment {
        uid: &uid,
        stamp,
        at,
        minutes,
        remind_minutes: inbox.requests.remind_minutes(&call.form),
        zone: &zone,
        zone_minutes,
        summary: &summary,
        description: "",
    });
    format!("data:text/calendar;charset=utf-8,{}", String::from(js_sys::encode_uri_component(&file)))
}
