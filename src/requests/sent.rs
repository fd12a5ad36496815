//! Thanks: it has arrived.

use alap_ui::components::{Icon, IconName};
use leptos::prelude::*;

use super::{
    form::answered,
    heading, show, shown_while,
    state::{Screen, Sent, State},
    words::words,
};
use crate::panel::View;

/// The shop's thanks, what was sent, and where the answer will come.
pub(super) fn sent(state: State, sent: &Sent) -> AnyView {
    let locale = state.panel.locale;
    let (thanks, id) = (sent.thanks.clone(), sent.request);
    let heading = heading();
    let thanks_words = move || {
        let words = thanks.get(locale.get());
        if words.is_empty() { super::words::tr(locale.get(), "sent.thanks") } else { words.to_owned() }
    };
    let lines = sent.lines.iter().map(|line| answered(state, line.clone(), ().into_any())).collect_view();
    let known = Memo::new(move |_| state.requests.with(|requests| requests.contains_key(&id)));
    view! {
        <div class="home request-sent" data-request=id.to_string()>
            <h2 tabindex="-1" node_ref=heading>
                <Icon name=IconName::CHECK />
                {words(locale, "sent.arrived")}
            </h2>
            <p>{thanks_words}</p>
            <p>{words(locale, "sent.next")}</p>
            <div class="request-moves">
                <button type="button" class="button" on:click=move |_| state.panel.view.set(View::Chat)>
                    {words(locale, "sent.to_talk")}
                </button>
                {shown_while(known, move || view! {
                    <button
                        type="button"
                        class="button button-quiet"
                        on:click=move |_| show(state, Screen::Summary(id))
                    >
                        {words(locale, "summary.open")}
                    </button>
                }.into_any())}
            </div>
            <dl class="summary-lines">{lines}</dl>
        </div>
    }
    .into_any()
}
