//! What the shopper does to a request: written down, then sent until the server has answered.

use alap_protocol::{
    id::{ClientId, RequestId},
    request::{ShopperAct, ShopperDeed},
};
use leptos::prelude::*;

use crate::{
    random::new_id,
    requests::{
        draft::KeptAct,
        drafts,
        state::State,
        words::{tr, words},
    },
};

/// Does it. The same deed is never done twice: its key is made here, once.
pub(in crate::requests) fn act(state: State, request: RequestId, deed: ShopperDeed) {
    let Some(key) = new_id().map(ClientId) else { return };
    state.notices.update(|notices| {
        notices.remove(&request);
    });
    drafts::add_act(state, KeptAct { request, act: ShopperAct { key, deed } });
}

/// Something is on its way: nothing else is to be done meanwhile.
pub(in crate::requests) fn busy(state: State, request: RequestId) -> Memo<bool> {
    Memo::new(move |_| state.acts.with(|acts| acts.iter().any(|act| act.request == request)))
}

/// What is said below a request: that something is on its way, or what came of it.
pub(in crate::requests) fn notice(state: State, request: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let busy = busy(state, request);
    let said = move || match state.notices.with(|notices| notices.get(&request).copied()) {
        _ if busy.get() => {
            let online = window().navigator().on_line();
            Some(tr(locale.get(), if online { "deal.sending" } else { "deal.offline" }))
        }
        Some(key) => Some(tr(locale.get(), key)),
        None => None,
    };
    let again = move || {
        busy.get().then(|| {
            view! {
                <button type="button" class="link" on:click=move |_| state.wake()>{words(locale, "form.try_again")}</button>
            }
        })
    };
    view! { <div class="deal-notice" role="status"><span>{said}</span> {again}</div> }.into_any()
}
