//! A booked time as a file for the phone's calendar.

use alap_intake::calendar::{Appointment, ics};
use alap_protocol::id::RequestId;
use alap_ui::{
    components::{Icon, IconName},
    device_time,
};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

use super::{facts, state::State, words::words};

/// The calendar reminds so many minutes before.
const REMIND_MINUTES: u16 = 15;

/// The link to the file; nothing once the time is past.
pub(super) fn link(state: State, request: RequestId, (at, minutes): (i64, u16)) -> Option<AnyView> {
    if facts::is_past(at) {
        return None;
    }
    let address = Memo::new(move |_| {
        let text = text(state, request, at, minutes);
        let parts = js_sys::Array::of1(&JsValue::from_str(&text));
        let kind = BlobPropertyBag::new();
        kind.set_type("text/calendar; charset=utf-8");
        let address = Blob::new_with_str_sequence_and_options(&parts, &kind)
            .and_then(|file| Url::create_object_url_with_blob(&file))
            .unwrap_or_default();
        on_cleanup({
            let address = address.clone();
            move || {
                // An address that is gone needs no taking back.
                let _ = Url::revoke_object_url(&address);
            }
        });
        address
    });
    let locale = state.panel.locale;
    Some(
        view! {
            <a class="button button-quiet" data-act="calendar" download="alap.ics" href=address>
                <Icon name=IconName::CLOCK />
                {words(locale, "calendar.add")}
            </a>
        }
        .into_any(),
    )
}

fn text(state: State, request: RequestId, at: i64, minutes: u16) -> String {
    let locale = state.panel.locale.get();
    let zone = state.panel.pack.with(|pack| pack.as_ref().map(|pack| pack.shop.hours.time_zone.clone()));
    let title = state.requests.with(|requests| requests.get(&request).map(|it| it.title.clone()));
    let title = title.map(|title| title.get(locale).to_owned()).unwrap_or_default();
    let host = window().location().host().unwrap_or_default();
    ics(&Appointment {
        uid: &format!("{request}@{host}"),
        stamp: device_time::now(),
        at,
        minutes,
        remind_minutes: REMIND_MINUTES,
        zone: zone.as_deref().unwrap_or("UTC"),
        zone_minutes: facts::shop_zone_minutes(state, at),
        summary: &format!("{title} · {}", state.shop_name()),
        description: "",
    })
}
