//! What the agent should know before all else: the server is away, the page is old, the shop folder has mistakes.

use alap_protocol::{agent::ShopFault, locale::Locale};
use alap_ui::{
    components::{Icon, IconName},
    words::{number, tr, tr_with, use_locale},
};
use leptos::prelude::*;

use crate::state::{Link, use_inbox};

#[component]
pub(crate) fn Banners() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let reload = |_| {
        // A page can always load itself again.
        let _ = window().location().reload();
    };
    let link = move || match inbox.link.get() {
        Link::Connecting | Link::Up => ().into_any(),
        Link::Away => {
            view! { <p class="notice notice-fault">{tr(locale.get(), "inbox.away")}</p> }.into_any()
        }
        Link::Outdated => view! {
            <p class="notice notice-fault">
                {tr(locale.get(), "inbox.outdated")}
                <button type="button" class="link" on:click=reload>{tr(locale.get(), "inbox.reload")}</button>
            </p>
        }
        .into_any(),
    };
    let trouble = move || {
        inbox.trouble.get().map(|key| {
            view! {
                <p class="notice notice-fault">
                    <span class="notice-words">{tr(locale.get(), key)}</span>
                    <button
                        type="button"
                        class="button-icon"
                        aria-label=tr(locale.get(), "panel.close")
                        on:click=move |_| inbox.trouble.set(None)
                    >
                        <Icon name=IconName::CLOSE />
                    </button>
                </p>
            }
        })
    };
    view! {
        <div class="banners">
            <div role="status">{link}</div>
            <div role="alert">{trouble}</div>
            <ShopFaults />
        </div>
    }
}

/// Mistakes in the shop folder: with an error in it, the last good version goes on.
#[component]
fn ShopFaults() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let faults = move || {
        let report = inbox.report.get().filter(|report| !report.faults.is_empty())?;
        let locale = locale.get();
        let key = if report.current { "inbox.shop_warnings" } else { "inbox.shop_faults" };
        let count = number(locale, report.faults.len());
        Some(view! {
            <details class="notice shop-faults" class:notice-fault=!report.current>
                <summary>{tr_with(locale, key, &[("count", &count)])}</summary>
                <ul>
                    {report.faults.iter().map(|fault| view! { <li dir="auto">{sentence(fault, locale)}</li> }).collect_view()}
                </ul>
            </details>
        })
    };
    view! { {faults} }
}

fn sentence(fault: &ShopFault, locale: Locale) -> String {
    let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}: {}", fault.file, fault.sentence.get(locale))
}
