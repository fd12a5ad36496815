//! The sheet of a video: fetched when somebody is about to tap, kept as long as the panel is open.

use std::sync::Arc;

use alap_protocol::video::{SHEET_MEDIA_TYPE, VideoHead, VideoSheet};
use gloo::timers::callback::Timeout;
use js_sys::{Object, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::{
    draw::draw,
    js::{call, get, number, set, then},
    open,
    run::{panel, run},
};
use crate::http::encoded;

const AGAIN_MILLISECONDS: u32 = 3_000;

/// Fetches it, unless it is here or on its way.
pub(super) fn prepare(head: VideoHead) {
    let begins = run(|run| {
        let begins = !run.coming.contains(&head.id) && !run.sheets.iter().any(|it| fits(it, &head));
        if begins {
            run.coming.push(head.id.clone());
        }
        begins
    });
    if begins {
        fetch(head);
    }
}

/// Is it of this version of the video?
pub(super) fn fits(sheet: &VideoSheet, head: &VideoHead) -> bool {
    sheet.id == head.id && sheet.version == head.version
}

fn fetch(head: VideoHead) {
    let Some(panel) = panel() else { return };
    let shop = leptos::prelude::WithValue::with_value(&panel.shop, |shop| encoded(shop.as_str()));
    let (id, version) = (encoded(head.id.as_str()), encoded(&head.version));
    let address = JsValue::from(format!("/api/v1/shops/{shop}/videos/{id}?v={version}"));
    let (headers, options) = (Object::new(), Object::new());
    set(&headers, "accept", &SHEET_MEDIA_TYPE.into());
    set(&options, "headers", &headers);
    then(
        call(&window(), "fetch", &[&address, &options]),
        Box::new(move |answer| {
            let answer = answer.unwrap_or_default();
            if get(&answer, "ok").is_falsy() {
                return missing(head, number(&answer, "status") == 404.0);
            }
            then(
                call(&answer, "arrayBuffer", &[]),
                Box::new(move |bytes| match bytes.ok().map(|bytes| Uint8Array::new(&bytes).to_vec()) {
                    Some(bytes) => take(head, &bytes),
                    None => missing(head, false),
                }),
            );
        }),
    );
}

fn take(head: VideoHead, bytes: &[u8]) {
    let Ok(sheet) = postcard::from_bytes::<VideoSheet>(bytes) else { return missing(head, true) };
    // A newer one than the pack names will do, too: it is the head's from now on.
    let sheet = Arc::new(VideoSheet { version: head.version.clone(), ..sheet });
    let wanted = run(|run| {
        run.coming.retain(|id| *id != head.id);
        run.sheets.retain(|it| it.id != sheet.id);
        run.sheets.push(sheet.clone());
        run.head.as_ref() == Some(&head)
    });
    if wanted {
        open::begin(sheet);
    }
}

/// There is none: for good, or for now.
fn missing(head: VideoHead, for_good: bool) {
    let wanted = run(|run| {
        run.coming.retain(|id| *id != head.id);
        let wanted = run.head.as_ref() == Some(&head);
        if wanted {
            run.word = Some(if for_good { "video.gone" } else { "video.away" });
            run.over = for_good;
            run.waits = !for_good;
        }
        wanted
    });
    if wanted {
        draw();
        if !for_good {
            let again = move || {
                if run(|run| run.head.as_ref() == Some(&head)) {
                    prepare(head);
                }
            };
            Timeout::new(AGAIN_MILLISECONDS, again).forget();
        }
    }
}
