//! The order desk, the places and the free times: from this device at once, from the server where there is one.

use std::sync::Arc;

use alap_intake::places::Places;
use alap_protocol::{
    desk::{DESK_MEDIA_TYPE, Desk},
    id::FormId,
    request::SlotList,
};
use gloo::net::http::{Request, Response};
use gloo_timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::{prelude::*, task::spawn_local};

use super::{opening, state::State};
use crate::http::encoded;

const FIRST_PAUSE: u32 = 2_000;
const LONGEST_PAUSE: u32 = 60_000;

/// Brings the desk of each version that the pack names.
pub(super) fn follow(state: State) {
    let version = Memo::new(move |_| {
        state.panel.pack.with(|pack| pack.as_ref().map(|pack| pack.desk.version.clone())).unwrap_or_default()
    });
    Effect::new(move |_| {
        let version = version.get();
        if !version.is_empty() {
            spawn_local(bring(state, version));
        }
    });
}

async fn bring(state: State, version: String) {
    let kept = state.storage().read_desk().await.as_ref().and_then(read);
    if let Some(desk) = kept {
        // An older one is better than none.
        if desk.version == version || state.desk.with_untracked(Option::is_none) {
            take(state, desk);
        }
    }
    let mut pause = FIRST_PAUSE;
    let at_hand = || state.desk.with_untracked(|desk| desk.as_ref().is_some_and(|it| it.version == version));
    let wanted = || {
        let is_it = |pack: &alap_protocol::pack::ShopPack| pack.desk.version == version;
        state.panel.pack.with_untracked(|pack| pack.as_deref().is_some_and(is_it))
    };
    while !at_hand() && wanted() {
        match fetch(state, &version).await {
            Some(bytes) => match read(&bytes) {
                Some(desk) => {
                    state.storage().write_desk(&bytes).await;
                    // What the server has now may be newer than what the pack says: that will do, too.
                    return take(state, desk);
                }
                None => return state.panel.outdated.set(true),
            },
            None => state.desk_missing.set(Some("form.no_desk")),
        }
        TimeoutFuture::new(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

async fn fetch(state: State, version: &str) -> Option<ArrayBuffer> {
    let address = format!("{}/desk?v={}", shop_address(state), encoded(version));
    let answer = Request::get(&address).header("accept", DESK_MEDIA_TYPE).send().await.ok();
    let bytes = answer.filter(Response::ok)?.binary().await.ok()?;
    Some(Uint8Array::from(bytes.as_slice()).buffer())
}

fn shop_address(state: State) -> String {
    state.panel.shop.with_value(|shop| format!("/api/v1/shops/{}", encoded(shop.as_str())))
}

fn read(bytes: &ArrayBuffer) -> Option<Desk> {
    postcard::from_bytes(&Uint8Array::new(bytes).to_vec()).ok()
}

fn take(state: State, desk: Desk) {
    state.desk_missing.set(None);
    opening::fit(state, &desk);
    state.desk.set(Some(Arc::new(desk)));
}

/// Brings the places, for the first address that is asked for.
pub(super) fn want_places(state: State) {
    if state.places.with_untracked(Option::is_none) {
        spawn_local(bring_places(state));
    }
}

async fn bring_places(state: State) {
    if let Some(kept) = state.storage().read_places().await {
        state.places.set(Some(Arc::new(Places::parse(&kept))));
    }
    // A new list of places is rare; without any, the words of an address do as well.
    let answer = Request::get("/api/v1/places").send().await.ok().filter(Response::ok);
    let Some(answer) = answer else { return };
    if let Ok(text) = answer.text().await {
        let places = Places::parse(&text);
        if !places.all().is_empty() && state.places.with_untracked(|known| known.as_deref() != Some(&places))
        {
            state.storage().write_places(&text).await;
            state.places.set(Some(Arc::new(places)));
        }
    }
}

/// Asks which times of a form are free now. `false` where that cannot be had.
pub(super) async fn bring_slots(state: State, form: FormId) -> bool {
    let address = format!("{}/forms/{}/slots", shop_address(state), encoded(form.as_str()));
    let answer = Request::get(&address).send().await.ok().filter(Response::ok);
    let Some(answer) = answer else { return false };
    let text = answer.text().await.unwrap_or_default();
    match serde_json::from_str::<SlotList>(&text) {
        Ok(list) => {
            state.slots.update(|slots| {
                slots.insert(form, Arc::new(list));
            });
            true
        }
        Err(_) => false,
    }
}
