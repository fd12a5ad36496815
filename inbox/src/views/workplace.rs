//! List, talk and customer side by side; on a phone one at a time.

use alap_ui::words::{tr, use_locale};
use leptos::prelude::*;

use super::{banners::Banners, customer::Customer, head::Head, list::List, questions::Questions, talk::Talk};
use crate::state::use_inbox;

#[component]
pub(crate) fn Workplace() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let part = move || match (inbox.open.get(), inbox.customer_shown.get()) {
        (None, _) if inbox.learning.shown.get() => "questions",
        (None, _) => "list",
        (Some(_), false) => "talk",
        (Some(_), true) => "customer",
    };
    // Names and cards of an answer come from the pack; a talk that was drawn without it is drawn again.
    let has_pack = Memo::new(move |_| inbox.pack.with(Option::is_some));
    let talk = move || {
        has_pack.track();
        match inbox.open.get() {
            Some(id) => view! { <Talk id=id /> }.into_any(),
            None => view! {
                <div class="talk-none">
                    <p>{move || tr(locale.get(), "inbox.choose")}</p>
                    <p class="talk-keys">{move || tr(locale.get(), "inbox.keys")}</p>
                </div>
            }
            .into_any(),
        }
    };
    view! {
        <div class="inbox" data-part=part>
            <Head />
            <Banners />
            <main class="parts">
                <List />
                <Show
                    when=move || !inbox.learning.shown.get()
                    fallback=|| view! { <Questions /> }
                >
                    <section class="talk" aria-label=move || tr(locale.get(), "chat.label")>
                        {talk}
                    </section>
                </Show>
                {move || inbox.open.get().map(|id| view! { <Customer id=id /> })}
            </main>
        </div>
    }
}
