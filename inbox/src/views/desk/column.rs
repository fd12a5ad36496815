//! The list of requests: who waits for the shop first, with for how long.

use alap_protocol::form::FormKind;
use alap_ui::words::{number, tr_with, use_locale, words};
use leptos::prelude::*;

use super::{names::kind_key, row::Row};
use crate::{
    client::requests::AS_FILE,
    place,
    requests::{
        Tab,
        list::{Filter, Group, shown},
    },
    state::use_inbox,
};

#[component]
pub(crate) fn Column() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let ids = Memo::new(move |_| {
        let filter = inbox.requests.filter.get();
        let listed = inbox.requests.lines.with(|lines| shown(lines.as_deref().unwrap_or_default(), filter));
        listed.into_iter().map(|line| line.id).collect::<Vec<_>>()
    });
    let is_here = Memo::new(move |_| inbox.requests.lines.with(Option::is_some));
    let empty = move || {
        if is_here.get() {
            view! { <p class="list-none">{words(locale, "desk.none")}</p> }.into_any()
        } else {
            view! { <div class="list-skeleton" aria-hidden="true"></div> }.into_any()
        }
    };
    view! {
        <nav class="list requests" aria-label=words(locale, "desk.list")>
            <Tabs />
            <Filters />
            <Announced />
            <ul class="lines">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <Row id=id /> } />
            </ul>
            <Show when=move || ids.with(Vec::is_empty)>{empty}</Show>
            <a class="desk-file" href=AS_FILE download="">{words(locale, "desk.file")}</a>
        </nav>
    }
}

/// The list, payments, calls, coupons.
#[component]
fn Tabs() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let unverified = Memo::new(move |_| inbox.requests.unverified());
    let tab_view = move |tab: Tab| {
        let is_here = move || inbox.requests.tab.get().unwrap_or(Tab::Requests) == tab;
        let count = move || {
            let count = if tab == Tab::Payments { unverified.get() } else { 0 };
            (count > 0).then(|| view! { <b class="filter-count">{number(locale.get(), count)}</b> })
        };
        let follow = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            place::go(&place::tab_link(tab));
        };
        view! {
            <a
                class="filter desk-tab"
                href=place::tab_link(tab)
                aria-current=move || is_here().then_some("page")
                on:click=follow
            >
                {words(locale, tab_key(tab))}
                {count}
            </a>
        }
    };
    view! {
        <div class="desk-tabs" role="group" aria-label=words(locale, "desk.tabs")>
            {Tab::ALL.map(tab_view).collect_view()}
        </div>
    }
}

/// By state, and by kind.
#[component]
fn Filters() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let filter = inbox.requests.filter;
    let group_view = move |group: Group| {
        view! {
            <button
                type="button"
                class="filter desk-group"
                aria-pressed=move || (filter.get().group == group).to_string()
                on:click=move |_| inbox.set_request_filter(Filter { group, ..filter.get_untracked() })
            >
                {words(locale, group_key(group))}
            </button>
        }
    };
    let choose = move |event| {
        let kind = FormKind::from_word(&event_target_value(&event));
        inbox.set_request_filter(Filter { kind, ..filter.get_untracked() });
    };
    let kind_view = move |kind: FormKind| {
        view! {
            <option value=kind.as_str() selected=move || filter.get().kind == Some(kind)>
                {words(locale, kind_key(kind))}
            </option>
        }
    };
    view! {
        <div class="desk-filters" role="group" aria-label=words(locale, "desk.group")>
            {Group::ALL.map(group_view).collect_view()}
            <select class="field desk-kind" aria-label=words(locale, "desk.kind") on:change=choose>
                <option value="" selected=move || filter.get().kind.is_none()>{words(locale, "desk.kind_all")}</option>
                {FormKind::ALL.map(kind_view).collect_view()}
            </select>
        </div>
    }
}

/// Said only when more wait than before: silence is no news.
#[component]
fn Announced() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let words = RwSignal::new(String::new());
    let waiting = Memo::new(move |_| {
        inbox.requests.lines.with(|lines| lines.as_deref().map(crate::requests::list::waiting))
    });
    Effect::new(move |before: Option<Option<usize>>| {
        let now = waiting.get();
        if let (Some(Some(before)), Some(now)) = (before, now)
            && now > before
        {
            let locale = locale.0.get_untracked();
            words.set(tr_with(locale, "desk.announce", &[("count", &number(locale, now))]));
        }
        now
    });
    view! { <p class="unseen" role="status">{words}</p> }
}

fn tab_key(tab: Tab) -> &'static str {
    match tab {
        Tab::Requests => "desk.title",
        Tab::Payments => "desk.payments",
        Tab::Calls => "desk.calls",
        Tab::Coupons => "desk.coupons",
    }
}

fn group_key(group: Group) -> &'static str {
    match group {
        Group::Open => "desk.group_open",
        Group::New => "desk.group_new",
        Group::InTalk => "desk.group_talk",
        Group::ToConfirm => "desk.group_confirm",
        Group::Running => "desk.group_running",
        Group::Over => "desk.group_over",
    }
}
