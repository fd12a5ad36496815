//! A time for a call or a meeting: the day first, then the time, both in the shop's own time.

use alap_protocol::{
    answer::Answer,
    form::SlotRule,
    hours::parse_date,
    locale::Locale,
    request::{FreeSlot, SlotList},
};
use alap_ui::{times, words::number};
use leptos::{prelude::*, task::spawn_local};

use super::super::question::Field;
use crate::requests::{
    desk,
    words::{tr_with, words},
};

/// The days, and the times of the day that is chosen.
pub(super) fn slot(field: &Field, rule: SlotRule) -> AnyView {
    let state = field.scope.state;
    let locale = state.panel.locale;
    let form = field.scope.form.with_value(|form| form.id.clone());
    let missing = RwSignal::new(false);
    let fetch = {
        let form = form.clone();
        move || {
            let form = form.clone();
            missing.set(false);
            spawn_local(async move {
                let came = desk::bring_slots(state, form).await;
                missing.try_set(!came);
            });
        }
    };
    // What is free changes by the minute.
    fetch();
    let list = Memo::new(move |_| state.slots.with(|slots| slots.get(&form).cloned()));
    let day = RwSignal::new(None::<String>);
    let chosen = {
        let field = field.clone();
        Memo::new(move |_| match field.answer() {
            Some(Answer::Slot(at)) => Some(at),
            _ => None,
        })
    };
    let day_shown = Memo::new(move |_| {
        let list = list.get()?;
        let of_chosen = chosen.get().and_then(|at| list.slots.iter().find(|slot| slot.at == at));
        let shown = day.get().or_else(|| of_chosen.map(|slot| slot.date.clone()));
        shown.or_else(|| list.slots.first().map(|slot| slot.date.clone()))
    });
    let field = field.clone();
    let shown = move || match list.get() {
        Some(list) if list.slots.is_empty() => {
            view! { <p role="status">{words(locale, "slot.none")}</p> }.into_any()
        }
        Some(list) => {
            let field = field.clone();
            let long = move || {
                tr_with(locale.get(), "slot.minutes", &[("minutes", &number(locale.get(), rule.minutes))])
            };
            let days = days(&list).into_iter().map(|date| a_day(locale, date, day_shown, day)).collect_view();
            let times = move || {
                let shown = day_shown.get()?;
                let of_day = list.slots.iter().filter(|slot| slot.date == shown);
                Some(of_day.map(|slot| a_time(&field, slot, chosen)).collect_view())
            };
            view! {
                <p class="question-help">{long}</p>
                <div class="choices choices-sizes slot-days" role="group" aria-label=words(locale, "slot.days")>{days}</div>
                <div class="choices choices-sizes slot-times" role="group" aria-label=words(locale, "slot.times")>{times}</div>
            }
            .into_any()
        }
        None if missing.get() => {
            let fetch = fetch.clone();
            view! {
                <p role="status">{words(locale, "slot.missing")}</p>
                <button type="button" class="button button-quiet" on:click=move |_| fetch()>
                    {words(locale, "form.try_again")}
                </button>
            }
            .into_any()
        }
        None => view! { <div class="skeleton shell-wait"></div> }.into_any(),
    };
    shown.into_any()
}

/// The days that have a free time, in order.
fn days(list: &SlotList) -> Vec<String> {
    let mut days: Vec<String> = list.slots.iter().map(|slot| slot.date.clone()).collect();
    days.dedup();
    days
}

fn a_day(
    locale: RwSignal<Locale>,
    date: String,
    shown: Memo<Option<String>>,
    day: RwSignal<Option<String>>,
) -> AnyView {
    let is_shown = {
        let date = date.clone();
        move || shown.with(|shown| shown.as_deref() == Some(date.as_str()))
    };
    let pressed = {
        let is_shown = is_shown.clone();
        move || if is_shown() { "true" } else { "false" }
    };
    let (name, data) = (date.clone(), date.clone());
    view! {
        <button
            type="button"
            class="slot"
            data-day=data
            aria-pressed=pressed
            on:click=move |_| day.set(Some(date.clone()))
        >
            {move || day_name(locale.get(), &name)}
        </button>
    }
    .into_any()
}

fn day_name(locale: Locale, date: &str) -> String {
    parse_date(date).map_or_else(|| date.to_owned(), |day| day_words(locale, day))
}

/// "শনিবার, ২১ নভেম্বর"
pub(in crate::requests) fn day_words(locale: Locale, day: time::Date) -> String {
    let weekday = alap_ui::words::tr(locale, &format!("weekday.{}", day.weekday().number_days_from_monday()));
    tr_with(locale, "slot.day", &[("weekday", &weekday), ("date", &times::date(locale, day))])
}

fn a_time(field: &Field, slot: &FreeSlot, chosen: Memo<Option<i64>>) -> AnyView {
    let locale = field.scope.state.panel.locale;
    let (at, minute) = (slot.at, slot.minute);
    let field_of = field.clone();
    let choose = move |_| field_of.set(Some(Answer::Slot(at)));
    view! {
        <label class="choice" data-slot=at.to_string()>
            <input
                type="radio"
                name=field.id.clone()
                prop:checked=move || chosen.get() == Some(at)
                on:change=choose
            />
            <span class="choice-label">{move || times::clock(locale.get(), minute)}</span>
        </label>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_named_with_its_weekday() {
        assert_eq!(day_name(Locale::En, "2026-11-21"), "Saturday, 21 November");
        assert_eq!(day_name(Locale::Bn, "2026-11-21"), "শনিবার, ২১ নভেম্বর");
    }

    #[test]
    fn each_day_stands_once() {
        let slot = |date: &str, minute| FreeSlot { at: 0, date: date.into(), minute };
        let slots = vec![slot("2026-11-21", 600), slot("2026-11-21", 630), slot("2026-11-22", 600)];
        assert_eq!(days(&SlotList { slots, minutes: 30 }), ["2026-11-21", "2026-11-22"]);
    }
}
