//! Payments to verify: those that nobody has looked at first.

use alap_ui::words::{use_locale, words};
use leptos::prelude::*;

use super::{head::TabHead, payment::PaymentCard};
use crate::{requests::Tab, state::use_inbox};

#[component]
pub(crate) fn Payments() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let payments = move || inbox.requests.payments.get().unwrap_or_default();
    let state = move || match inbox.requests.payments.with(|all| all.as_ref().map(Vec::is_empty)) {
        None => view! { <div class="talk-skeleton" aria-hidden="true"></div> }.into_any(),
        Some(true) => view! { <p class="desk-none">{words(locale, "desk.payments_none")}</p> }.into_any(),
        Some(false) => view! { <p class="request-hint">{words(locale, "desk.payments_hint")}</p> }.into_any(),
    };
    view! {
        <section class="desk-main payments" aria-labelledby="desk-title">
            <TabHead tab=Tab::Payments title="desk.payments_title" />
            <div class="desk-body">
                {state}
                <ul class="payment-cards">
                    <For
                        each=payments
                        key=|line| (line.note.id, line.state.as_str(), line.seen_before)
                        children=move |line| view! { <PaymentCard line=line is_alone=true /> }
                    />
                </ul>
            </div>
        </section>
    }
}
