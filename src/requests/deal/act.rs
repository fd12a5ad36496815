//! What the shopper does to a request: written down, then sent until the server has answered.

use alap_protocol::{
    id::{ClientId, RequestId},
    request::{ShopperAct, ShopperDeed},
};
use leptos::prelude::*;

use crate::{
    random::new_id,
    requests::{
        acts::{self, Came, KeptAct},
        state::State,
        words::{tr, words},
    },
};

/// Does it. The same deed is never done twice: its key is made here, once.
pub(in crate::requests) fn act(state: State, request: RequestId, deed: ShopperDeed) {
    let Some(key) = new_id().map(ClientId) else { return };
    acts::add(state, KeptAct { request, act: ShopperAct { key, deed }, came: None });
}

/// Something is on its way: nothing else is to be done meanwhile. Done is it only when its step is here, which comes
/// another way than the answer.
pub(in crate::requests) fn busy(state: State, request: RequestId) -> Memo<bool> {
    Memo::new(move |_| {
        let on_its_way = |act: &KeptAct| match act.came {
            None => true,
            Some(Came::Done(step)) => state.panel.talk.get().is_some_and(|talk| !talk.has(step)),
            Some(_) => false,
        };
        state.acts.with(|acts| acts.iter().any(|act| act.request == request && on_its_way(act)))
    })
}

/// What is said below a request: that something is on its way, or what came of it.
pub(in crate::requests) fn notice(state: State, request: RequestId) -> AnyView {
    let locale = state.panel.locale;
    let busy = busy(state, request);
    let said = move || {
        let key = match (busy.get(), state.online.get()) {
            (true, true) => "deal.sending",
            (true, false) => "deal.offline",
            (false, _) => state.acts.with(|acts| {
                acts.iter().rev().find(|act| act.request == request).and_then(|act| act.came?.key())
            })?,
        };
        Some(tr(locale.get(), key))
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
